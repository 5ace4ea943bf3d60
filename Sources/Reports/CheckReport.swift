/// What was found in some sequences.
package struct CheckReport: Report, LineReport, Encodable {
  private let findings: [FindingLine]
  /// What was looked at, such as “9 files, 214 references: 212 found, 2 not checked”.
  package let scope: String

  /// Takes what was found in the sequences of some files.
  package init(_ sequences: [CheckedSequence], files: Int) {
    findings = sequences.flatMap(\.findings)
    let tally = ReferenceTally(sequences.map(\.references))
    scope = "\(files == 1 ? "1 file" : "\(files) files"), \(tally.words)"
  }

  package static let formats: [Format<CheckReport>] = [.text, .json]

  /// Whether nothing is wrong; advice is none.
  package var isClean: Bool { !findings.contains(where: \.isFault) }
  /// Whether there is nothing to say at all.
  package var isEmpty: Bool { findings.isEmpty }
  package var lines: [String] { findings.map(\.text) }

  package func encode(to encoder: any Encoder) throws { try findings.encode(to: encoder) }
}

/// What was found in some sequences.
package struct CheckReport: Report, LineReport, Encodable {
  private let findings: [FindingLine]

  /// Takes the lines of the findings.
  package init(_ findings: [FindingLine]) { self.findings = findings }

  package static let formats: [Format<CheckReport>] = [.text, .json]

  /// Whether nothing is wrong; advice is none.
  package var isClean: Bool { !findings.contains(where: \.isFault) }
  package var lines: [String] { findings.map(\.text) }

  package func encode(to encoder: any Encoder) throws { try findings.encode(to: encoder) }
}

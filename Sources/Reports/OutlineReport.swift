package import TaskSequence

/// The groups and steps of a sequence.
package struct OutlineReport: Report, LineReport, Encodable {
  private let document: SequenceDocument

  /// The outline of a sequence.
  package init(_ document: SequenceDocument) { self.document = document }

  package static let formats: [Format<OutlineReport>] = [.lines(named: "tree"), .json]

  package var lines: [String] { OutlineText(document).lines }

  package func encode(to encoder: any Encoder) throws {
    try OutlineJSON(document).encode(to: encoder)
  }
}

package import TaskSequence

/// The groups and steps of a sequence.
package struct OutlineReport: Report, LineReport, Encodable {
  private let document: SequenceDocument
  private let numbering: Numbering

  /// The outline of a sequence, its nodes numbered.
  package init(_ document: SequenceDocument, numbered numbering: Numbering = .steps) {
    self.document = document
    self.numbering = numbering
  }

  package static let formats: [Format<OutlineReport>] = [.lines(named: "tree"), .json]

  package var lines: [String] { OutlineText(document, numbering).lines }

  package func encode(to encoder: any Encoder) throws {
    try OutlineJSON(document, numbering).encode(to: encoder)
  }
}

/// Every reference of some sequences.
package struct ReferenceReport: Report, LineReport, TableReport, Encodable {
  private let references: [ReferenceLine]

  /// Takes the lines of the references.
  package init(_ references: [ReferenceLine]) { self.references = references }

  package static let formats: [Format<ReferenceReport>] = [.text, .json, .csv]
  package static var columns: [String] { ReferenceLine.columns }

  package var lines: [String] { references.map(\.text) }
  package var rows: [[String]] { references.map(\.cells) }

  package func encode(to encoder: any Encoder) throws { try references.encode(to: encoder) }
}

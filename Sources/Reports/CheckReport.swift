/// The references that should be looked at.
package struct CheckReport: Report, LineReport, Encodable {
  private let references: [ReferenceLine]

  /// Takes the lines of the references.
  package init(_ references: [ReferenceLine]) { self.references = references }

  package static let formats: [Format<CheckReport>] = [.text, .json]

  /// Whether nothing is wrong.
  package var isClean: Bool { references.isEmpty }
  package var lines: [String] { references.map(\.text) }

  package func encode(to encoder: any Encoder) throws { try references.encode(to: encoder) }
}

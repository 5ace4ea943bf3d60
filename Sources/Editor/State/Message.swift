/// One sentence for the status line.
package struct Message: Equatable, Sendable {
  package enum Kind: Equatable, Sendable { case info, warning, error }

  package let text: String
  package let kind: Kind

  package init(_ text: String, _ kind: Kind = .info) {
    self.text = text
    self.kind = kind
  }
}

package import Appearance

/// A piece of a line, and what it is.
package struct TextPiece: Equatable, Sendable {
  /// What is read.
  package var text: String
  /// What the theme gives it its look by.
  package var role: Role

  /// A text in the look of a role.
  package init(text: String, role: Role) {
    self.text = text
    self.role = role
  }
}

package import Screen

/// A screen of the editor, to be looked at elsewhere.
package struct Frame: Report {
  private let buffer: Buffer
  private let cursor: Point?

  /// Takes what was drawn, and where the cursor stands.
  package init(_ buffer: Buffer, cursor: Point?) {
    self.buffer = buffer
    self.cursor = cursor
  }

  package static let formats: [Format<Frame>] = [
    Format("text") { $0.buffer.plainText },
    Format("ansi") { $0.buffer.ansi() },
    Format("svg") { $0.buffer.svg(cursor: $0.cursor) },
  ]
}

/// The name of a value, and where it is written first.
package struct TOMLKey: Sendable {
  /// The name without quotes.
  package let name: String
  /// Where the name begins, at its quote if it has one.
  package let place: TOMLPlace
}

/// Compares names by their bytes, as TOML does; a `String` takes `é` and `e` with an accent for equal.
struct TOMLName: Hashable {
  private let text: String

  init(_ text: String) { self.text = text }

  static func == (left: Self, right: Self) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

/// Writes elements one below the other, indented by two blanks for each level.
struct MarkupWriter {
  private(set) var bytes: [UInt8] = []
  private var depth = 0
  private let lineEnd: [UInt8]

  init(lineEnd: String) { self.lineEnd = Array(lineEnd.utf8) }

  mutating func line(_ text: String) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
    bytes.append(contentsOf: text.utf8)
    bytes += lineEnd
  }

  /// Opens an element; `attributes` and all text stand as they are to be spelled.
  mutating func open(_ name: String, _ attributes: String = "") {
    line(attributes.isEmpty ? "<\(name)>" : "<\(name) \(attributes)>")
    depth += 1
  }

  mutating func close(_ name: String) {
    depth -= 1
    line("</\(name)>")
  }

  mutating func leaf(_ name: String, _ attributes: String, _ text: String) {
    let tag = attributes.isEmpty ? name : "\(name) \(attributes)"
    line("<\(tag)>\(text)</\(name)>")
  }
}

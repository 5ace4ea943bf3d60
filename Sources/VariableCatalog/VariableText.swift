/// Names of variables inside texts, written `%NAME%`.
package enum VariableText {
  /// Every `%NAME%` of a text: the name and where it stands, percent signs included.
  ///
  /// A name is letters, digits, `_`, `-` and `.`, and does not begin with a digit; `%~dp0` and
  /// `'%EliteBook 840%'` hold none.
  package static func references(
    in text: String
  ) -> [(name: Substring, range: Range<String.Index>)] {
    let bytes = text.utf8
    var found: [(name: Substring, range: Range<String.Index>)] = []
    var open = bytes.firstIndex(of: percent)
    while let start = open {
      let first = bytes.index(after: start)
      let end = bytes[first...].firstIndex { !isPartOfName($0) } ?? bytes.endIndex
      guard end < bytes.endIndex else { break }
      let isName = end > first && !isDigit(bytes[first])
      if isName, bytes[end] == percent {
        let next = bytes.index(after: end)
        found.append((text[first..<end], start..<next))
        open = bytes[next...].firstIndex(of: percent)
      } else {
        open = bytes[end...].firstIndex(of: percent)
      }
    }
    return found
  }

  /// The text with every `%NAME%` of one variable, whatever its case, as `%NEW%`.
  package static func renaming(_ name: String, to new: String, in text: String) -> String {
    var result = text
    for (found, range) in references(in: text).reversed()
    where found.lowercased() == name.lowercased() {
      result.replaceSubrange(range, with: "%\(new)%")
    }
    return result
  }

  /// What is wrong with a name for a variable of one's own, nil when nothing is.
  ///
  /// Source: Microsoft's article on using task sequence variables.
  package static func fault(inName name: String) -> String? {
    guard let first = name.utf8.first else { return "a variable needs a name" }
    if first == UInt8(ascii: "_") { return "names with a leading _ are the product's own" }
    if isDigit(first) || !isPartOfName(first) { return "a variable's name begins with a letter" }
    let isSound = name.utf8.allSatisfy { isPartOfName($0) && $0 != UInt8(ascii: ".") }
    guard isSound else { return "a variable's name has only letters, digits, _ and -" }
    return name.utf8.count > 256 ? "a variable's name has at most 256 characters" : nil
  }

  private static let percent = UInt8(ascii: "%")

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  static func isPartOfName(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }
}

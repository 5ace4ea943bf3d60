import Basics

/// A PowerShell script as a step stores it: base64 of UTF-16, little endian, with a byte-order mark
/// (measured on real steps).
///
/// Another form is read, and kept where a script is changed.
package enum ScriptText {
  /// The script, its lines ended by LF alone; nil when the value is not one.
  package static func decode(_ value: String) -> String? {
    EncodedText(whole: value)?.text.replacing("\r\n", with: "\n")
  }

  /// The value that stores a script that is given as text, or as it is stored already.
  package static func meant(_ text: String) -> String {
    decode(text) == nil ? encode(text) : text
  }

  /// The value that stores a script.
  ///
  /// Lines end with CR LF, as the product's editor writes them; where a value stands already, in its
  /// form, and lines that stay keep their ends.
  package static func encode(_ script: String, like old: String? = nil) -> String {
    guard !script.isEmpty else { return "" }
    let lines = script.replacing("\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    guard let old = old.flatMap(EncodedText.init(whole:)) else {
      return EncodedText.script(of: lines.joined(separator: "\r\n"))
    }
    let before = old.text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    let ends = old.text.filter { $0 == "\n" || $0 == "\r\n" }
    let usual = ends.last.map { String($0) } ?? "\r\n"
    let (head, tail) = before.sharedEnds(with: lines)
    var text = ""
    for (index, line) in lines.enumerated() {
      text += line
      guard index < lines.count - 1 else { break }
      let fromEnd = lines.count - 1 - index
      let place =
        index < head
        ? index
        : fromEnd <= tail && fromEnd < before.count
          ? before.count - 1 - fromEnd : nil
      text += place.flatMap { ends.indices(at: $0) }.map { String(ends[$0]) } ?? usual
    }
    return old.value(of: text) ?? EncodedText.script(of: text)
  }
}

extension String {
  /// The index of a character by its number; nil behind the end.
  fileprivate func indices(at place: Int) -> Index? {
    index(startIndex, offsetBy: place, limitedBy: endIndex).flatMap { $0 < endIndex ? $0 : nil }
  }
}

import Testing

@testable import XMLTree

/// What stands in a file, and the line, column and reason of the refusal if it is one.
struct Verdict: CustomTestStringConvertible, Sendable {
  let bytes: [UInt8]
  let fault: String?

  init(_ text: String, _ fault: String? = nil) {
    (bytes, self.fault) = (Array(text.utf8), fault)
  }

  /// Each character is one byte.
  init(bytes text: String, _ fault: String? = nil) {
    (bytes, self.fault) = (text.unicodeScalars.map { UInt8($0.value) }, fault)
  }

  /// What the parser says to a file, which must be kept to the byte if it is accepted.
  static func given(_ file: [UInt8]) -> Verdict {
    do throws(ParseFailure) {
      let output = try Document(parsing: file).serialized()
      return Verdict(file, output == file ? nil : "1:1 the file is not kept")
    } catch {
      return Verdict(file, "\(error.line):\(error.column) \(error.reason)")
    }
  }

  init(_ bytes: [UInt8], _ fault: String?) { (self.bytes, self.fault) = (bytes, fault) }

  /// A reference that means nothing.
  static func reference(_ text: String, _ place: String, _ spelled: String) -> Verdict {
    let expected = "expected &lt; &gt; &amp; &quot; &apos; or a character number"
    return Verdict(text, "\(place) '\(spelled)' is no reference; \(expected)")
  }

  var testDescription: String { String(decoding: bytes.prefix(60), as: UTF8.self).debugDescription }

  /// Holds the parser to it.
  func check() { #expect(Self.given(bytes).fault == fault) }
}

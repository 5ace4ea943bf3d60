import Basics

/// A PowerShell script as a step stores it: base64 of UTF-16, little endian, with a byte-order mark
/// (measured on real steps).
package enum ScriptText {
  /// The script; nil when the value is not one.
  package static func decode(_ value: String) -> String? {
    guard let bytes = Base64Text.decode(value), bytes.starts(with: [0xFF, 0xFE]),
      bytes.count % 2 == 0
    else { return nil }
    let units = stride(from: 2, to: bytes.count, by: 2).map {
      UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
    }
    return String(decoding: units, as: UTF16.self).replacing("\r\n", with: "\n")
  }

  /// The value that stores a script that is given as text, or as it is stored already.
  package static func meant(_ text: String) -> String {
    decode(text) == nil ? encode(text) : text
  }

  /// The value that stores a script; lines end with CR LF, as the product's editor writes them.
  package static func encode(_ script: String) -> String {
    guard !script.isEmpty else { return "" }
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in script.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n").utf16 {
      bytes += [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
    }
    return String(decoding: Base64Text.encode(bytes), as: UTF8.self)
  }
}

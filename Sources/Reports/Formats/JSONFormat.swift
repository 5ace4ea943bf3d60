import FoundationEssentials
import Screen

/// A value as JSON, for scripts.
enum JSONText {
  /// Keys are in order, so that two outputs can be compared line by line.
  ///
  /// Characters that could drive a terminal are written as `\u…`: the output means the same.
  static func of(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(value), as: UTF8.self)
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if Printable.isDangerous(scalar), scalar != "\n" {
        let digits = String(scalar.value, radix: 16)
        result += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".unicodeScalars
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}

extension Format where Content: Encodable {
  /// For scripts.
  package static var json: Format { Format("json") { try JSONText.of($0) + "\n" } }
}

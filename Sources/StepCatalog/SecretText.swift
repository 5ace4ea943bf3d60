import TaskSequence

/// Secrets that stand inside a text: in a command line, in parameters, in a script.
///
/// They are told by what stands before them: a switch, a parameter or a name that means a password or a
/// key, or a command that takes one in a certain place (FACTS.md, “Secrets inside texts”).
package enum SecretText {
  /// Where they stand, by the bytes of the text in UTF-8, in order and apart from each other.
  static func places(in text: String) -> [Range<Int>] {
    guard mayHold(text) else { return [] }
    var scanner = SecretScanner(text)
    scanner.scan()
    var merged: [Range<Int>] = []
    for place in scanner.found.sorted(by: { $0.lowerBound < $1.lowerBound }) where !place.isEmpty {
      if let last = merged.last, place.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, place.upperBound)
      } else {
        merged.append(place)
      }
    }
    return merged
  }

  /// The text with each of them covered; the same text where there is none.
  package static func covered(_ text: String) -> String {
    let places = places(in: text)
    guard !places.isEmpty else { return text }
    let bytes = Array(text.utf8)
    var shown: [UInt8] = []
    var end = 0
    for place in places {
      shown += bytes[end..<place.lowerBound] + Array(Secrets.mask.utf8)
      end = place.upperBound
    }
    return String(decoding: shown + bytes[end...], as: UTF8.self)
  }

  /// The secrets themselves.
  static func secrets(in text: String) -> [String] {
    let places = places(in: text)
    guard !places.isEmpty else { return [] }
    let bytes = Array(text.utf8)
    return places.map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// What stands in every text that holds one, in small letters; most texts have none of it.
  private static let marks = [
    "pass", "pwd", "pw", "wort", "key", "token", "secret", "pin", "psk", "sas", "cred", "net ",
    "net.exe", "auth", "bearer", "ipk", "rp", "/pd", "/po", "-pd", "-po", "://", " -p", " /p",
    "curl", "sig=", "7z", "rar", "mysql", "zip", "sqlcmd", "osql", "bcp", "logon", "rasdial",
  ].map { Array($0.utf8) }

  private static func mayHold(_ text: String) -> Bool {
    let bytes = text.utf8.map { $0 &- UInt8(ascii: "A") < 26 ? $0 | 0x20 : $0 }
    guard bytes.count > 4 else { return false }
    if bytes.count >= 29, bytes.count(where: { $0 == UInt8(ascii: "-") }) >= 4 { return true }
    return marks.contains { mark in
      bytes.indices.dropLast(mark.count - 1).contains { place in
        bytes[place] == mark[0] && bytes[place..<place + mark.count].elementsEqual(mark)
      }
    }
  }
}

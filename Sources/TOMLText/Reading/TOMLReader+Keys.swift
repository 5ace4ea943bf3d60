/// A name, with those before its dots.
struct DottedKey {
  var parents: [TOMLKey] = []
  var last: TOMLKey
}

extension TOMLReader {
  /// Reads a name, or several with dots between, and the blanks around them.
  mutating func readPath() throws(TOMLFault) -> DottedKey {
    cursor.skipBlanks()
    var path = DottedKey(last: try readKey())
    cursor.skipBlanks()
    while cursor.take(".") {
      cursor.skipBlanks()
      path.parents.append(path.last)
      path.last = try readKey()
      cursor.skipBlanks()
    }
    return path
  }

  private mutating func readKey() throws(TOMLFault) -> TOMLKey {
    let place = cursor.place
    if cursor.isAt("\"") || cursor.isAt("'") {
      return TOMLKey(name: try readString(isKey: true), place: place)
    }
    let name = cursor.take(while: Self.isBare)
    guard !name.isEmpty else { throw cursor.fault("expected a name") }
    return TOMLKey(name: String(decoding: name, as: UTF8.self), place: place)
  }

  /// Whether a byte may stand in a name without quotes.
  static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

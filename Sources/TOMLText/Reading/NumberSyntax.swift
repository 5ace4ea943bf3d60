/// Takes the word of a number apart.
struct NumberSyntax {
  /// Why a word that begins as a number is none.
  enum Flaw: String, Error {
    case leadingZero = "a 0 stands before other digits"
    case underscore = "'_' stands only between two digits"
    case point = "'.' stands only between two digits"
    case size = "whole ones go from -9223372036854775808 to 9223372036854775807"
    case shape = "they are written 12, 1_000, 0x1F, 0.5, 1e-9"
  }

  private var rest: ArraySlice<UInt8>
  /// What was taken, without underscores.
  private var plain = ""

  /// The number that a word is; nil when it does not begin as one.
  ///
  /// A fraction is rounded to the nearest double, beyond the greatest one to infinity (IEEE 754).
  static func form(of word: ArraySlice<UInt8>) throws(Flaw) -> TOMLValue.Form? {
    switch String(decoding: word, as: UTF8.self) {
    case "inf", "+inf": return .float(.infinity)
    case "-inf": return .float(-.infinity)
    case "nan", "+nan", "-nan": return .float(.nan)
    default: break
    }
    guard let first = word.first, digit(first) < 10 || "+-.".utf8.contains(first) else {
      return nil
    }
    var number = NumberSyntax(rest: word)
    if let form = try number.readPrefixed() { return form }
    return try number.readDecimal()
  }

  /// Reads what begins with `0x`, `0o` or `0b`; nil when it does not.
  private mutating func readPrefixed() throws(Flaw) -> TOMLValue.Form? {
    let radices: [UInt8: Int] = [UInt8(ascii: "x"): 16, UInt8(ascii: "o"): 8, UInt8(ascii: "b"): 2]
    guard rest.first == UInt8(ascii: "0"),
      let radix = rest.dropFirst().first.flatMap({ radices[$0] })
    else { return nil }
    rest.removeFirst(2)
    try takeDigits(radix, else: .shape)
    return try integer(radix)
  }

  private mutating func readDecimal() throws(Flaw) -> TOMLValue.Form {
    takeSign()
    let start = rest
    try takeDigits(10, else: rest.first == UInt8(ascii: ".") ? .point : .shape)
    guard start.first != UInt8(ascii: "0") || start.count - rest.count == 1 else {
      throw .leadingZero
    }
    if rest.isEmpty { return try integer(10) }
    if take(".") {
      plain += "."
      try takeDigits(10, else: .point)
    }
    if take("e") || take("E") {
      plain += "e"
      takeSign()
      try takeDigits(10, else: .shape)
    }
    guard rest.isEmpty, let float = Double(plain) else { throw .shape }
    return .float(float)
  }

  private func integer(_ radix: Int) throws(Flaw) -> TOMLValue.Form {
    guard rest.isEmpty else { throw .shape }
    guard let integer = Int64(plain, radix: radix) else { throw .size }
    return .integer(integer)
  }

  // MARK: Pieces

  /// Takes one digit or more, with an underscore between two of them at most.
  /// - Parameter flaw: What it is when there is no digit.
  private mutating func takeDigits(_ radix: Int, else flaw: Flaw) throws(Flaw) {
    var last: UInt8?
    while let byte = rest.first, byte == UInt8(ascii: "_") || Self.digit(byte) < radix {
      if byte != UInt8(ascii: "_") {
        plain.unicodeScalars.append(Unicode.Scalar(byte))
      } else if last == nil || last == byte {
        throw .underscore
      }
      last = byte
      rest.removeFirst()
    }
    guard let last else { throw flaw }
    guard last != UInt8(ascii: "_") else { throw .underscore }
  }

  private mutating func takeSign() {
    if take("-") { plain += "-" } else { _ = take("+") }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  /// What a digit counts, hexadecimal ones too; 99 for what is no digit.
  static func digit(_ byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(byte - UInt8(ascii: "A")) + 10
    default: 99
    }
  }
}

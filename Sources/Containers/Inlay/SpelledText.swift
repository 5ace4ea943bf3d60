import XMLTree

/// A text as it stands inside another one: both spellings, and what of the one is where in the other.
struct SpelledText: Sendable {
  /// What stands in the file.
  let raw: [UInt8]
  /// What it means.
  let text: [UInt8]
  let escaping: any Escaping
  /// Where each spelled character ends in both.
  private var ends: (text: [Int32], raw: [Int32]) = ([], [])
  private var habits = Habits()

  /// How characters are spelled in it.
  fileprivate struct Habits {
    /// By character, the first way.
    var spelled: [Unicode.Scalar: [UInt8]] = [:]
    /// Of those below 128, the ones that stand for themselves somewhere.
    var plain: [Bool] = Array(repeating: false, count: 128)
    /// Whether one above stands for itself somewhere.
    var hasPlainOthers = false
    /// How one above is spelled.
    var other: [UInt8]?
    /// How one is spelled by its number, with letters among the digits if there is such a one.
    var number: [UInt8]?
  }

  /// Reads what stands in the file.
  init(raw: [UInt8], _ escaping: any Escaping) {
    self.raw = raw
    self.escaping = escaping
    var text: [UInt8] = []
    text.reserveCapacity(raw.count)
    let span = raw.span
    let sign = escaping.sign
    var index = 0
    while index < span.count {
      let byte = span[index]
      if byte == sign, let (scalar, end) = escaping.character(in: span, at: index) {
        text += Array(String(scalar).utf8)
        habits.note(scalar, raw[index..<end])
        ends.text.append(Int32(text.count))
        ends.raw.append(Int32(end))
        index = end
      } else {
        habits.note(plain: byte)
        text.append(byte)
        index += 1
      }
    }
    self.text = text
  }

  /// Where in `raw` a place of `text` that is between two characters is.
  func offset(_ place: Int) -> Int {
    var (low, high) = (0, ends.text.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(ends.text[middle]) <= place { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return place }
    return Int(ends.raw[low - 1]) + place - Int(ends.text[low - 1])
  }

  /// Spells another text as this one is spelled.
  ///
  /// - Parameter encoding: How the file is written: what that lacks is spelled, too.
  func spelling(of text: ArraySlice<UInt8>, in encoding: TextEncoding = .utf8) -> [UInt8] {
    var raw: [UInt8] = []
    raw.reserveCapacity(text.count + text.count / 8)
    var scalars = String(decoding: text, as: UTF8.self).unicodeScalars.makeIterator()
    var last: Unicode.Scalar?
    var next = scalars.next()
    while let scalar = next {
      next = scalars.next()
      let plain = Array(String(scalar).utf8)
      let mustSpell =
        escaping.mustSpell(scalar, after: last, before: next)
        || encoding.firstLacking(in: plain[...]) != nil
      raw += habits.spelling(of: scalar, mustSpell, escaping) ?? plain
      last = scalar
    }
    return raw
  }
}

extension SpelledText.Habits {
  mutating func note(_ scalar: Unicode.Scalar, _ raw: ArraySlice<UInt8>) {
    if spelled[scalar] == nil { spelled[scalar] = Array(raw) }
    if !scalar.isASCII, other == nil { other = Array(raw) }
    guard raw.contains(where: { (0x30...0x39).contains($0) }) else { return }
    let hasLetters = number?.dropFirst(3).contains { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x66 }
    if hasLetters != true { number = Array(raw) }
  }

  mutating func note(plain byte: UInt8) {
    if byte < 0x80 { plain[Int(byte)] = true } else { hasPlainOthers = true }
  }

  /// How a character is spelled; nil when it stands for itself.
  func spelling(
    of scalar: Unicode.Scalar, _ mustSpell: Bool, _ escaping: any Escaping
  ) -> [UInt8]? {
    if let known = spelled[scalar] {
      let isPlain = scalar.isASCII ? plain[Int(scalar.value)] : hasPlainOthers
      return isPlain && !mustSpell ? nil : known
    }
    let isOther = !scalar.isASCII && !hasPlainOthers && other != nil
    guard isOther || mustSpell else { return nil }
    return escaping.spell(scalar, like: other ?? number)
  }
}

extension TOMLMoment {
  /// Whether a word is written as a day alone.
  static func isDate(_ word: ArraySlice<UInt8>) -> Bool {
    word.count == 10 && word[word.startIndex + 4] == UInt8(ascii: "-") && isMeant(by: word)
  }

  /// Whether a word begins with digits and then what stands only in dates or times.
  static func isMeant(by word: ArraySlice<UInt8>) -> Bool {
    let rest = word.drop { NumberSyntax.digit($0) < 10 }
    return rest.count < word.count
      && (rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: ":"))
  }

  /// Reads a date, a time, or both (RFC 3339); nil when it is none, or none that there is.
  init?(_ word: ArraySlice<UInt8>) {
    var scanner = MomentScanner(rest: word)
    let isDated = word.dropFirst(4).first == UInt8(ascii: "-")
    date = isDated ? scanner.readDate() : nil
    guard !isDated || date != nil else { return nil }
    let isTimed = !isDated || scanner.take("T") || scanner.take("t") || scanner.take(" ")
    time = isTimed ? scanner.readTime() : nil
    guard !isTimed || time != nil else { return nil }
    offset = isDated && isTimed ? scanner.readOffset() : nil
    guard scanner.isAtEnd else { return nil }
  }
}

/// Takes the word of a date or time apart; what it reads is nil when it is not there.
private struct MomentScanner {
  var rest: ArraySlice<UInt8>

  var isAtEnd: Bool { rest.isEmpty }

  mutating func readDate() -> TOMLMoment.Date? {
    guard let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2),
      (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    return TOMLMoment.Date(year: year, month: month, day: day)
  }

  mutating func readTime() -> TOMLMoment.Time? {
    guard let hour = number(2), take(":"), let minute = number(2), take(":"),
      let second = number(2), hour < 24, minute < 60, second <= 60
    else { return nil }
    var nanosecond = 0
    if take(".") {
      let digits = rest.prefix { NumberSyntax.digit($0) < 10 }
      guard !digits.isEmpty else { return nil }
      rest.removeFirst(digits.count)
      let zeros = repeatElement(UInt8(ascii: "0"), count: 9 - min(9, digits.count))
      nanosecond = (digits.prefix(9) + zeros).reduce(0) { $0 * 10 + NumberSyntax.digit($1) }
    }
    return TOMLMoment.Time(hour: hour, minute: minute, second: second, nanosecond: nanosecond)
  }

  /// Reads how many minutes a time is ahead of universal time; what does not say so stays.
  mutating func readOffset() -> Int? {
    if take("Z") || take("z") { return 0 }
    var zone = self
    guard let sign = rest.first, zone.take("-") || zone.take("+"),
      let hour = zone.number(2), zone.take(":"), let minute = zone.number(2),
      hour < 24, minute < 60
    else { return nil }
    self = zone
    return (hour * 60 + minute) * (sign == UInt8(ascii: "-") ? -1 : 1)
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func number(_ count: Int) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy({ NumberSyntax.digit($0) < 10 }) else {
      return nil
    }
    rest.removeFirst(count)
    return digits.reduce(0) { $0 * 10 + NumberSyntax.digit($1) }
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

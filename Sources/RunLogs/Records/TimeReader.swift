/// Reads the dates and times records have, in every form known.
struct TimeReader {
  let bytes: LogBytes
  /// Whether the day stands first where slashes divide the date: the habit of who copied it.
  var isDayFirst = false
  /// Whether a date was met that only makes sense with the day first.
  private(set) var hasDayFirst = false

  init(_ bytes: LogBytes) { self.bytes = bytes }

  /// A native record's: `HH:MM:SS.mmm±B` and `MM-DD-YYYY`.
  func native(time: Range<Int>, date: Range<Int>) -> LogTime? {
    var cursor = date.lowerBound
    guard let (first, second, year) = threeNumbers(&cursor, date.upperBound),
      let day = CivilDate(year: year, month: first, day: second)
    else { return nil }
    cursor = time.lowerBound
    guard let clock = clock(&cursor, time.upperBound) else { return nil }
    let bias = cursor < time.upperBound ? self.bias(cursor..<time.upperBound) : nil
    return LogTime(local: day.days * 86_400_000 + clock, bias: bias)
  }

  /// A copied record's date and time of day; half a day more where it is afternoon.
  mutating func copied(date: Range<Int>, time: Range<Int>, half: Range<Int>?) -> LogTime? {
    var cursor = date.lowerBound
    guard let (first, second, third) = threeNumbers(&cursor, date.upperBound),
      cursor == date.upperBound, let day = day(first, second, third, sign: sign(in: date))
    else { return nil }
    cursor = time.lowerBound
    guard var clock = clock(&cursor, time.upperBound) else { return nil }
    let bias = cursor < time.upperBound ? self.bias(cursor..<time.upperBound) : nil
    if let half {
      if clock >= 43_200_000 { clock -= 43_200_000 }
      if bytes[half.lowerBound] | 0x20 == UInt8(ascii: "p") { clock += 43_200_000 }
    }
    return LogTime(local: day.days * 86_400_000 + clock, bias: bias)
  }

  private func sign(in date: Range<Int>) -> UInt8 {
    date.lazy.map { bytes[$0] }.first { $0 < 0x30 || $0 > 0x39 } ?? 0
  }

  /// A date by the habits its sign tells of: years first are ISO's, full stops are of those who write
  /// the day first, dashes of the log itself, slashes of either.
  private mutating func day(_ first: Int, _ second: Int, _ third: Int, sign: UInt8) -> CivilDate? {
    if first > 31 { return CivilDate(year: first, month: second, day: third) }
    let year = third < 100 ? 2000 + third : third
    if sign == UInt8(ascii: ".") { return CivilDate(year: year, month: second, day: first) }
    if first > 12 {
      if sign == UInt8(ascii: "/") { hasDayFirst = true }
      return CivilDate(year: year, month: second, day: first)
    }
    if sign == UInt8(ascii: "/"), isDayFirst, second <= 12 {
      return CivilDate(year: year, month: second, day: first)
    }
    return CivilDate(year: year, month: first, day: second)
  }

  /// The milliseconds of `HH:MM:SS` with up to three digits behind a full stop; `cursor` goes behind.
  func clock(_ cursor: inout Int, _ end: Int) -> Int? {
    guard let hours = digits(&cursor, end, most: 2), hours < 24, skip(":", &cursor, end),
      let minutes = digits(&cursor, end, most: 2), minutes < 60, skip(":", &cursor, end),
      let seconds = digits(&cursor, end, most: 2), seconds < 61
    else { return nil }
    var clock = (hours * 60 + minutes) * 60_000 + seconds * 1000
    guard cursor + 1 < end, bytes[cursor] == UInt8(ascii: "."), isDigit(cursor + 1) else {
      return clock
    }
    cursor += 1
    var unit = 100
    while cursor < end, isDigit(cursor) {
      clock += Int(bytes[cursor] - 0x30) * unit
      unit /= 10
      cursor += 1
    }
    return clock
  }

  /// Three numbers with the same sign between them; `cursor` goes behind.
  func threeNumbers(_ cursor: inout Int, _ end: Int) -> (Int, Int, Int)? {
    guard let first = digits(&cursor, end, most: 4), cursor < end else { return nil }
    let sign = bytes[cursor]
    guard sign == 0x2D || sign == 0x2E || sign == 0x2F else { return nil }
    cursor += 1
    guard let second = digits(&cursor, end, most: 2), cursor < end, bytes[cursor] == sign else {
      return nil
    }
    cursor += 1
    guard let third = digits(&cursor, end, most: first > 31 ? 2 : 4) else { return nil }
    return (first, second, third)
  }

  private func bias(_ range: Range<Int>) -> Int? {
    let sign = bytes[range.lowerBound]
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), range.count <= 5,
      let minutes = bytes.number(range.dropFirst())
    else { return nil }
    return sign == UInt8(ascii: "-") ? -minutes : minutes
  }

  private func isDigit(_ place: Int) -> Bool { bytes[place] &- 0x30 < 10 }

  private func skip(_ sign: Unicode.Scalar, _ cursor: inout Int, _ end: Int) -> Bool {
    guard cursor < end, bytes[cursor] == UInt8(ascii: sign) else { return false }
    cursor += 1
    return true
  }

  private func digits(_ cursor: inout Int, _ end: Int, most: Int) -> Int? {
    var (number, count) = (0, 0)
    while cursor < end, count < most, isDigit(cursor) {
      number = number * 10 + Int(bytes[cursor] - 0x30)
      cursor += 1
      count += 1
    }
    return count == 0 ? nil : number
  }
}

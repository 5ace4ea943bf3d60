/// Dates as people write them and as WMI does.
package enum DateText {
  /// `20240131180000.000000+000` as `2024-01-31T18:00:00`, and midnight as the day alone; nil for a
  /// text that is no such moment of UTC.
  package static func short(_ xml: String) -> String? {
    let tail = ".000000+000"
    guard xml.utf8.count == 14 + tail.utf8.count, xml.hasSuffix(tail) else { return nil }
    let digits = Array(xml.utf8.prefix(14))
    guard digits.allSatisfy(isDigit) else { return nil }
    let text = String(decoding: digits, as: UTF8.self)
    func part(_ start: Int, _ count: Int) -> Substring { text.dropFirst(start).prefix(count) }
    let day = "\(part(0, 4))-\(part(4, 2))-\(part(6, 2))"
    let time = "\(part(8, 2)):\(part(10, 2)):\(part(12, 2))"
    guard isMoment(digits) else { return nil }
    return time == "00:00:00" ? day : "\(day)T\(time)"
  }

  /// `2024-01-31`, `2024-01-31T18:00` or `2024-01-31T18:00:00` as WMI writes it; nil for other texts.
  package static func xml(_ short: String) -> String? {
    let text = short.uppercased().hasSuffix("Z") ? short.dropLast() : short[...]
    let halves = text.split(omittingEmptySubsequences: false) { $0 == "T" || $0 == "t" }
    let day = halves[0].split(separator: "-", omittingEmptySubsequences: false)
    var time = halves.count > 1 ? halves[1].split(separator: ":") : ["00", "00"]
    if time.count == 2 { time.append("00") }
    guard halves.count < 3, day.map(\.utf8.count) == [4, 2, 2],
      time.map(\.utf8.count) == [2, 2, 2]
    else { return nil }
    let digits = Array((day + time).joined().utf8)
    guard digits.allSatisfy(isDigit), isMoment(digits) else { return nil }
    return String(decoding: digits, as: UTF8.self) + ".000000+000"
  }

  /// Whether a text is a moment as WMI writes it, in whatever time zone: `20240131180000.000000+060`.
  package static func isMoment(_ xml: String) -> Bool {
    let bytes = Array(xml.utf8)
    guard bytes.count == 25, bytes[14] == UInt8(ascii: "."), [0x2B, 0x2D].contains(bytes[21]),
      (bytes[..<14] + bytes[15..<21] + bytes[22...]).allSatisfy(isDigit)
    else { return false }
    return isMoment(Array(bytes[..<14]))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Whether fourteen digits are a day and a time there can be.
  private static func isMoment(_ digits: [UInt8]) -> Bool {
    func number(_ start: Int) -> Int {
      Int(digits[start] - 0x30) * 10 + Int(digits[start + 1] - 0x30)
    }
    let (year, month) = (number(0) * 100 + number(2), number(4))
    guard (1...12).contains(month), (1...days(of: month, year)).contains(number(6)) else {
      return false
    }
    return number(8) < 24 && number(10) < 60 && number(12) < 60
  }

  private static func days(of month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// Moments as a table has them, in seconds since 1970 and the time of Greenwich.
enum Moment {
  private static let day: Int64 = 86400

  /// The moment of a text such as `2026-11-30T09:05:00Z`; nil for what is no moment.
  ///
  /// A day alone stands for its last second.
  static func seconds(of text: String) -> Int64? {
    let halves = text.split(maxSplits: 1) { $0 == "T" || $0 == " " }
    guard let date = halves.first.flatMap({ numbers(in: $0, separator: "-") }), date.count == 3,
      (1...12).contains(date[1]), (1...31).contains(date[2])
    else { return nil }
    let start = days(date[0], date[1], date[2]) * day
    guard halves.count > 1 else { return start + day - 1 }
    let clock = halves[1].last == "Z" ? halves[1].dropLast() : halves[1]
    guard let time = numbers(in: clock, separator: ":"), (2...3).contains(time.count) else {
      return nil
    }
    return start + time[0] * 3600 + time[1] * 60 + (time.count > 2 ? time[2] : 0)
  }

  private static func numbers(in text: Substring, separator: Character) -> [Int64]? {
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.count <= 4 && $0.first != "+" ? Int64($0) : nil }
    return numbers.count == parts.count && numbers.allSatisfy { $0 >= 0 } ? numbers : nil
  }

  /// A moment as `seconds` reads it.
  static func text(_ seconds: Int64) -> String {
    let time = ((seconds % day) + day) % day
    let parts = [time / 3600, time / 60 % 60, time % 60].map(twoDigits).joined(separator: ":")
    return "\(date(seconds))T\(parts)Z"
  }

  /// The day of a moment, such as `2026-11-30`.
  static func date(_ seconds: Int64) -> String {
    let count = (seconds - ((seconds % day) + day) % day) / day
    // A year has at least 365 days; the estimate is never before the year that is wanted.
    var year = 1970 + count / 365
    while days(year, 1, 1) > count { year -= 1 }
    var month: Int64 = 12
    while days(year, month, 1) > count { month -= 1 }
    let date = count - days(year, month, 1) + 1
    return "\(year)-\(twoDigits(month))-\(twoDigits(date))"
  }

  private static func twoDigits(_ number: Int64) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  /// The days from 1970 to a day of the Gregorian calendar.
  private static func days(_ year: Int64, _ month: Int64, _ date: Int64) -> Int64 {
    // The year begins in March, so that the day that comes and goes is its last.
    let year = month > 2 ? year : year - 1
    let month = month > 2 ? month - 3 : month + 9
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + date - 719469
  }
}

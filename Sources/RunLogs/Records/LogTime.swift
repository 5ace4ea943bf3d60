/// When a record was written: the clock of the machine, and how far it said it is from UTC.
///
/// Windows PE mostly has no time zone and claims +480, and its clock may be local time as well as UTC:
/// neither the local nor the computed time is sure across a restart. Records are never sorted by it.
package struct LogTime: Equatable, Sendable {
  /// The local time in milliseconds since 1970, as if it were UTC.
  package let local: Int
  /// The minutes to add to local time for UTC; nil where the record does not say.
  package let bias: Int?

  package init(local: Int, bias: Int?) {
    self.local = local
    self.bias = bias
  }

  /// In milliseconds since 1970, as far as the record says; local time where it does not.
  package var universal: Int { local + (bias ?? 0) * 60_000 }

  /// The milliseconds from another time to this one, by UTC only where both say the same bias.
  ///
  /// Nil when it would be less than nothing: a clock was set.
  package func since(_ other: LogTime) -> Int? {
    let difference = local - other.local
    return difference < 0 ? nil : difference
  }

  /// As it is shown: `2024-03-14 08:00:01`.
  package var text: String {
    let days = local.flooredQuotient(by: 86_400_000)
    let seconds = (local - days * 86_400_000) / 1000
    let date = CivilDate(days: days)
    return "\(date.year)-\(two(date.month))-\(two(date.day)) "
      + "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Int {
  fileprivate func flooredQuotient(by other: Int) -> Int {
    let (quotient, rest) = quotientAndRemainder(dividingBy: other)
    return rest < 0 ? quotient - 1 : quotient
  }
}

/// A day of the Gregorian calendar.
struct CivilDate: Equatable {
  let year: Int
  let month: Int
  let day: Int

  /// Nil where there is no such day.
  init?(year: Int, month: Int, day: Int) {
    guard (1601...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The day so many after the first of 1970, for years 0 and later.
  init(days: Int) {
    let shifted = days + 719_468
    let era = shifted.flooredQuotient(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * part + 2) / 5 + 1
    month = part < 10 ? part + 3 : part - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// How many days after the first of 1970 it is.
  var days: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let part = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * part + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

/// A date, a time, or both, with the offset from universal time if it is written.
package struct TOMLMoment: Hashable, Sendable {
  /// A day of the Gregorian calendar that exists.
  package struct Date: Hashable, Sendable {
    package let year: Int
    package let month: Int
    package let day: Int
  }

  /// A time of day; its second is 60 where a leap second is written.
  package struct Time: Hashable, Sendable {
    package let hour: Int
    package let minute: Int
    package let second: Int
    /// The fraction of the second; digits after the ninth are dropped, as TOML asks.
    package let nanosecond: Int
  }

  /// The day; nil for a time alone.
  package let date: Date?
  /// The time of day; nil for a day alone.
  package let time: Time?
  /// Minutes ahead of universal time; nil for a local date or time.
  package let offset: Int?
}

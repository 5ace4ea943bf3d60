import Testing

@testable import TaskSequence

@Suite struct TimeOutTests {
  @Test(arguments: [("900", "15"), ("90", "1:30"), ("5", "0:05"), ("", ""), ("soon", "soon")])
  func secondsAreShownAsMinutes(_ seconds: String, _ minutes: String) {
    #expect(TimeOut.minutes(seconds) == minutes)
    #expect(TimeOut.seconds(minutes) == seconds)
  }

  @Test(arguments: [("1 : 30", "90"), ("90 s", "90"), ("1:75", "1:75"), ("-1", "-1"), ("x", "x")])
  func whatIsMeantIsRead(_ typed: String, _ seconds: String) {
    #expect(TimeOut.seconds(typed) == seconds)
  }

  @Test func faultsSayTheLimit() {
    #expect(Property.timeout.fault(in: "59940") == nil)
    #expect(Property.timeout.fault(in: "60000") == "a time-out is 1 to 999 minutes")
    #expect(Property.timeout.fault(in: "soon")?.contains("minutes") == true)
    #expect(Property.name.hint(in: String(repeating: "n", count: 51))?.contains("50") == true)
    #expect(Property.name.hint(in: "n") == nil)
  }
}

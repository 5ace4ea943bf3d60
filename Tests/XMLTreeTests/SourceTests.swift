import Testing

@testable import XMLTree

@Test func sourceKeepsBytes() {
  #expect(Source([1, 2]).bytes == [1, 2])
}

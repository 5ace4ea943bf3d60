import Testing

@testable import Screen

@Suite struct RectTests {
  @Test func sizesAreNeverNegative() {
    #expect(Size(width: -3, height: 2) == Size(width: 0, height: 2))
    #expect(Rect(x: 1, y: 1, width: -1, height: 4).isEmpty)
  }

  @Test func intersection() {
    let rect = Rect(x: 2, y: 1, width: 10, height: 5)
    #expect(
      rect.intersection(Rect(x: 0, y: 3, width: 4, height: 9))
        == Rect(x: 2, y: 3, width: 2, height: 3))
    #expect(rect.intersection(Rect(x: 12, y: 1, width: 4, height: 4)).isEmpty)
    #expect(rect.contains(Rect(x: 2, y: 1, width: 10, height: 5)))
    #expect(!rect.contains(Rect(x: 2, y: 1, width: 11, height: 5)))
  }

  @Test func containsItsCorners() {
    let rect = Rect(x: 2, y: 1, width: 3, height: 2)
    #expect(rect.contains(Point(x: 2, y: 1)))
    #expect(rect.contains(Point(x: 4, y: 2)))
    #expect(!rect.contains(Point(x: 5, y: 2)))
    #expect(!rect.contains(Point(x: 4, y: 3)))
  }

  @Test func insetStopsAtNothing() {
    let rect = Rect(x: 2, y: 1, width: 5, height: 4)
    #expect(rect.inset(by: 1) == Rect(x: 3, y: 2, width: 3, height: 2))
    #expect(rect.inset(by: 3).isEmpty)
    #expect(rect.inset(horizontal: -2) == Rect(x: 0, y: 1, width: 9, height: 4))
  }

  @Test func cutting() {
    var area = Rect(x: 0, y: 0, width: 80, height: 24)
    #expect(area.cut(.top, 1) == Rect(x: 0, y: 0, width: 80, height: 1))
    #expect(area.cut(.bottom, 2) == Rect(x: 0, y: 22, width: 80, height: 2))
    #expect(area.cut(.left, 30) == Rect(x: 0, y: 1, width: 30, height: 21))
    #expect(area.cut(.right, 10) == Rect(x: 70, y: 1, width: 10, height: 21))
    #expect(area == Rect(x: 30, y: 1, width: 40, height: 21))
    #expect(area.cut(.top, 99) == Rect(x: 30, y: 1, width: 40, height: 21))
    #expect(area.isEmpty)
    #expect(area.cut(.left, -5).isEmpty)
  }

  @Test func extremesDoNotTrap() {
    let values = [Int.min, Int.min + 1, -1, 0, 1, Int.max - 1, Int.max]
    for x in values {
      for width in values {
        var rect = Rect(x: x, y: width, width: width, height: x)
        for amount in values {
          #expect(!rect.inset(by: amount).contains(Point(x: 5, y: .max)))
          let before = rect.size.height
          #expect(rect.cut(.bottom, amount).size.height + rect.size.height == before)
        }
        #expect(
          Rect(x: 0, y: 0, width: 80, height: 24).contains(
            rect.intersection(Rect(x: 0, y: 0, width: 80, height: 24))))
      }
    }
  }
}

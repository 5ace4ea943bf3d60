import Testing

@testable import TaskSequence

@Suite("What belongs to which product")
struct ProductTableTests {
  @Test func everyLineMakesSense() {
    #expect(ProductTable.shared.faults.isEmpty)
    let table = ProductTable("mdt attribute a\nmdt attribute\nboth option b\nmdt sort c\n# d")
    #expect(table.faults == ["mdt attribute", "both option b", "mdt sort c"])
  }

  @Test func whatIsTheOthersIsNotThere() {
    let table = ProductTable("mdt attribute a\nconfigmgr operator Like")
    for (thing, product) in [
      (ProductTable.Thing.attribute("a"), Dialect.mdt),
      (.comparison("like"), .configurationManager),
    ] {
      #expect(table.isThere(thing, in: product))
      #expect(!table.isThere(thing, in: product.other))
    }
    // What nobody says anything of is everywhere.
    for product in [Dialect.mdt, .configurationManager] {
      #expect(table.isThere(.option("a"), in: product))
      #expect(table.isThere(.condition("like"), in: product))
    }
    let names = table.strange(to: .configurationManager)
    #expect(names.attributes == ["a"] && names.comparisons.isEmpty)
    #expect(table.strange(to: .mdt).comparisons == ["like"])
    #expect(table.strange(to: .mdt).attributes.isEmpty)
  }

  /// An option that only the other product's editor offers is offered where it stands already.
  @Test func optionsAreOfferedByProduct() throws {
    func step(_ start: String, _ more: String = "") throws -> (SequenceDocument, TaskNode) {
      let document = try Draft("<sequence \(start)><step name=\"s\" \(more)/></sequence>").document
      return (document, document.sequence.children[0])
    }
    let (manager, run) = try step("version=\"3.10\"")
    #expect(manager.offers(.retryCount, run) && !manager.offers(.startIn, run))
    let (mdt, line) = try step("name=\"n\"")
    #expect(!mdt.offers(.retryCount, line) && mdt.offers(.startIn, line))
    #expect(mdt.has(.retryCount, line) && !manager.has(.startIn, run))
    let (_, both) = try step("", "startIn=\"\" retryCount=\"1\"")
    #expect(manager.offers(.startIn, both) && mdt.offers(.retryCount, both))
  }
}

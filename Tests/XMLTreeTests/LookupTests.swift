import TestSupport
import Testing

@testable import XMLTree

@Suite("Finding elements")
struct LookupTests {
  private static let file =
    "<?xml version=\"1.0\"?>\r\n<r>\r\n  <a>é<b/></a><c>\r    <d/></c>\n</r>"

  @Test(arguments: [("r", 2, 1), ("a", 3, 3), ("b", 3, 7), ("c", 3, 15), ("d", 4, 5)])
  func position(name: String, line: Int, column: Int) throws {
    let sketch = try Sketch(Self.file)
    let position = sketch.document.position(of: sketch.id(name))
    #expect(position?.line == line)
    #expect(position?.column == column)
    #expect(sketch.document.ancestry(of: sketch.id(name))?.last?.name == name)
  }

  @Test func chain() throws {
    let sketch = try Sketch(Self.file)
    #expect(sketch.document.ancestry(of: sketch.id("d"))?.map(\.name) == ["r", "c", "d"])
    #expect(sketch.document.parent(of: sketch.id("d"))?.name == "c")
    #expect(sketch.document.parent(of: sketch.id("r")) == nil)
    #expect(sketch.document.element(NodeID(99)) == nil)
    #expect(sketch.document.position(of: NodeID(99)) == nil)
  }

  /// Edits mix the order of ids; the bytes say where an element is.
  @Test(arguments: Seeded.seeds(10))
  func everythingIsFoundAfterEdits(seed: UInt64) throws {
    var bench = try Workbench(Specimen.make(seed, elements: 20), seed: seed)
    for _ in 0..<20 { _ = bench.step() }
    let ids = bench.elements.map(\.id)
    let positions = bench.document.positions(of: Set(ids + [NodeID(.max)]))
    #expect(positions.count == ids.count, "seed \(seed)")
    for (element, entry) in zip(bench.elements, bench.outline.elements) {
      #expect(bench.document.element(element.id) === element, "seed \(seed)")
      let found = bench.document.position(of: element.id)
      let wanted = lineAndColumn(of: entry.whole.lowerBound, in: bench.bytes)
      #expect(found?.line == wanted.line && found?.column == wanted.column, "seed \(seed)")
      let other = positions[element.id]
      #expect(other?.line == wanted.line && other?.column == wanted.column, "seed \(seed)")
      let chain = bench.document.ancestry(of: element.id)
      #expect(chain?.count == entry.depth + 1, "seed \(seed)")
    }
  }

  /// What many positions cost is one pass: not much more than the last of them alone.
  @Test func manyPositionsCostOnePass() throws {
    let leaves = String(repeating: "<g><v a=\"1\">é\r\n</v></g>\n", count: 20_000)
    let document = try Document(parsing: Array("<r>\(leaves)</r>".utf8))
    var ids: Set<NodeID> = []
    document.root.walk { ids.insert($0.id).inserted }
    let last = try #require(document.root.elements.map(\.id).max())
    let clock = ContinuousClock()
    let one = clock.measure { #expect(document.position(of: last)?.line == 39_999) }
    let all = clock.measure { #expect(document.positions(of: ids).count == ids.count) }
    #expect(all < one * 400, "\(ids.count) positions: \(all), one: \(one)")
  }

  @Test func childrenByName() throws {
    let root = try Sketch("<r>t<a/><bb/><a x=''/><!-- c --></r>").document.root
    #expect(root.elements.map(\.name) == ["a", "bb", "a"])
    #expect(root.first("a")?.attributes.isEmpty == true)
    #expect(root.first("b") == nil)
    #expect(root.first("bb")?.isNamed("bb") == true)
    #expect(root.hasElements)
    #expect(root.first("a")?.hasElements == false)
    #expect(root.first("a")?.isSelfClosing == true)
    #expect(!root.isSelfClosing)
  }

  @Test func idsAreNeverGivenTwice() {
    var (one, other) = (IDSource(), IDSource(next: 7))
    #expect([one.make(), one.make()] == [NodeID(1), NodeID(2)])
    one.skip(past: other)
    #expect(one.make() == NodeID(7))
    one.skip(past: other)
    #expect(one.make() == NodeID(8))
    #expect(other.make() == NodeID(7))
    #expect(NodeID(1) < NodeID(2))
  }
}

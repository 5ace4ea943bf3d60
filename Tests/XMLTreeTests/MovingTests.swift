import Testing

@testable import XMLTree

@Suite("A moved or copied element keeps its bytes but for its indentation")
struct MovingTests {
  private static let file = """
    <r>
      <g>
        <x a = '1' >
          <y/>
          <!-- c -->
          <z>one
      two</z>
        </x>
        <v/>
      </g>
      <h/>
      <w/>
    </r>
    """

  @Test func outwards() throws {
    var sketch = try Sketch(Self.file)
    sketch.move("x", into: "r", .last)
    #expect(
      sketch.text == """
        <r>
          <g>
            <v/>
          </g>
          <h/>
          <w/>
          <x a = '1' >
            <y/>
            <!-- c -->
            <z>one
          two</z>
          </x>
        </r>
        """)
  }

  @Test func intoSelfClosing() throws {
    var sketch = try Sketch(Self.file)
    sketch.move("v", into: "h", .first)
    #expect(sketch.text.contains("\n  <h>\n    <v/>\n  </h>\n"))
    #expect(sketch.text.contains("    </x>\n  </g>\n"))
  }

  @Test func severalKeepTheirOrder() throws {
    var sketch = try Sketch(Self.file)
    sketch.move("w", "v", "h", into: "x", .after(sketch.id("y")))
    #expect(
      sketch.text.contains("      <y/>\n      <v/>\n      <h/>\n      <w/>\n      <!-- c -->"))
    #expect(sketch.text.hasSuffix("    </x>\n  </g>\n</r>"))
  }

  @Test func whatStandsInsideGoesWithIt() throws {
    let sketch = try Sketch(Self.file)
    let (rest, pieces) = sketch.document.removing([sketch.id("x"), sketch.id("y"), sketch.id("w")])
    #expect(pieces.map(\.element.name) == ["x", "w"])
    #expect(rest.element(sketch.id("y")) == nil)
    #expect(rest.element(sketch.id("z")) == nil)
  }

  @Test func rootStays() throws {
    let sketch = try Sketch(Self.file)
    let (rest, pieces) = sketch.document.removing([sketch.document.root.id])
    #expect(pieces.isEmpty)
    #expect(rest.root === sketch.document.root)
  }

  @Test func betweenOneLineAndLines() throws {
    var sketch = try Sketch(
      "<r>\n  <a><b> <c/></b></a>\n  <d>\n    <e>\n      <f/>\n    </e>\n  </d>\n</r>")
    sketch.move("b", into: "d", .last)
    #expect(sketch.text.contains("    </e>\n    <b> <c/></b>\n  </d>"))
    sketch.move("e", into: "b", .first)
    #expect(sketch.text.contains("  <d>\n    <b> <e>\n  <f/>\n</e> <c/></b>\n  </d>"))
    #expect(broken(sketch.document) == nil)
  }

  @Test func withinOneLineKeepsEveryByte() throws {
    var sketch = try Sketch("<r><a> <b/>  <c>\n</c> </a><d/></r>")
    sketch.move("a", into: "r", .last)
    #expect(sketch.text == "<r><d/><a> <b/>  <c>\n</c> </a></r>")
  }

  @Test func blankLinesGoAlong() throws {
    var sketch = try Sketch("<r>\n  <a/>\n\n\n  <b/>\n  <g>\n    <c/>\n  </g>\n</r>")
    sketch.move("b", into: "g", .last)
    #expect(sketch.text == "<r>\n  <a/>\n  <g>\n    <c/>\n\n\n    <b/>\n  </g>\n</r>")
  }

  @Test func linesThatStickOutStay() throws {
    var sketch = try Sketch(
      "<r>\n    <a>\n <b/>\n      <c/>\n    </a>\n  <g>\n    <d/>\n  </g>\n</r>")
    sketch.move("a", into: "g", .last)
    #expect(sketch.text.contains("    <a>\n <b/>\n      <c/>\n    </a>\n  </g>"))
  }

  @Test func copyHasIdsOfItsOwn() throws {
    var sketch = try Sketch(Self.file)
    let old = Set(sketch.document.root.descendants.map(\.id))
    let copy = sketch.document.duplicate(of: sketch.id("x"))
    let piece = try #require(copy)
    #expect(old.isDisjoint(with: piece.element.descendants.map(\.id)))
    sketch.insert([piece], into: "g", .after(sketch.id("x")))
    #expect(broken(sketch.document) == nil)
    #expect(sketch.element("g").elements.map(\.name) == ["x", "x", "v"])
    let none = sketch.document.duplicate(of: NodeID(999))
    #expect(none == nil)
  }

  @Test func copyOfTheRootStandsAlone() throws {
    var sketch = try Sketch("<r><a/></r>")
    let copy = sketch.document.duplicate(of: sketch.document.root.id)
    let piece = try #require(copy)
    #expect(piece.element.serialized() == sketch.document.serialized())
  }

  /// What stood beside the element must not come to spell something else without it.
  @Test(arguments: [
    ("<r>a]]<x/>>b</r>", "<r>a]]&gt;b</r>"), ("<r>]<x/>]>b</r>", "<r>]]&gt;b</r>"),
    ("<r>a]<x/>>b</r>", "<r>a]>b</r>"), ("<r>a\r<x/>\nb</r>", "<r>a\r\n\nb</r>"),
    ("<r>a\n<x/>\nb</r>", "<r>a\n\nb</r>"), ("<r>a<x/> </r>", "<r>a </r>"),

    ("<r>]]]<x/>></r>", "<r>]]]&gt;</r>"),
  ])
  func textMeetsSafely(before: String, after: String) throws {
    var sketch = try Sketch(before)
    let text = sketch.document.root.text
    sketch.remove("x")
    #expect(Array(sketch.text.utf8) == Array(after.utf8))
    #expect(broken(sketch.document) == nil)
    #expect(sketch.document.root.text == text)
  }
}

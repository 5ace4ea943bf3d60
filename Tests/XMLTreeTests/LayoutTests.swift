import Testing

@testable import XMLTree

@Suite("New elements are laid out as their neighbours are")
struct LayoutTests {
  /// `<new/>` put into the element `g`: what was there, where, and what is there then.
  struct Case: CustomTestStringConvertible, Sendable {
    var before: String
    var slot: Place
    var after: String
    var testDescription: String { "\(slot) in \(before.debugDescription)" }

    init(_ before: String, _ slot: Place, _ after: String) {
      (self.before, self.slot, self.after) = (before, slot, after)
    }
  }

  enum Place { case first, last, beforeX, afterX }

  static let indented: [Case] = [
    Case(
      "<r>\n  <g>\n    <x/>\n  </g>\n</r>", .first, "<r>\n  <g>\n    <new/>\n    <x/>\n  </g>\n</r>"
    ),
    Case(
      "<r>\n  <g>\n    <x/>\n  </g>\n</r>", .last, "<r>\n  <g>\n    <x/>\n    <new/>\n  </g>\n</r>"),
    Case(
      "<g>\r\n\t<y/>\r\n\t<x/>\r\n</g>", .beforeX, "<g>\r\n\t<y/>\r\n\t<new/>\r\n\t<x/>\r\n</g>"),
    Case("<g>\r\n\t<x/>\r\n\t<y/>\r\n</g>", .afterX, "<g>\r\n\t<x/>\r\n\t<new/>\r\n\t<y/>\r\n</g>"),
    Case("<g>\r\r\t<x/>\r</g>", .last, "<g>\r\r\t<x/>\r\t<new/>\r</g>"),
    Case("<g>\n\n\n  <x/>\n</g>", .afterX, "<g>\n\n\n  <x/>\n  <new/>\n</g>"),
    Case("<g>\n<x/>\n</g>", .last, "<g>\n<x/>\n<new/>\n</g>"),
    Case("<g>\n  <x/></g>", .last, "<g>\n  <x/>\n  <new/></g>"),
    Case("<g>\n     <y/>\n <x/>\n</g>", .afterX, "<g>\n     <y/>\n <x/>\n <new/>\n</g>"),
    Case("<g>\n     <x/>\n <y/>\n</g>", .afterX, "<g>\n     <x/>\n     <new/>\n <y/>\n</g>"),
  ]

  static let empty: [Case] = [
    Case("<r>\n  <g></g>\n</r>", .last, "<r>\n  <g>\n    <new/>\n  </g>\n</r>"),
    Case(
      "<r>\r\n\t<g a='1' />\r\n</r>", .first, "<r>\r\n\t<g a='1'>\r\n\t\t<new/>\r\n\t</g>\r\n</r>"),
    Case("<r>\n  <g>\n  </g>\n</r>", .last, "<r>\n  <g>\n    <new/>\n  </g>\n</r>"),
    Case("<r>\n  <g> </g>\n</r>", .last, "<r>\n  <g>\n    <new/>\n  </g>\n</r>"),
    Case("<r>\n<g/>\n</r>", .last, "<r>\n<g>\n<new/>\n</g>\n</r>"),
    Case("<r>\n  <p><g/></p>\n</r>", .last, "<r>\n  <p><g><new/></g></p>\n</r>"),
    Case("<r><p/><g/></r>", .last, "<r><p/><g><new/></g></r>"),
    Case("<g></g>", .first, "<g><new/></g>"),
    Case("<r>\n  <g>text</g>\n</r>", .last, "<r>\n  <g>text<new/></g>\n</r>"),
    Case(
      "<r>\n  <g><!-- c --></g>\n</r>", .first, "<r>\n  <g>\n    <new/><!-- c -->\n  </g>\n</r>"),
    Case("<r>\n  <g><!-- c --></g>\n</r>", .last, "<r>\n  <g><!-- c -->\n    <new/>\n  </g>\n</r>"),
    Case(
      "<r>\n  <g>\n    <!-- c -->\n  </g>\n</r>", .last,
      "<r>\n  <g>\n    <!-- c -->\n    <new/>\n  </g>\n</r>"),
  ]

  static let shared: [Case] = [
    Case("<g><x/></g>", .last, "<g><x/><new/></g>"),
    Case("<g><x/> <y/></g>", .last, "<g><x/> <y/> <new/></g>"),
    Case("<r>\n  <g><x/></g>\n</r>", .first, "<r>\n  <g><new/><x/></g>\n</r>"),
    Case("<g>\n  <x/><!-- c -->\n</g>", .last, "<g>\n  <x/><!-- c -->\n  <new/>\n</g>"),
    Case("<g>\n  <!-- c -->\n  <x/>\n</g>", .first, "<g>\n  <!-- c -->\n  <new/>\n  <x/>\n</g>"),
    Case("<g>\n  <!-- c --><x/>\n</g>", .beforeX, "<g>\n  <!-- c --><new/><x/>\n</g>"),
    Case("<g>a <x/> b</g>", .afterX, "<g>a <x/><new/> b</g>"),
  ]

  @Test(arguments: indented) func onLines(example: Case) throws { try check(example) }
  @Test(arguments: empty) func intoEmpty(example: Case) throws { try check(example) }
  @Test(arguments: shared) func sharingLines(example: Case) throws { try check(example) }

  private func check(_ example: Case) throws {
    var sketch = try Sketch(example.before)
    let slot: Slot =
      switch example.slot {
      case .first: .first
      case .last: .last
      case .beforeX: .before(sketch.id("x"))
      case .afterX: .after(sketch.id("x"))
      }
    try sketch.paste("<new/>", into: "g", slot)
    #expect(sketch.text == example.after)
    #expect(broken(sketch.document) == nil)
    sketch.remove("new")
    #expect(broken(sketch.document) == nil)
  }

  @Test func slotBesideStrangerIsTheLast() throws {
    var sketch = try Sketch("<r>\n  <g>\n    <x/>\n  </g>\n  <y/>\n</r>")
    try sketch.paste("<new/>", into: "g", .before(sketch.id("y")))
    #expect(sketch.text == "<r>\n  <g>\n    <x/>\n    <new/>\n  </g>\n  <y/>\n</r>")
  }

  @Test func intoNowhereChangesNothing() throws {
    var sketch = try Sketch("<r/>")
    let pieces = try sketch.document.parseFragment(Array("<new/>".utf8))
    let habit = LayoutHabit(of: sketch.document.root)
    let same = sketch.document.inserting(pieces, into: NodeID(99), at: .last, habit: habit)
    #expect(same.root === sketch.document.root)
  }

  /// Pasted lines take on the habits of the file, values keep their own.
  @Test func pasteIsLaidOutAnew() throws {
    var sketch = try Sketch("<r>\r\n\t<g>\r\n\t\t<x/>\r\n\t</g>\r\n</r>")
    try sketch.paste(
      "<a>\n      <b>one\ntwo</b><!-- c -->\n <c><d> </d></c></a>\n<e/>", into: "g", .last)
    #expect(
      sketch.text
        == "<r>\r\n\t<g>\r\n\t\t<x/>\r\n\t\t<a>\r\n\t\t\t<b>one\ntwo</b>\r\n\t\t\t<!-- c -->"
        + "\r\n\t\t\t<c>\r\n\t\t\t\t<d> </d>\r\n\t\t\t</c>\r\n\t\t</a>\r\n\t\t<e/>\r\n\t</g>\r\n</r>"
    )
  }

  @Test func pasteIntoOneLineIsOneLine() throws {
    var sketch = try Sketch("<r><x/></r>")
    try sketch.paste("<a>\n  <b> t\n</b>\n  <m>text <i/>\n</m>\n</a>", into: "r", .last)
    #expect(sketch.text == "<r><x/><a><b> t\n</b><m>text <i/>\n</m></a></r>")
  }

  @Test(arguments: [
    ("<r>\n  <a/>\n</r>", "\n", "  "), ("<r><a/>\r\n<b>\r\n\t<c/></b></r>", "\r\n", "\t"),
    ("<r><a/></r>", "", ""), ("<r>\n<a/>\n</r>", "\n", ""), ("<r>a\n  b</r>", "", ""),
    ("<r>\n  <a>\n     <b/></a></r>", "\n", "  "), ("<r>\n<a>\n  <b/>\n</a></r>", "\n", "  "),
    ("<r>\n\n\n <a/></r>", "\n", " "), ("<r>\r <a/></r>", "\r", " "), ("<r/>", "", ""),
  ])
  func habitIsRead(text: String, lineEnd: String, unit: String) throws {
    let habit = LayoutHabit(of: try Sketch(text).document.root)
    #expect(habit == LayoutHabit(lineEnd: Array(lineEnd.utf8), unit: Array(unit.utf8)))
  }
}

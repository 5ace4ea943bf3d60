import Testing

@testable import XMLTree

@Suite("Attributes")
struct AttributeTests {
  @Test func areReadInOrder() throws {
    let root = try Sketch("<r b='1' a = \"&lt;\"\n c=\"x\r\ny&#xD;&#xA;\"/>").document.root
    #expect(
      root.attributes == [
        Attribute("b", "1"), Attribute("a", "<"), Attribute("c", "x y\n"),
      ])
    #expect(root.attribute("a") == "<")
    #expect(root.attribute("d") == nil)
    #expect(root.attribute("B") == nil)
  }

  @Test func areEqualByTheirBytes() {
    #expect(Attribute("a", "\u{E9}") == Attribute("a", "\u{E9}"))
    #expect(Attribute("a", "\u{E9}") != Attribute("a", "e\u{301}"))
    #expect(Attribute("\u{E9}", "") != Attribute("e\u{301}", ""))
  }

  /// An element, a name, a value, the order of names, and the element then.
  struct Case: CustomTestStringConvertible, Sendable {
    var before: String
    var name: String
    var value: String
    var order: [String]
    var after: String
    var testDescription: String { "\(name) in \(before.debugDescription)" }

    init(_ before: String, _ name: String, _ value: String, _ after: String, _ order: [String] = [])
    {
      (self.before, self.name, self.value, self.after) = (before, name, value, after)
      self.order = order
    }
  }

  @Test(arguments: [
    Case("<r/>", "a", "1", #"<r a="1"/>"#), Case("<r />", "a", "1", #"<r a="1" />"#),
    Case("<r></r >", "a", "1", #"<r a="1"></r >"#), Case("<r\n></r>", "a", "", "<r a=\"\"\n></r>"),
    Case("<r b='1'/>", "a", "'\"", "<r b='1' a='&apos;&quot;'/>"),
    Case("<r b='1'\n   c=\"2\"/>", "a", "x", "<r b='1'\n   c=\"2\"\n   a=\"x\"/>"),
    Case(
      "<r b='1'\n   c=\"2\"/>", "a", "x", "<r b='1'\n   a=\"x\"\n   c=\"2\"/>", ["b", "a", "c"]),
    Case("<r b='1'\n   c=\"2\"/>", "a", "x", "<r a='x' b='1'\n   c=\"2\"/>", ["a", "b", "c"]),
    Case("<r z='1' c='2'/>", "b", "x", "<r b='x' z='1' c='2'/>", ["a", "b", "c"]),
    Case("<r a='1' z='1' c='2'/>", "b", "x", "<r a='1' b='x' z='1' c='2'/>", ["a", "b", "c"]),
    Case("<r a='1' z='1'/>", "b", "x", "<r a='1' z='1' b='x'/>", ["a", "c"]),
    Case("<r a='1'/>", "é", "x", "<r a='1' é='x'/>"), Case("<r a='1'/>", "1", "x", "<r a='1'/>"),
    Case("<r a='1'/>", "a b", "x", "<r a='1'/>"), Case("<r a='1'/>", "", "x", "<r a='1'/>"),
  ])
  func newIsPutInItsPlace(example: Case) throws { try check(example) }

  @Test(arguments: [
    Case("<r a = '1' b=''/>", "a", "2", "<r a = '2' b=''/>"),
    Case("<r ab='1' a='1'/>", "a", "2", "<r ab='1' a='2'/>"),
    Case("<r a='&#49;2'/>", "a", "13", "<r a='&#49;3'/>"),
    Case("<r a='\"'/>", "a", "\"'", "<r a='\"&apos;'/>"),
    Case("<r a='x\ny'>\n<b/>t</r>", "a", "x z", "<r a='x\nz'>\n<b/>t</r>"),
    Case("<r a=''/>", "a", "1\u{0}", "<r a='1\u{FFFD}'/>"),
    Case("<r a='\u{E9}'/>", "a", "e\u{301}", "<r a='e\u{301}'/>"),
  ])
  func oldKeepsItsPlace(example: Case) throws { try check(example) }

  private func check(_ example: Case) throws {
    var sketch = try Sketch(example.before)
    sketch.rewrite("r") {
      $0.settingAttribute(example.name, to: example.value, order: example.order)
    }
    #expect(Array(sketch.text.utf8) == Array(example.after.utf8))
    #expect(broken(sketch.document) == nil)
  }

  @Test(arguments: [
    ("<r a='1' b='2'/>", "<r b='2'/>"), ("<r\n  a='1'\n  b='2'>t</r>", "<r\n  b='2'>t</r>"),
    ("<r a='1' />", "<r />"), ("<r b='a=1'  a = '>'/>", "<r b='a=1'/>"),
    ("<r b='1'/>", "<r b='1'/>"),
  ])
  func goesWithItsBlank(before: String, after: String) throws {
    var sketch = try Sketch(before)
    sketch.rewrite("r") { $0.removingAttribute("a") }
    #expect(sketch.text == after)
    #expect(broken(sketch.document) == nil)
  }

  @Test func sameValueIsNoChange() throws {
    let sketch = try Sketch("<r a='&#65;&#xD;&#xA;&#xD;&#xD;&#xA;' b='x\ny'><c/></r>")
    let root = sketch.document.root
    for attribute in root.attributes {
      #expect(root.settingAttribute(attribute.name, to: attribute.value) === root)
    }
    #expect(root.removingAttribute("d") === root)
    let same = sketch.document.rewriting([root.id]) { $0.settingAttribute("b", to: "x y") }
    #expect(same.root === root)
  }
}

@testable import XMLTree

/// A document that tests edit by the names of its elements.
struct Sketch {
  var document: Document

  init(_ text: String) throws { document = try Document(parsing: Array(text.utf8)) }

  var text: String { String(decoding: document.serialized(), as: UTF8.self) }

  func element(_ name: String) -> Element {
    document.root.descendants.first { $0.name == name } ?? document.root
  }

  func id(_ name: String) -> NodeID { element(name).id }

  mutating func rewrite(_ name: String, _ body: (Element) -> Element) {
    document = document.rewriting([id(name)], body)
  }

  mutating func remove(_ names: String...) {
    document = document.removing(Set(names.map { id($0) })).document
  }

  mutating func paste(_ fragment: String, into parent: String, _ slot: Slot) throws {
    let pieces = try document.parseFragment(Array(fragment.utf8))
    insert(pieces, into: parent, slot)
  }

  mutating func move(_ names: String..., into parent: String, _ slot: Slot) {
    let habit = LayoutHabit(of: document.root)
    let (rest, pieces) = document.removing(Set(names.map { id($0) }))
    document = rest.inserting(pieces, into: id(parent), at: slot, habit: habit)
  }

  mutating func insert(_ pieces: [Piece], into parent: String, _ slot: Slot) {
    let habit = LayoutHabit(of: document.root)
    document = document.inserting(pieces, into: id(parent), at: slot, habit: habit)
  }
}

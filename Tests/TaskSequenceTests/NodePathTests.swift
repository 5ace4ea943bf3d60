import Containers
import SequenceSpecimens
import TaskSequence
import Testing

@Suite("Nodes are named by position")
struct NodePathTests {
  private static let spellings: [(String, [(String, Int)])] = [
    ("", []), ("a", [("a", 1)]), ("a/b#2", [("a", 1), ("b", 2)]), (#"a\/b"#, [("a/b", 1)]),
    (##"x\#2#3"##, [("x#2", 3)]), (#"\ lead/trail\ "#, [(" lead", 1), ("trail ", 1)]),
    (#"back\\slash"#, [(#"back\slash"#, 1)]), ("#2", [("", 2)]), (#"\ "#, [(" ", 1)]),
    ("größe 😀", [("größe 😀", 1)]), ("#1", [("", 1)]),
    ("a/\u{301}b", [("a", 1), ("\u{301}b", 1)]), ("\\/\u{301}", [("/\u{301}", 1)]),
  ]

  @Test(arguments: spellings)
  func writtenAndRead(text: String, steps: [(String, Int)]) {
    let path = NodePath(steps: steps.map { NodePath.Step(name: $0.0, ordinal: $0.1) })
    #expect(NodePath(text) == path)
    #expect(path.description == text)
  }

  @Test func firstIsLeftOut() {
    #expect(NodePath("a#1/b").description == "a/b")
  }

  /// Names as they are in real files: repeated, blank at the ends, with `/` and `#`.
  @Test func everyNodeIsFoundByItsPath() throws {
    for seed: UInt64 in 1...10 {
      let document = try SequenceDocument(loading: SequenceSpecimen.make(seed))
      var seen: Set<String> = []
      let located = document.located(Set(Shape(of: document).all))
      for id in Shape(of: document).all {
        let path = try #require(document.path(of: id))
        #expect(located[id]?.path == path && located[id]?.node.id == id)
        #expect(document.node(at: path)?.id == id)
        #expect(document.node(at: NodePath(path.description))?.id == id)
        #expect(seen.insert(path.description).inserted)
      }
    }
  }

  @Test func nothingThere() throws {
    let document = try SequenceDocument(loading: Array(Draft.mdt.utf8))
    for path in ["Nope", "Start#2", "Start#0", "Start/One/Two", "Start#x9"] {
      let node = document.node(at: NodePath(path))
      #expect(path == "Start#x9" || node == nil, "\(path)")
    }
    #expect(document.path(of: document.sequenceID)?.description == "")
    #expect(document.node(at: NodePath(""))?.kind == .sequence)
  }
}

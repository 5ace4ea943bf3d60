import Foundation
import Testing

@testable import XMLTree

@Suite("Nesting")
struct NestingTests {
  private static func nested(_ depth: Int) -> [UInt8] {
    Array((String(repeating: "<a>\n", count: depth) + String(repeating: "</a>", count: depth)).utf8)
  }

  @Test(arguments: [1, 2, nestingLimit - 1, nestingLimit])
  func isAccepted(depth: Int) throws {
    let bytes = Self.nested(depth)
    let document = try Document(parsing: bytes)
    #expect(document.root.height == depth)
    #expect(document.serialized() == bytes)
  }

  @Test(arguments: [nestingLimit + 1, nestingLimit * 1000])
  func isRefusedBeyondTheLimit(depth: Int) {
    let failure = #expect(throws: ParseFailure.self) { try Document(parsing: Self.nested(depth)) }
    #expect(failure?.line == nestingLimit + 1)
    #expect(failure?.column == 1)
    #expect(failure?.reason == "elements nest deeper than \(nestingLimit), the deepest accepted")
  }

  @Test func emptyElementCountsAsWell() {
    let text = String(repeating: "<a>", count: nestingLimit) + "<b/>"
    #expect(throws: ParseFailure.self) { try Document(parsing: Array(text.utf8)) }
  }

  @Test(.enabled(if: XMLLint.isThere, XMLLint.skipped))
  func libxmlReadsWhatIsAccepted() throws {
    let files = [Self.nested(nestingLimit), Self.nested(nestingLimit + 2)]
    #expect(try XMLLint.disagreements([(files[0], true), (files[1], false)]).isEmpty)
  }

  @Test func editCannotNestDeeper() throws {
    var document = try Document(parsing: Self.nested(nestingLimit - 1))
    let deepest = try #require(document.root.descendants.last)
    let habit = LayoutHabit(of: document.root)
    let fitting = try document.parseFragment(Array("<b/><b/>".utf8))
    let tall = try document.parseFragment(Array("<b/><b><c/></b>".utf8))
    #expect(document.fits(fitting, into: deepest.id))
    #expect(!document.fits(tall, into: deepest.id))
    let edited = document.inserting(fitting, into: deepest.id, at: .last, habit: habit)
    #expect(broken(edited) == nil)
    #expect(edited.root.height == nestingLimit)
    let same = document.inserting(tall, into: deepest.id, at: .last, habit: habit)
    #expect(same.root === document.root)
  }

  /// A thread that is not the first has 512 kB of stack on some systems.
  @Test func deepestFileNeedsLittleStack() async throws {
    let revisions = await withCheckedContinuation { continuation in
      let thread = Thread { continuation.resume(returning: Self.useDeepestFile()) }
      // The address sanitizer keeps its distance between what lies on the stack.
      let isSanitized = dlsym(nil, "__asan_init") != nil
      thread.stackSize = isSanitized ? 16 << 20 : 512 << 10
      thread.start()
    }
    #expect(revisions.count == 5)
    for revision in revisions { #expect(broken(revision) == nil) }
  }

  /// Builds, reads, edits in every way, serialises and frees documents of the greatest depth.
  private static func useDeepestFile() -> [Document] {
    guard var document = try? Document(parsing: nested(nestingLimit)) else { return [] }
    let all = document.root.descendants
    guard let leaf = all.last, document.position(of: leaf.id)?.line == nestingLimit else {
      return []
    }
    let (habit, middle) = (LayoutHabit(of: document.root), all[nestingLimit / 2].id)
    let edited = document.rewriting([leaf.id]) {
      $0.settingText("x", newline: []).settingAttribute("b", to: "c")
    }
    let (short, pieces) = edited.removing([middle])
    guard let parent = edited.parent(of: middle)?.id else { return [] }
    let back = short.inserting(pieces, into: parent, at: .last, habit: habit)
    let anew = short.inserting(pieces.map(\.uprooted), into: parent, at: .last, habit: habit)
    guard let copy = document.duplicate(of: all[1].id) else { return [] }
    let doubled = document.inserting([copy], into: document.root.id, at: .last, habit: habit)
    freeDeepestFile()
    let revisions = [document, edited, back, anew, doubled]
    return revisions.filter { !$0.serialized().isEmpty && $0.root.height == nestingLimit }
  }

  private static func freeDeepestFile() {
    let document = try? Document(parsing: nested(nestingLimit))
    #expect(document?.encoding == .utf8)
  }
}

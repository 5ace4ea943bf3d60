import TestSupport
import Testing

@testable import Workspace

/// A program of the user's and the texts it is given.
@Suite struct OutsideEditorTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func change(_ program: String, _ text: String = "one two\n") throws -> String? {
    try OutsideEditor(program, in: folder.path + "/it's").change(text, suffix: ".txt")
  }

  @Test func changesAText() throws {
    #expect(try change("sed -i s/one/ünë/") == "ünë two\n")
    #expect(try change("true") == nil, "nothing was changed")
    #expect(try change("sed -i s/one/one/") == nil)
    #expect(try change("sh -c 'test \"${0%.txt}\" != \"$0\" && : > \"$0\"'") == "")
  }

  @Test func failsWithoutAChange() {
    for program in ["false", "sed -i s/one/two/ && false #", "/nonexistent/editor"] {
      #expect(throws: OutsideEditor.Fault.self) { try change(program) }
    }
  }

  /// The text may be a secret, and nobody else looks at it.
  @Test func leavesNothingBehind() throws {
    _ = try change("true")
    #expect(throws: OutsideEditor.Fault.self) { try change("false") }
    #expect(folder.names == ["it's"])
    #expect(try folder.mode("it's") == 0o700)
    #expect(Folder.names(in: folder.path + "/it's").isEmpty)
  }
}

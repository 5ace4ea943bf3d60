import Storage
import Testing

@testable import Workspace

/// Programs are called as they are named, and how they end is told.
@Suite struct OutsideProgramTests {
  @Test func endsAreTold() throws {
    #expect(try OutsideProgram(["true"]).run() == .code(0))
    #expect(try OutsideProgram(["sh", "-c", "exit 7"]).run() == .code(7))
    #expect(try OutsideProgram(["sh", "-c", "kill -9 $$"]).run() == .signal(9))
    #expect(throws: FileFailure.self) { try OutsideProgram(["/nowhere/at all"]).run() }
  }

  /// Whatever is in an argument, it arrives as it is.
  @Test func noShellReadsArguments() throws {
    let words = ["a b", "$(exit 3)", "'\"", "", "; exit 4"]
    let check = "[ $# = 5 ] && [ \"$2\" = '$(exit 3)' ] && [ \"$4\" = '' ] && [ \"$1\" = 'a b' ]"
    #expect(try OutsideProgram(["sh", "-c", check, "sh"] + words).run() == .code(0))
  }

  @Test func whatIsNotThereIsKnown() {
    #expect(OutsideProgram.isThere("sh") && OutsideProgram.isThere("/bin/sh"))
    #expect(!OutsideProgram.isThere("no such program") && !OutsideProgram.isThere("/bin/none such"))
  }
}

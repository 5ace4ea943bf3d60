import Foundation
import Testing

@Suite(.enabled("tmux is not installed") { await Tmux.isThere() }, .serialized)
struct RealTerminalTests {
  private let scratch = Scratch()

  @Test func opensEditsSavesAndQuits() async throws {
    let path = try scratch.file("tmux.xml", oneStep)
    let terminal = try await Tmux()
    try await terminal.type("\(Program.path) \(path)")
    _ = try await terminal.wait { $0.contains("Say hello") && $0.contains("Help") }
    #expect(try await terminal.isOnAlternateScreen)
    try await terminal.keys("Down", "d")
    _ = try await terminal.wait { $0.contains("1 change") }
    try await terminal.keys("C-s")
    _ = try await terminal.wait { $0.contains("Saved") }
    try await terminal.keys("q")
    _ = try await terminal.wait { !$0.contains("Help") }
    #expect(try await !terminal.isOnAlternateScreen)
    #expect(try Scratch.read(path).contains("hello\" disable=\"true\""))
  }

  @Test func leavesWithADraftAndComesBackToIt() async throws {
    let xml = """
      <sequence version="3.10"><step type="SMS_TaskSequence_RunCommandLineAction" name="Tools">\
      <action>smsswd.exe /run:00000000 a</action><defaultVarList><variable name="PackageID" \
      property="PackageID" hidden="true">00000000</variable></defaultVarList></step></sequence>
      """
    let path = try scratch.file("draft.xml", xml)
    let terminal = try await Tmux()
    try await terminal.type("XDG_STATE_HOME=\(scratch.path)/state \(Program.path) \(path)")
    _ = try await terminal.wait { $0.contains("Tools") && $0.contains("Help") }
    try await terminal.keys("Down", "e", "q")
    _ = try await terminal.wait { $0.contains("must be resolved") && $0.contains("Leave now") }
    try await terminal.keys("End", "Up", "Enter")
    _ = try await terminal.wait { $0.contains("is not saved; it is kept in") }
    #expect(try Scratch.read(path) == xml)
    try await terminal.type("clear; XDG_STATE_HOME=\(scratch.path)/state \(Program.path) \(path)")
    _ = try await terminal.wait { $0.contains("kept as a draft") }
    try await terminal.keys("r")
    _ = try await terminal.wait { $0.contains("Recovered") }
    // Disabling the step lets the save through.
    try await terminal.keys("d", "C-s")
    _ = try await terminal.wait { $0.contains("Saved") }
    #expect(
      try Scratch.read(path)
        == xml.replacing(
          "name=\"Tools\"", with: "name=\"Tools\" disable=\"true\" continueOnError=\"true\""))
    try await terminal.keys("q")
  }

  @Test func suspendsAndComesBack() async throws {
    let path = try scratch.file("suspend.xml", oneStep)
    let terminal = try await Tmux()
    try await terminal.type("set -m; \(Program.path) \(path)")
    _ = try await terminal.wait { $0.contains("Say hello") && $0.contains("Help") }
    try await terminal.keys("M-z")
    _ = try await terminal.wait { $0.contains("Stopped") || $0.contains("suspended") }
    try await terminal.type("fg")
    _ = try await terminal.wait { $0.contains("Say hello") && $0.contains("Help") }
    try await terminal.keys("q")
    _ = try await terminal.wait { !$0.contains("Help") }
  }

  /// A command of one's own has the terminal until it ends and Enter is pressed; its exit code is said.
  @Test func aCommandOfOnesOwnHasTheTerminal() async throws {
    let path = try scratch.file("own.xml", oneStep)
    try FileManager.default.createDirectory(
      atPath: "\(scratch.path)/config/tsedit", withIntermediateDirectories: true)
    _ = try scratch.file(
      "config/tsedit/config.toml",
      "[commands]\n\"Peek\" = \"sh -c 'echo looked at $1; exit 3' sh {command}\"\n")
    let terminal = try await Tmux()
    try await terminal.type("XDG_CONFIG_HOME=\(scratch.path)/config \(Program.path) \(path)")
    _ = try await terminal.wait { $0.contains("Say hello") && $0.contains("Help") }
    try await terminal.keys("Down", "?")
    try await terminal.type("Peek")
    _ = try await terminal.wait {
      $0.contains("looked at cmd.exe /c echo hello") && $0.contains("Enter")
    }
    #expect(try await !terminal.isOnAlternateScreen)
    try await terminal.keys("Enter")
    _ = try await terminal.wait { $0.contains("Say hello") && $0.contains("3") }
    #expect(try await terminal.isOnAlternateScreen)
    try await terminal.keys("q")
    _ = try await terminal.wait { !$0.contains("Help") }
  }

  @Test func aLongTextGoesThroughTheUsersOwnEditor() async throws {
    let path = try scratch.file("editor.xml", oneStep)
    let terminal = try await Tmux()
    try await terminal.type("VISUAL= EDITOR='sed -i -e s/hello/goodbye/' \(Program.path) \(path)")
    _ = try await terminal.wait { $0.contains("Say hello") && $0.contains("Help") }
    try await terminal.keys("Down", "c", "C-o")
    _ = try await terminal.wait { $0.contains("echo goodbye") && $0.contains("Taken over") }
    try await terminal.keys("C-s", "C-s")
    _ = try await terminal.wait { $0.contains("Saved") }
    #expect(try Scratch.read(path) == oneStep.replacing("echo hello", with: "echo goodbye"))
    try await terminal.keys("q")
  }

  @Test func whatIsCopiedReachesTheClipboardOfTheTerminal() async throws {
    let path = try scratch.file("clipboard.xml", oneStep)
    let terminal = try await Tmux()
    _ = try await terminal.tmux(["set", "-g", "set-clipboard", "on"])
    try await terminal.type("\(Program.path) \(path)")
    _ = try await terminal.wait { $0.contains("Say hello") && $0.contains("Help") }
    try await terminal.keys("Down", "y", "Enter")
    _ = try await terminal.wait { $0.contains("Copied: Path") }
    #expect(try await terminal.tmux(["show-buffer"]) == "Only/Say hello")
    try await terminal.keys("Escape", "q")
  }

  @Test func theMouseFocusesFoldsAndEdits() async throws {
    let path = try scratch.file("mouse.xml", oneStep)
    let terminal = try await Tmux()
    try await terminal.type("\(Program.path) \(path)")
    let screen = try await terminal.wait { $0.contains("Say hello") && $0.contains("Help") }
    let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(lines.firstIndex { $0.contains("▾ Only") })
    let fold = lines[row].prefix { $0 != "▾" }.count
    func click(_ column: Int, _ row: Int) async throws {
      try await terminal.text(
        "\u{1B}[<0;\(column + 1);\(row + 1)M\u{1B}[<0;\(column + 1);\(row + 1)m")
    }
    try await click(fold, row)
    _ = try await terminal.wait { $0.contains("▸ Only") && !$0.contains("Say hello") }
    try await click(fold, row)
    _ = try await terminal.wait { $0.contains("Say hello") }
    try await click(fold + 6, row + 1)
    try await click(fold + 6, row + 1)
    _ = try await terminal.wait { $0.contains("Properties") }
    try await terminal.keys("q")
  }

  @Test func standardInputIsReadAndKeysComeFromTheTerminal() async throws {
    let path = try scratch.file("input.xml", oneStep)
    let terminal = try await Tmux()
    try await terminal.type("cat \(path) | \(Program.path) -")
    _ = try await terminal.wait { $0.contains("standard input") && $0.contains("Help") }
    try await terminal.keys("q")
    _ = try await terminal.wait { !$0.contains("Help") }
  }

  @Test func resizingRedraws() async throws {
    let path = try scratch.file("resize.xml", oneStep)
    let terminal = try await Tmux()
    try await terminal.type("\(Program.path) \(path)")
    _ = try await terminal.wait { $0.contains("Help") }
    _ = try await terminal.tmux(["resize-window", "-x", "120", "-y", "30"])
    _ = try await terminal.wait { $0.contains("Properties") }
    _ = try await terminal.tmux(["resize-window", "-x", "40", "-y", "10"])
    _ = try await terminal.wait { $0.contains("too small") }
    _ = try await terminal.tmux(["resize-window", "-x", "60", "-y", "16"])
    _ = try await terminal.wait { $0.contains("Say hello") }
    try await terminal.keys("q")
  }

  @Test(arguments: ["vt100", "linux", "screen-256color", "xterm"]) func worksOnOtherTerminals(
    _ term: String
  ) async throws {
    let path = try scratch.file("term-\(term).xml", oneStep)
    let terminal = try await Tmux(term: term)
    try await terminal.type("\(Program.path) \(path)")
    _ = try await terminal.wait { $0.contains("Say hello") && $0.contains("Help") }
    try await terminal.keys("Down", "r")
    try await terminal.text("!")
    try await terminal.keys("Enter")
    _ = try await terminal.wait { $0.contains("hello!") }
    try await terminal.keys("q")
    _ = try await terminal.wait { $0.contains("Save") && $0.contains("discard") }
    try await terminal.keys("d", "d")
    _ = try await terminal.wait { !$0.contains("Help") }
  }

  @Test func aLocaleWithoutUnicodeGetsASCII() async throws {
    let path = try scratch.file("ascii.xml", oneStep.replacing("Say hello", with: "Grüße"))
    let terminal = try await Tmux()
    try await terminal.type("clear; LC_ALL=C \(Program.path) \(path)")
    let screen = try await terminal.wait { $0.contains("Gr") && $0.contains("Help") }
    #expect(!screen.unicodeScalars.contains { !$0.isASCII }, "\(screen)")
    try await terminal.keys("Down", "d")
    _ = try await terminal.wait { $0.contains("1 change") }
    try await terminal.keys("C-s", "q")
    _ = try await terminal.wait { !$0.contains("Help") }
    #expect(try Scratch.read(path).contains("Grüße\" disable=\"true\""))
  }

  @Test func anUnknownTerminalIsRefusedInWords() async throws {
    let terminal = try await Tmux()
    try await terminal.type("TERM=nonsense \(Program.path) --demo; echo code $?")
    let screen = try await terminal.wait { $0.contains("\ncode ") }
    #expect(screen.contains("nonsense") && screen.contains("code 2"))
  }
}

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

  @Test func suspendsAndComesBack() async throws {
    let path = try scratch.file("suspend.xml", oneStep)
    let terminal = try await Tmux()
    try await terminal.type("set -m; \(Program.path) \(path)")
    _ = try await terminal.wait { $0.contains("Say hello") && $0.contains("Help") }
    try await terminal.keys("Z")
    _ = try await terminal.wait { $0.contains("Stopped") || $0.contains("suspended") }
    try await terminal.type("fg")
    _ = try await terminal.wait { $0.contains("Say hello") && $0.contains("Help") }
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
    try await terminal.keys("d")
    _ = try await terminal.wait { !$0.contains("Help") }
  }

  @Test func anUnknownTerminalIsRefusedInWords() async throws {
    let terminal = try await Tmux()
    try await terminal.type("TERM=nonsense \(Program.path) --demo; echo code $?")
    let screen = try await terminal.wait { $0.contains("\ncode ") }
    #expect(screen.contains("nonsense") && screen.contains("code 2"))
  }
}

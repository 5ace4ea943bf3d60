import Foundation
import Testing

@Suite(.enabled(if: Tmux.isThere, "tmux is not installed")) struct RealTerminalTests {
  @Test func opensEditsSavesAndQuits() throws {
    let path = try Scratch.shared.file("tmux.xml", oneStep)
    let terminal = try Tmux()
    try terminal.type("\(Program.path) \(path)")
    _ = try terminal.wait { $0.contains("Say hello") && $0.contains("Help") }
    #expect(terminal.isOnAlternateScreen)
    try terminal.keys("Down", "d")
    _ = try terminal.wait { $0.contains("1 change") }
    try terminal.keys("C-s")
    _ = try terminal.wait { $0.contains("Saved") }
    try terminal.keys("q")
    _ = try terminal.wait { !$0.contains("Help") }
    #expect(!terminal.isOnAlternateScreen)
    #expect(try Scratch.read(path).contains("hello\" disable=\"true\""))
  }

  @Test(arguments: ["TERM", "HUP", "SEGV"]) func aKilledProgramLeavesASaneTerminal(_ signal: String) throws {
    let path = try Scratch.shared.file("kill-\(signal).xml", oneStep)
    let terminal = try Tmux()
    try terminal.type("stty -a > \(path).before; SWIFT_BACKTRACE=enable=no \(Program.path) \(path)")
    _ = try terminal.wait { $0.contains("Say hello") && $0.contains("Help") }
    try terminal.keys("d")
    _ = try terminal.wait { $0.contains("1 change") }
    let pid = try terminal.tmux(["display", "-p", "#{pane_pid}"]).trimmingCharacters(in: .whitespacesAndNewlines)
    let killer = Process()
    killer.executableURL = URL(filePath: "/bin/sh")
    killer.arguments = ["-c", "kill -\(signal) $(pgrep -P \(pid) tsedit)"]
    try killer.run()
    killer.waitUntilExit()
    #expect(killer.terminationStatus == 0)
    _ = try terminal.wait { !$0.contains("Help") }
    #expect(!terminal.isOnAlternateScreen)
    try terminal.type("stty -a > \(path).after; echo done")
    _ = try terminal.wait { $0.contains("\ndone") }
    #expect(try Scratch.read(path + ".before") == Scratch.read(path + ".after"))
    #expect(try Scratch.read(path) == oneStep)
  }

  @Test func suspendsAndComesBack() throws {
    let path = try Scratch.shared.file("suspend.xml", oneStep)
    let terminal = try Tmux()
    try terminal.type("set -m; \(Program.path) \(path)")
    _ = try terminal.wait { $0.contains("Say hello") && $0.contains("Help") }
    try terminal.keys("Z")
    _ = try terminal.wait { $0.contains("Stopped") || $0.contains("suspended") }
    try terminal.type("fg")
    _ = try terminal.wait { $0.contains("Say hello") && $0.contains("Help") }
    try terminal.keys("q")
    _ = try terminal.wait { !$0.contains("Help") }
  }

  @Test func resizingRedraws() throws {
    let path = try Scratch.shared.file("resize.xml", oneStep)
    let terminal = try Tmux()
    try terminal.type("\(Program.path) \(path)")
    _ = try terminal.wait { $0.contains("Help") }
    _ = try terminal.tmux(["resize-window", "-x", "120", "-y", "30"])
    _ = try terminal.wait { $0.contains("Properties") }
    _ = try terminal.tmux(["resize-window", "-x", "40", "-y", "10"])
    _ = try terminal.wait { $0.contains("too small") }
    _ = try terminal.tmux(["resize-window", "-x", "60", "-y", "16"])
    _ = try terminal.wait { $0.contains("Say hello") }
    try terminal.keys("q")
  }

  @Test(arguments: ["vt100", "linux", "screen-256color", "xterm"]) func worksOnOtherTerminals(_ term: String) throws {
    let path = try Scratch.shared.file("term-\(term).xml", oneStep)
    let terminal = try Tmux(term: term)
    try terminal.type("\(Program.path) \(path)")
    _ = try terminal.wait { $0.contains("Say hello") && $0.contains("Help") }
    try terminal.keys("Down", "r")
    try terminal.tmuxText("!")
    try terminal.keys("Enter")
    _ = try terminal.wait { $0.contains("hello!") }
    try terminal.keys("q")
    _ = try terminal.wait { $0.contains("Save") && $0.contains("discard") }
    try terminal.keys("d")
    _ = try terminal.wait { !$0.contains("Help") }
  }

  @Test func anUnknownTerminalIsRefusedInWords() throws {
    let terminal = try Tmux()
    try terminal.type("TERM=nonsense \(Program.path) --demo; echo code $?")
    let screen = try terminal.wait { $0.contains("code") }
    #expect(screen.contains("nonsense") && screen.contains("code 2"))
  }
}

extension Tmux {
  /// Types text as it is.
  func tmuxText(_ text: String) throws { _ = try tmux(["send-keys", "-l", text]) }
}

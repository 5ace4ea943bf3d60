import Foundation

/// A real terminal: one tmux server of its own with one window that runs a shell.
final class Tmux {
  private let socket = "tsedit-\(ProcessInfo.processInfo.processIdentifier)-\(UInt32.random(in: 0...UInt32.max))"

  /// Whether there is a tmux to be had.
  static let isThere = (try? run(["-V"])) != nil

  init(width: Int = 80, height: Int = 24, term: String = "xterm-256color") throws {
    _ = try tmux(
      ["-f", "/dev/null", "new-session", "-d", "-x", "\(width)", "-y", "\(height)",
        "env LC_ALL=C.UTF-8 TERM=\(term) PS1='$ ' XDG_CONFIG_HOME=/nonexistent sh"])
    _ = try wait { $0.contains("$") }
  }

  deinit { _ = try? tmux(["kill-server"]) }

  /// Sends keys by tmux's names.
  func keys(_ keys: String...) throws { _ = try tmux(["send-keys"] + keys) }

  /// Types a command line into the shell.
  func type(_ line: String) throws {
    _ = try tmux(["send-keys", "-l", line])
    try keys("Enter")
  }

  var screen: String { (try? tmux(["capture-pane", "-p"])) ?? "" }

  /// Whether a program has the alternate screen.
  var isOnAlternateScreen: Bool {
    (try? tmux(["display", "-p", "#{alternate_on}"]))?.hasPrefix("1") == true
  }

  /// Waits until the screen is as wanted, at most ten seconds; answers the screen.
  func wait(until isFine: (String) -> Bool) throws -> String {
    for _ in 0..<500 {
      let now = screen
      if isFine(now) { return now }
      usleep(20_000)
    }
    throw TimedOut(screen: screen)
  }

  struct TimedOut: Error {
    let screen: String
  }

  func tmux(_ arguments: [String]) throws -> String {
    try Self.run(["-L", socket] + arguments)
  }

  @discardableResult
  private static func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["tmux"] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    return String(decoding: data, as: UTF8.self)
  }
}

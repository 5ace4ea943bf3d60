import Foundation
import Subprocess

/// A real terminal: one tmux server of its own with one window that runs a shell.
final class Tmux {
  private let socket =
    "tsedit-\(ProcessInfo.processInfo.processIdentifier)-\(UInt32.random(in: 0...UInt32.max))"
  /// The process to end with this.
  private var server: pid_t?

  /// Whether there is a tmux to be had.
  static func isThere() async -> Bool { (try? await run("tmux", ["-V"])) != nil }

  init(width: Int = 80, height: Int = 24, term: String = "xterm-256color") async throws {
    _ = try await tmux([
      "-f", "/dev/null", "new-session", "-d", "-x", "\(width)", "-y", "\(height)",
      "env LC_ALL=C.UTF-8 TERM=\(term) PS1='$ ' XDG_CONFIG_HOME=/nonexistent sh",
    ])
    server = pid_t(try await tmux(["display", "-p", "#{pid}"]).dropLast())
    _ = try await wait { $0.contains("$") }
  }

  deinit { if let server { kill(server, SIGTERM) } }

  /// Sends keys by tmux's names.
  func keys(_ keys: String...) async throws { _ = try await tmux(["send-keys"] + keys) }

  /// Types a command line into the shell.
  func type(_ line: String) async throws {
    try await text(line)
    try await keys("Enter")
  }

  /// Types text as it is.
  func text(_ text: String) async throws { _ = try await tmux(["send-keys", "-l", text]) }

  /// Whether a program has the alternate screen.
  var isOnAlternateScreen: Bool {
    get async throws { try await tmux(["display", "-p", "#{alternate_on}"]).hasPrefix("1") }
  }

  /// Waits until the screen is as wanted, at most twenty seconds; answers the screen.
  func wait(until isFine: (String) -> Bool) async throws -> String {
    var screen = ""
    for _ in 0..<500 {
      screen = try await tmux(["capture-pane", "-p"])
      if isFine(screen) { return screen }
      try await Task.sleep(for: .milliseconds(40))
    }
    throw TimedOut(screen: screen)
  }

  /// The screen never became what was waited for.
  struct TimedOut: Error {
    let screen: String
  }

  func tmux(_ arguments: [String]) async throws -> String {
    try await Self.run("tmux", ["-L", socket] + arguments)
  }

  /// What a program prints; it must succeed.
  @discardableResult
  static func run(_ name: String, _ arguments: [String]) async throws -> String {
    let result = try await Subprocess.run(
      .name(name), arguments: Arguments(arguments), output: .string(limit: 1 << 20))
    guard result.terminationStatus.isSuccess else { throw Failed(command: [name] + arguments) }
    return result.standardOutput
  }

  /// A helper program failed.
  struct Failed: Error {
    let command: [String]
  }
}

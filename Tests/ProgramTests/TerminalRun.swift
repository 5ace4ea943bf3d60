import Foundation
import TestSupport

/// A program in a pseudo-terminal of its own, which is its controlling terminal.
final class TerminalRun {
  let process: pid_t
  private var master: Int32
  private let terminal: PseudoTerminal
  /// All that was written to the terminal.
  private(set) var output: [UInt8] = []
  /// How it ended, as `waitpid` tells it; nil while it runs.
  private(set) var status: Int32?

  /// Starts a program with settings and a state folder of its own.
  init(
    _ command: [String], state: String, environment: [String: String] = [:], columns: UInt16 = 80,
    rows: UInt16 = 24
  ) throws {
    let terminal = try PseudoTerminal(columns: columns, rows: rows)
    (master, self.terminal) = (terminal.master, terminal)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    var variables = ProcessInfo.processInfo.environment
    let own = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "XDG_CONFIG_HOME": state + "/config",
      "XDG_STATE_HOME": state, "PS1": "$ ",
    ]
    variables["SWIFT_BACKTRACE"] = nil
    variables.merge(own.merging(environment) { $1 }) { $1 }
    process = try terminal.start(command, environment: variables.map { "\($0)=\($1)" })
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    hangUp()
    close(terminal.slave)
  }

  /// What kept a test from being done.
  struct Failed: Error {
    let what: String
  }

  /// Types text.
  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(master, bytes, bytes.count)
  }

  func resize(columns: UInt16, rows: UInt16) { terminal.resize(columns: columns, rows: rows) }

  /// Whether what a program writes is taken, and it does not have to wait for its reader.
  var takesOutput: Bool {
    var slot = pollfd(fd: terminal.slave, events: Int16(POLLOUT), revents: 0)
    return poll(&slot, 1, 0) == 1
  }

  /// The terminal vanishes.
  func hangUp() {
    if master >= 0 { close(master) }
    master = -1
  }

  /// Whether the program has ended.
  var hasEnded: Bool {
    guard status == nil else { return true }
    var value: Int32 = 0
    if waitpid(process, &value, WNOHANG) == process { status = value }
    return status != nil
  }

  /// Takes what was written to the terminal.
  func pump() {
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    while master >= 0 {
      let count = read(master, &bytes, bytes.count)
      guard count > 0 else { return }
      output += bytes[..<count]
    }
  }

  /// Waits until something holds, at most a minute and more on a busy machine; answers whether it does.
  func wait(until isFine: () throws -> Bool) rethrows -> Bool {
    for _ in 0..<30_000 {
      // The end is looked at first: what was written before it is there then.
      _ = hasEnded
      pump()
      if try isFine() { return true }
      usleep(2000)
    }
    return false
  }

  /// Waits for a text that was not written before the byte `start`.
  func wait(for text: String, from start: Int = 0) -> Bool {
    wait { shows(text, from: start) }
  }

  func shows(_ text: String, from start: Int = 0) -> Bool {
    output.count > start && self.text(from: start).contains(text)
  }

  /// What was written, as text.
  func text(from start: Int = 0) -> String { String(decoding: output[start...], as: UTF8.self) }

  /// What was written after the alternate screen was left for the last time; nil when it was not
  /// left.
  var textBelowTheScreen: String? {
    let parts = text().components(separatedBy: "\u{1B}[?1049h")
    guard let last = parts.last, parts.count > 1 else { return nil }
    let after = last.components(separatedBy: "\u{1B}[?1049l")
    return after.count > 1 ? after.last : nil
  }
}

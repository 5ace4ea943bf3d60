import Glibc
import Storage
import TestSupport

/// A program in a pseudo-terminal: started, typed at, listened to, and measured.
///
/// A key is answered when nothing more has come for a while; what counts is the moment of the last
/// byte, not the while.
final class TerminalProgram {
  static let rows: UInt16 = 40
  static let columns: UInt16 = 120

  private let descriptor: Int32
  private let process: pid_t
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  /// From the start of the program to the last byte of its first frame.
  private(set) var firstFrame = Duration.zero

  /// Starts a program and waits for its first frame: the last byte of the burst in which `sign`, a
  /// text of the file, is on the screen.
  init(
    _ command: [String], environment: [String], sign: String
  ) throws(BenchmarkFailure) {
    do {
      // The program finds the size it will keep.
      let terminal = try PseudoTerminal(columns: Self.columns, rows: Self.rows)
      descriptor = terminal.master
      start = clock.now
      process = try terminal.start(command, environment: environment)
      close(terminal.slave)
    } catch {
      throw BenchmarkFailure(error.description)
    }
    var shown: [UInt8] = []
    let end = clock.now + .seconds(60)
    while clock.now < end {
      let answer = listen(quiet: .milliseconds(3), limit: .seconds(10))
      guard let last = answer.last else { break }
      shown += answer.bytes
      guard String(decoding: shown, as: UTF8.self).contains(sign) else { continue }
      firstFrame = start.duration(to: last)
      // Whatever it does next is over before the first key.
      _ = listen(quiet: .milliseconds(300), limit: .milliseconds(300))
      return
    }
    throw BenchmarkFailure("\(command[0]) did not show the file")
  }

  /// What came back for a key.
  struct Answer {
    var bytes: [UInt8] = []
    /// When the last byte came; nil when none did.
    var last: ContinuousClock.Instant?
  }

  /// Presses a key and answers how long it took until the last byte of the answer, and how many bytes
  /// came; nil when nothing did.
  func press(_ key: String) -> (time: Duration, bytes: Int)? {
    let before = clock.now
    let bytes = Array(key.utf8)
    guard write(descriptor, bytes, bytes.count) == bytes.count else { return nil }
    let answer = listen(quiet: .milliseconds(20), limit: .seconds(2))
    return answer.last.map { (before.duration(to: $0), answer.bytes.count) }
  }

  private func listen(quiet: Duration, limit: Duration) -> Answer {
    var answer = Answer()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let end = clock.now + limit
    while clock.now < end {
      var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let wait = answer.last == nil ? limit : quiet
      guard Glibc.poll(&poll, 1, Int32(wait / .milliseconds(1))) > 0 else { break }
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      answer.last = clock.now
      answer.bytes += buffer[..<count]
      reply(to: buffer[..<count])
    }
    return answer
  }

  /// Answers what some editors ask a terminal before they go on.
  private func reply(to bytes: ArraySlice<UInt8>) {
    let text = String(decoding: bytes, as: UTF8.self)
    var answer = ""
    if text.contains("\u{1B}[c") || text.contains("\u{1B}[0c") { answer += "\u{1B}[?62;22c" }
    if text.contains("\u{1B}[6n") { answer += "\u{1B}[1;1R" }
    if text.contains("\u{1B}]11;?") { answer += "\u{1B}]11;rgb:0000/0000/0000\u{7}" }
    if text.contains("\u{1B}]10;?") { answer += "\u{1B}]10;rgb:ffff/ffff/ffff\u{7}" }
    let out = Array(answer.utf8)
    if !out.isEmpty { _ = write(descriptor, out, out.count) }
  }

  /// Ends the program, and answers the most memory it had, in KiB (`VmHWM` of proc(5)).
  func end() -> Int {
    let facts = (try? AtomicFile.read("/proc/\(process)/status")) ?? []
    let most = String(decoding: facts, as: UTF8.self).split(separator: "\n")
      .first { $0.hasPrefix("VmHWM:") }
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    close(descriptor)
    return most?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
  }
}

/// Why something cannot be measured.
struct BenchmarkFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

import Foundation

/// A program in a pseudo-terminal of its own, which is its controlling terminal.
final class TerminalRun {
  let process: pid_t
  private var master: Int32
  private let slave: Int32
  /// All that was written to the terminal.
  private(set) var output: [UInt8] = []
  /// How it ended, as `waitpid` tells it; nil while it runs.
  private(set) var status: Int32?

  /// Starts a program with settings and a state folder of its own.
  init(
    _ command: [String], state: String, environment: [String: String] = [:], columns: UInt16 = 80,
    rows: UInt16 = 24
  ) throws {
    var ends: (master: Int32, slave: Int32) = (-1, -1)
    // Tests run side by side, and `ttyname` has one name for all of them.
    var name = [CChar](repeating: 0, count: 128)
    guard openpty(&ends.master, &ends.slave, nil, nil, nil) == 0,
      ttyname_r(ends.slave, &name, name.count) == 0
    else { throw Failed(what: "no pseudo-terminal: \(String(cString: strerror(errno)))") }
    let path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    (master, slave) = ends
    // Programs that other tests start must not keep it alive.
    for end in [master, slave] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    Self.resize(slave, columns, rows)
    var variables = ProcessInfo.processInfo.environment
    let own = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "XDG_CONFIG_HOME": state + "/config",
      "XDG_STATE_HOME": state, "PS1": "$ ",
    ]
    variables["SWIFT_BACKTRACE"] = nil
    variables.merge(own.merging(environment) { $1 }) { $1 }
    process = try Self.spawn(command, variables.map { "\($0)=\($1)" }, path)
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    hangUp()
    close(slave)
  }

  private static func spawn(
    _ command: [String], _ environment: [String], _ terminal: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal a new session's leader opens becomes its own.
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in 1...31 { sigaddset(&signals, Int32(signal)) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let setSession: Int32 = 0x80
    posix_spawnattr_setflags(
      &attributes, Int16(setSession | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var arguments = command.map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { (arguments + variables).forEach { free($0) } }
    var process: pid_t = 0
    let failure = posix_spawnp(
      &process, command[0], &actions, &attributes, &arguments, &variables)
    guard failure == 0 else { throw Failed(what: "\(command[0]) does not start: \(failure)") }
    return process
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

  func resize(columns: UInt16, rows: UInt16) { Self.resize(slave, columns, rows) }

  private static func resize(_ terminal: Int32, _ columns: UInt16, _ rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
  }

  /// Whether what a program writes is taken, and it does not have to wait for its reader.
  var takesOutput: Bool {
    var slot = pollfd(fd: slave, events: Int16(POLLOUT), revents: 0)
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

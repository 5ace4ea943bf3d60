package import Glibc

/// A pseudo-terminal: what a program writes comes out at one end, what is typed goes in there.
package struct PseudoTerminal {
  /// The end that types and reads.
  package let master: Int32
  /// The end the program has.
  package let slave: Int32
  private let name: String

  /// Why there is none, or no program in it.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// Makes one of a size; no other program that is started keeps it open.
  package init(columns: UInt16, rows: UInt16) throws(Failure) {
    var ends: (master: Int32, slave: Int32) = (-1, -1)
    // Tests run side by side, and `ttyname` has one name for all of them.
    var name = [CChar](repeating: 0, count: 128)
    guard openpty(&ends.master, &ends.slave, nil, nil, nil) == 0,
      ttyname_r(ends.slave, &name, name.count) == 0
    else { throw Failure(description: "no pseudo-terminal: \(String(cString: strerror(errno)))") }
    (master, slave) = ends
    self.name = String(
      decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    for end in [master, slave] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    resize(columns: columns, rows: rows)
  }

  /// Changes its size.
  package func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(slave, UInt(TIOCSWINSZ), &size)
  }

  /// Starts a program in it, as the leader of a session whose terminal it is, with no signal ignored.
  package func start(_ command: [String], environment: [String]) throws(Failure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal a new session's leader opens becomes its own.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
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
    // Swift's view of the C library leaves POSIX_SPAWN_SETSID out (spawn.h of glibc).
    let setSession: Int32 = 0x80
    posix_spawnattr_setflags(
      &attributes, Int16(setSession | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var arguments = command.map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { (arguments + variables).forEach { free($0) } }
    var process: pid_t = 0
    let failure = posix_spawnp(
      &process, command[0], &actions, &attributes, &arguments, &variables)
    guard failure == 0 else {
      throw Failure(description: "\(command[0]) does not start: \(failure)")
    }
    return process
  }
}

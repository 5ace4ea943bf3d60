@preconcurrency import Glibc
import Screen
package import Storage

/// A program of the user's that is called with arguments, without a shell.
package struct OutsideProgram {
  private let arguments: [String]

  /// Names a program and its arguments.
  package init(_ arguments: [String]) { self.arguments = arguments }

  /// How it ended.
  package enum End: Equatable, Sendable {
    case code(Int32)
    case signal(Int32)
  }

  /// Whether there is such a program.
  package static func isThere(_ program: String) -> Bool {
    guard !program.contains("/") else { return access(program, X_OK) == 0 }
    let folders = (Environment.variable("PATH") ?? "").split(
      separator: ":", omittingEmptySubsequences: false)
    return folders.contains { folder in
      access("\(folder.isEmpty ? "." : folder)/\(program)", X_OK) == 0
    }
  }

  /// Calls it, with the terminal for its input however the own one is fed, and waits for its end.
  /// - Throws: when it cannot be started.
  package func run() throws(FileFailure) -> End {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var usual = sigset_t()
    sigemptyset(&usual)
    sigaddset(&usual, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let terminal = isatty(STDIN_FILENO) == 1 ? -1 : open("/dev/tty", O_RDWR | O_CLOEXEC)
    defer { if terminal >= 0 { close(terminal) } }
    if terminal >= 0 { posix_spawn_file_actions_adddup2(&actions, terminal, STDIN_FILENO) }
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    guard let program = words[0] else { throw FileFailure("cannot start it", code: ENOMEM) }
    let failure = posix_spawnp(&process, program, &actions, &attributes, &words, environ)
    guard failure == 0 else { throw FileFailure("cannot start it", code: failure) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw FileFailure("cannot wait for it") }
    }
    let signal = status & 0x7F
    return signal == 0 ? .code(status >> 8 & 0xFF) : .signal(signal)
  }

  /// Has the user read what a program has printed.
  package static func waitForEnter(saying words: String) {
    let terminal = retried { open("/dev/tty", O_RDWR | O_CLOEXEC) }
    guard terminal >= 0 else { return }
    defer { close(terminal) }
    let prompt = TextContent("\n\(Printable.line(words)) Enter goes on.\n")
    guard (try? AtomicFile.writeAll(prompt, to: terminal)) != nil else { return }
    var byte: UInt8 = 0
    while retried({ Int32(read(terminal, &byte, 1)) }) == 1, byte != 10, byte != 13 {}
  }

  private static func retried(_ call: () -> Int32) -> Int32 {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }
}

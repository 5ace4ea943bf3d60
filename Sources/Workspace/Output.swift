import Glibc
package import References
import Storage

/// Standard output: the one way out for every byte a command prints.
///
/// What is printed is gathered and goes out in one piece, so that it costs one call however long it
/// is. A full disk or a broken descriptor is a failure of the command; where nobody reads any more,
/// the program ends quietly by `SIGPIPE`, as `cat` and `git` do.
package struct Output {
  /// What was printed and has not gone out: lines, and sequences that passed the gate.
  private struct Printed: FileContent { var bytes: [UInt8] = [] }

  private var printed = Printed()
  private var isUsed = false

  /// Nothing is printed yet.
  package init() {}

  /// Prints a line.
  package mutating func print(_ line: String) {
    printed.bytes += line.utf8
    printed.bytes.append(UInt8(ascii: "\n"))
  }

  /// Prints a text that has its own line ends.
  package mutating func print(text: String) { printed.bytes += text.utf8 }

  /// Prints a sequence as the gate let it pass.
  package mutating func print(_ sequence: Cleared) { printed.bytes += sequence.bytes }

  /// Has everything that was printed go out before something else is done.
  /// - Throws: when it cannot be written.
  package mutating func flush() throws(Failure) {
    guard !printed.bytes.isEmpty else { return }
    isUsed = true
    do throws(FileFailure) { try AtomicFile.writeAll(printed, to: STDOUT_FILENO) } catch {
      throw Self.failure(error)
    }
    printed = Printed()
  }

  /// Has the rest go out; nothing is printed after that.
  ///
  /// A share may tell only now that it is full.
  /// - Throws: when it cannot be written.
  package mutating func finish() throws(Failure) {
    try flush()
    // After EINTR it is closed all the same.
    guard isUsed, close(STDOUT_FILENO) != 0, errno != EINTR else { return }
    throw Self.failure(FileFailure("cannot write it"))
  }

  private static func failure(_ reason: FileFailure) -> Failure {
    if reason.code == EPIPE { endQuietly() }
    return Failure("standard output: \(reason.reason).")
  }

  /// Ends as a program does that does not ignore the signal; whoever started this one may have it
  /// ignored.
  private static func endQuietly() -> Never {
    signal(SIGPIPE, SIG_DFL)
    raise(SIGPIPE)
    exit(128 + SIGPIPE)
  }

  /// Has the three standard descriptors stand for something.
  ///
  /// A file that is opened while one of them is closed would get its number, and what is printed.
  package static func occupyDescriptors() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      // What is open the wrong way round fails as what is closed does.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}

import Glibc
package import Storage
import Synchronization
package import TaskSequence

/// What was read from standard input is known to its journal by what was in it.
package enum StandardInput {
  private static let stem = "/dev/stdin#"

  private static let wasRead = Mutex(false)

  /// Reads all of it.
  /// - Throws: when that cannot be, or was done for something else before.
  package static func read() throws(FileFailure) -> [UInt8] {
    let isSecond = wasRead.withLock { wasRead in
      defer { wasRead = true }
      return wasRead
    }
    guard !isSecond else {
      throw FileFailure(refusal: "standard input stands for something else here already")
    }
    return try AtomicFile.readAll(STDIN_FILENO)
  }

  /// The name it has wherever a file has a path; the same bytes have the same name.
  package static func name(of document: SequenceDocument) -> String {
    stem + Fingerprint(of: document.serialized()).text
  }

  /// Whether a name is such a one.
  package static func isName(_ path: String) -> Bool { path.hasPrefix(stem) }
}

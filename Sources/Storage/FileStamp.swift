#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What is known of a file on the disk, to notice that somebody else wrote it.
package struct FileStamp: Sendable {
  /// Where the file is.
  package let path: String
  /// What is in it; nil when there is none.
  private let content: Fingerprint?
  /// How the file looked when it last held that.
  private var look: Look?

  /// Remembers that a file holds `content`, or with nil that there is none; the first look verifies
  /// it.
  package init(of path: String, holding content: Fingerprint?) {
    self.path = path
    self.content = content
  }

  /// What happened to the file since.
  package enum Change: Equatable, Sendable {
    /// Other bytes are in it.
    case content([UInt8])
    /// It is gone, or cannot be read.
    case gone(FileFailure)
  }

  /// Looks again; nil when the content is the same.
  ///
  /// - Parameter isThorough: Read it even when size, time and number are the same: some file systems
  ///   tell the time in steps of two seconds.
  package mutating func change(isThorough: Bool = false) -> Change? {
    guard let now = Look(at: path) else {
      let failure = FileFailure("cannot find it")
      return content == nil && failure.isMissing ? nil : .gone(failure)
    }
    guard isThorough || now != look else { return nil }
    do throws(FileFailure) {
      if try AtomicFile.fingerprint(of: path) != content {
        return .content(try AtomicFile.read(path))
      }
      look = now
      return nil
    } catch {
      return .gone(error)
    }
  }

  /// What the system tells of a file without reading it.
  private struct Look: Equatable {
    let device: dev_t
    let number: ino_t
    let size: off_t
    let seconds: Int
    let nanoseconds: Int

    init?(at path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      (device, number, size) = (status.st_dev, status.st_ino, status.st_size)
      (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    }
  }
}

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What is known of a file on the disk, to notice that somebody else wrote it.
package struct FileStamp: Equatable, Sendable {
  private var device: dev_t
  private var number: ino_t
  private var size: off_t
  private var seconds: Int
  private var nanoseconds: Int
  /// What is in it.
  package var content: Fingerprint

  /// Looks at a file that holds `content`; nil when it is not there.
  package init?(of path: String, holding content: Fingerprint) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    (device, number, size) = (status.st_dev, status.st_ino, status.st_size)
    (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
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
  /// Reads the file only where its size, time or number are others; a mere touch is remembered.
  package mutating func change(of path: String) -> Change? {
    guard let now = FileStamp(of: path, holding: content) else {
      return .gone(FileFailure("cannot find it"))
    }
    guard now != self else { return nil }
    do throws(FileFailure) {
      let bytes = try AtomicFile.read(path)
      guard Fingerprint(of: bytes) == content else { return .content(bytes) }
      self = now
      return nil
    } catch {
      return .gone(error)
    }
  }
}

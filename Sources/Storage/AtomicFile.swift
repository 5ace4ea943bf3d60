import CFiles

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads and replaces files as a whole.
package enum AtomicFile {
  /// The largest file that is read; real sequences stay under 2 MB because ConfigMgr refuses more.
  package static let sizeLimit = 128 * 1024 * 1024

  /// Reads a file.
  ///
  /// - Parameter pipes: Whether a pipe will do; reading it waits for whoever writes it.
  /// - Throws: when it cannot be read, is something else than a file or is larger than `limit`.
  package static func read(
    _ path: String, limit: Int = sizeLimit, pipes: Bool = false
  ) throws(FileFailure) -> [UInt8] {
    let (descriptor, size) = try opened(path, limit: limit, pipes: pipes)
    defer { close(descriptor) }
    return try readAll(descriptor, expecting: size, limit: limit)
  }

  /// Tells what is in a file without having all of it in memory.
  ///
  /// - Throws: as `read` does.
  static func fingerprint(of path: String) throws(FileFailure) -> Fingerprint {
    let (descriptor, _) = try opened(path, limit: sizeLimit, pipes: false)
    defer { close(descriptor) }
    var fingerprint = Fingerprint()
    var offset: off_t = 0
    while true {
      var failure: Int32 = 0
      let portion = [UInt8](unsafeUninitializedCapacity: 64 * 1024) { buffer, count in
        let result = pread(descriptor, buffer.baseAddress, buffer.count, offset)
        failure = result < 0 ? errno : 0
        count = max(0, result)
      }
      if failure == EINTR { continue }
      guard failure == 0 else { throw FileFailure("cannot read it", code: failure) }
      let count = fingerprint.addWords(of: portion)
      offset += off_t(count)
      guard count == 0 else { continue }
      fingerprint.add(portion)
      return fingerprint
    }
  }

  /// Opens what `read` reads and answers how long it is.
  private static func opened(
    _ path: String, limit: Int, pipes: Bool
  ) throws(FileFailure) -> (descriptor: Int32, size: Int) {
    let descriptor = retrying { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }
    guard descriptor >= 0 else { throw FileFailure(notOpened: path) }
    do throws(FileFailure) {
      return (descriptor, try size(of: descriptor, limit: limit, pipes: pipes))
    } catch {
      close(descriptor)
      throw error
    }
  }

  private static func size(
    of descriptor: Int32, limit: Int, pipes: Bool
  ) throws(FileFailure) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileFailure("cannot look at it") }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw FileFailure("cannot read it", code: EISDIR)
    case S_IFIFO where pipes: _ = fcntl(descriptor, F_SETFL, O_RDONLY)
    default: throw FileFailure(reason: "it is no file but a device or a pipe", code: EINVAL)
    }
    guard status.st_size <= limit else { throw .tooLarge(limit) }
    return Int(status.st_size)
  }

  /// Reads a descriptor to its end.
  package static func readAll(
    _ descriptor: Int32, expecting size: Int = 0, limit: Int = sizeLimit
  ) throws(FileFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      var failure: Int32 = 0
      // One byte more than there should be finds the end with the first call.
      let room = max(64 * 1024, size - bytes.count + 1)
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        let result = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        failure = result < 0 ? errno : 0
        count = max(0, result)
      }
      if failure == EINTR { continue }
      guard failure == 0 else { throw FileFailure("cannot read it", code: failure) }
      if chunk.isEmpty { return bytes }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      guard bytes.count <= limit else { throw .tooLarge(limit) }
    }
  }

  /// Replaces a file: the new bytes go to a temporary file beside it, reach the disk, and take its
  /// place in one step.
  ///
  /// Permissions, access lists and, where allowed, the owner stay; a symbolic link stays a
  /// link, its target is replaced. A new file gets the usual permissions.
  /// - Parameters:
  ///   - isNew: Refuse with `FileFailure.exists` when something has that name.
  ///   - origin: The file the content came from; others may do no more with a new one than with that.
  /// - Throws: when anything fails; the old file is then untouched.
  package static func write(
    _ content: some FileContent, to path: String, isNew: Bool = false, from origin: String? = nil
  ) throws(FileFailure) {
    let target = Path.resolved(path)
    let old = try original(at: target)
    if old != nil {
      if isNew { throw FileFailure("cannot make it", code: FileFailure.exists) }
      if access(target, W_OK) != 0 { throw FileFailure("cannot write it") }
    }
    try put(.bytes(content.bytes), at: target, like: old, isNew: isNew, from: origin)
  }

  /// How the copy of a file that is to be replaced is named.
  package enum Backup: Sendable {
    /// `NAME~`, in the place of an older one.
    case latest
    /// `NAME.~1~`, or the first higher number that is free, so that nothing is replaced.
    case numbered
  }

  /// Puts a copy of a file beside it, with the same permissions, and answers the copy's path; nil
  /// where there is no file.
  ///
  /// What has the name `NAME~` is replaced, a symbolic link as well.
  @discardableResult
  package static func backUp(
    _ path: String, as backup: Backup = .latest
  ) throws(FileFailure) -> String? {
    do throws(FileFailure) {
      guard let old = try original(at: Path.resolved(path)) else { return nil }
      switch backup {
      case .latest:
        try put(.copy(of: old.path), at: path + "~", like: old)
        return path + "~"
      case .numbered: return try putNumbered(beside: path, like: old)
      }
    } catch {
      throw FileFailure(reason: "no backup could be made: \(error.reason)", code: error.code)
    }
  }

  private static func putNumbered(
    beside path: String, like old: Original
  ) throws(FileFailure) -> String {
    var status = stat()
    for number in 1..<10_000 {
      let place = "\(path).~\(number)~"
      guard lstat(place, &status) != 0 else { continue }
      do throws(FileFailure) {
        try put(.copy(of: old.path), at: place, like: old, isNew: true)
        return place
      } catch {
        // Somebody else was quicker.
        if error.code != FileFailure.exists { throw error }
      }
    }
    throw FileFailure("too many are there", code: FileFailure.exists)
  }

  /// Writes all of a content to a descriptor.
  package static func writeAll(
    _ content: some FileContent, to descriptor: Int32
  ) throws(FileFailure) {
    try writeAll(content.bytes, to: descriptor)
  }

  /// Writes all of the bytes to a descriptor.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(FileFailure) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw FileFailure("cannot write it") }
      written += count
    }
  }

  /// Makes what was made, renamed or removed in a folder reach the disk; not every file system can,
  /// and that is no failure.
  package static func syncFolder(of path: String) {
    let descriptor = retrying { open(Path.folder(of: path), O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  // MARK: The steps of a save

  /// The file a new one takes its place or its permissions from.
  private typealias Original = (path: String, status: stat)

  private static func original(at path: String) throws(FileFailure) -> Original? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT else { throw FileFailure("cannot look at it") }
      return nil
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw status.st_mode & S_IFMT == S_IFDIR
        ? FileFailure("cannot write it", code: EISDIR)
        : FileFailure(reason: "it is no file but a device or a pipe", code: EINVAL)
    }
    return (path, status)
  }

  /// What comes into a new file.
  private enum Filling {
    case bytes([UInt8])
    /// What is in a file, which is never in memory as a whole.
    case copy(of: String)
  }

  private static func fill(_ descriptor: Int32, _ filling: Filling) throws(FileFailure) {
    switch filling {
    case .bytes(let bytes): try writeAll(bytes, to: descriptor)
    case .copy(let path):
      let (source, _) = try opened(path, limit: sizeLimit, pipes: false)
      defer { close(source) }
      while true {
        var failure: Int32 = 0
        let portion = [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
          let result = Glibc.read(source, buffer.baseAddress, buffer.count)
          failure = result < 0 ? errno : 0
          count = max(0, result)
        }
        if failure == EINTR { continue }
        guard failure == 0 else { throw FileFailure("cannot read it", code: failure) }
        if portion.isEmpty { return }
        try writeAll(portion, to: descriptor)
      }
    }
  }

  private static func put(
    _ filling: Filling, at target: String, like old: Original?, isNew: Bool = false,
    from origin: String? = nil
  ) throws(FileFailure) {
    let (descriptor, temporary) = try Leftovers.makeTemporary(beside: target)
    do throws(FileFailure) {
      do throws(FileFailure) {
        try fill(descriptor, filling)
        try dress(descriptor, like: old, from: origin)
        guard retrying({ fsync(descriptor) }) == 0 else {
          throw FileFailure("cannot write it to the disk")
        }
      } catch {
        close(descriptor)
        throw error
      }
      // After EINTR it is closed all the same, and what it holds has reached the disk.
      guard close(descriptor) == 0 || errno == EINTR else {
        throw FileFailure("cannot write it to the disk")
      }
      let isPut = isNew ? files_rename_new(temporary, target) : rename(temporary, target)
      guard isPut == 0 else { throw FileFailure("cannot put the new file in its place") }
    } catch {
      unlink(temporary)
      throw error
    }
    syncFolder(of: target)
  }

  /// Gives a new file owner, permissions and access list.
  ///
  /// One that replaces none gets what is usual, and no more than the file its content came from has.
  private static func dress(
    _ descriptor: Int32, like old: Original?, from origin: String?
  ) throws(FileFailure) {
    guard let (path, status) = old else {
      let mask = umask(0)
      umask(mask)
      _ = fchmod(descriptor, 0o666 & ~mask & permissions(at: origin, for: descriptor))
      return
    }
    var mode = status.st_mode & 0o7777
    // The owner can be kept by root alone; the group by its members.
    if fchown(descriptor, status.st_uid, status.st_gid) != 0,
      fchown(descriptor, uid_t.max, status.st_gid) != 0
    {
      // Another group gets no more than everybody.
      mode = mode & ~0o070 | (mode & 0o007) << 3
    }
    files_copy_attributes(path, descriptor)
    guard fchmod(descriptor, mode) == 0 else { throw FileFailure("cannot keep its permissions") }
  }

  /// What others may do with a file that a new one's content came from; nothing where it is gone.
  private static func permissions(at origin: String?, for descriptor: Int32) -> mode_t {
    guard let origin else { return 0o777 }
    var (from, new) = (stat(), stat())
    guard stat(Path.resolved(origin), &from) == 0, fstat(descriptor, &new) == 0 else {
      return 0o600
    }
    let mode = from.st_mode & 0o777 | 0o200
    // Another group gets no more than everybody.
    return from.st_gid == new.st_gid ? mode : mode & ~0o070 | (mode & 0o007) << 3 & mode
  }

  /// Calls the system again as long as a signal comes in between.
  package static func retrying(_ call: () -> Int32) -> Int32 {
    while true {
      let result = call()
      guard result < 0, errno == EINTR else { return result }
    }
  }
}

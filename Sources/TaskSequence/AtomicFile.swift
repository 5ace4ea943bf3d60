#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why a file could not be read or written, in words for a person.
package struct FileFailure: Error, Equatable, Sendable {
  /// What was tried and why it failed, without a full stop.
  package let reason: String
  /// The number of the system's error.
  package let code: Int32

  /// The code of a file that is there although it should not be.
  package static let exists = EEXIST

  package init(_ what: String, code: Int32 = errno) {
    reason = "\(what): \(String(cString: strerror(code)))"
    self.code = code
  }
}

/// Reads and replaces files as a whole.
package enum AtomicFile {
  /// The largest file that is read; real sequences stay under 2 MB because ConfigMgr refuses more.
  package static let sizeLimit = 256 * 1024 * 1024

  /// Reads a file.
  /// - Throws: when it cannot be read, is no regular file or is larger than `sizeLimit`.
  package static func read(_ path: String) throws(FileFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFailure("cannot open it") }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileFailure("cannot look at it") }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw FileFailure("cannot read it", code: EISDIR)
    }
    return try readAll(descriptor, expecting: Int(status.st_size))
  }

  /// Reads a descriptor to its end.
  package static func readAll(
    _ descriptor: Int32, expecting size: Int = 0
  ) throws(FileFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(size, sizeLimit) + 1)
    while true {
      var failure: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: max(64 * 1024, size - bytes.count + 1)) {
        buffer, count in
        let result = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        failure = result < 0 ? errno : 0
        count = max(0, result)
      }
      if failure == EINTR { continue }
      guard failure == 0 else { throw FileFailure("cannot read it", code: failure) }
      if chunk.isEmpty { return bytes }
      bytes = bytes.isEmpty ? chunk : bytes + chunk
      guard bytes.count <= sizeLimit else { throw FileFailure("cannot read it", code: EFBIG) }
    }
  }

  /// Replaces a file: the new bytes go to a temporary file beside it, reach the disk, and take its
  /// place in one step.
  ///
  /// Permissions and, where allowed, the owner stay; a symbolic link stays a
  /// link, its target is replaced. A new file gets the usual permissions.
  /// - Throws: when anything fails; the old file is then untouched.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
    let target = resolve(path)
    var old = stat()
    let exists = stat(target, &old) == 0
    if exists, access(target, W_OK) != 0 { throw FileFailure("cannot write it") }
    let (descriptor, temporary) = try Leftovers.makeTemporary(beside: target)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    do throws(FileFailure) {
      try fill(descriptor, bytes, like: exists ? old : nil)
    } catch {
      close(descriptor)
      unlink(temporary)
      throw error
    }
    let closed = close(descriptor) == 0
    guard closed, rename(temporary, target) == 0 else {
      let failure = FileFailure("cannot put the new file in its place")
      unlink(temporary)
      throw failure
    }
    syncFolder(of: target)
  }

  /// Writes all of the bytes to a descriptor.
  package static func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(FileFailure) {
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

  private static func fill(
    _ descriptor: Int32, _ bytes: [UInt8], like old: stat?
  ) throws(FileFailure) {
    try writeAll(bytes, to: descriptor)
    if let old {
      // The owner can be kept by root alone; the group by its members.
      if fchown(descriptor, old.st_uid, old.st_gid) != 0 {
        _ = fchown(descriptor, uid_t.max, old.st_gid)
      }
      guard fchmod(descriptor, old.st_mode & 0o7777) == 0 else {
        throw FileFailure("cannot keep its permissions")
      }
    } else {
      let mask = umask(0)
      umask(mask)
      fchmod(descriptor, 0o666 & ~mask)
    }
    guard fsync(descriptor) == 0 else { throw FileFailure("cannot write it to the disk") }
  }

  /// Follows symbolic links to the file that is to be replaced.
  package static func resolve(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// Makes the rename itself reach the disk; not every file system can, and that is no failure.
  private static func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The sign beside a file that somebody edits it: `.NAME.tsedit-lock`, who and since when in text.
///
/// It is a file that only one can make, by a hard link or with `O_EXCL`, which works where locking
/// calls fail: on NFS, on SMB shares. Where it cannot be made (a folder that is read-only) there is no
/// lock, and nobody else can save either.
package struct FileLock: Sendable {
  /// Where the lock is.
  package let path: String

  /// What came of the wish for a lock.
  package enum Verdict: Sendable {
    /// It is ours; or the folder takes none, then there is nothing to let go of.
    case taken(FileLock?)
    /// Somebody has it.
    case held(ProcessMark)
  }

  /// Takes the lock of a file unless somebody holds it who may be alive.
  package static func take(for file: String) -> Verdict {
    let lock = FileLock(path: place(for: file))
    for _ in 0..<3 {
      switch lock.holder {
      case .none:
        if lock.write() { return .taken(lock) }
        guard errno == EEXIST else { return .taken(nil) }
        continue
      case .somebody(let since):
        guard time(nil) - since > patience else { return .held(unknown(since)) }
      case .process(let holder) where isOwn(holder): return .taken(lock)
      case .process(let holder):
        guard holder.isAlive == false else { return .held(holder) }
      }
      lock.removeStale()
    }
    return .held(unknown(time(nil)))
  }

  /// Takes it from whoever holds it.
  package static func takeOver(for file: String) -> FileLock? {
    let lock = FileLock(path: place(for: file))
    unlink(lock.path)
    return lock.write() ? lock : nil
  }

  /// Lets go of it, if it is still ours.
  package func release() {
    if isOurs { unlink(path) }
  }

  /// Whether it is there and names this process.
  package var isOurs: Bool {
    if case .process(let mark) = holder { Self.isOwn(mark) } else { false }
  }

  // MARK: The file

  /// How old a lock that names nobody must be to count as left by a process that was killed while it
  /// wrote it, in seconds.
  private static let patience = 60

  private static func unknown(_ since: Int) -> ProcessMark {
    ProcessMark(host: "?", user: "somebody", process: 0, start: 0, time: since)
  }

  private static func isOwn(_ mark: ProcessMark) -> Bool {
    var own = ProcessMark.own
    own.time = mark.time
    return mark == own
  }

  private static func place(for file: String) -> String {
    let real = Path.absolute(file)
    let folder = Path.folder(of: real)
    let name = Path.name(of: real)
    // A name may be 255 bytes long; the lock's is longer by 14.
    let short = name.utf8.count < 200 ? name : Fingerprint(of: name.utf8).text
    return "\(folder)/.\(short).tsedit-lock"
  }

  /// Makes it; false, with `errno`, when it is there already or cannot be made.
  private func write() -> Bool {
    let mark = ProcessMark.own
    let text = """
      tsedit lock 1
      host \(mark.host)
      user \(mark.user)
      process \(mark.process)
      start \(mark.start)
      time \(mark.time)

      """
    // Whole from the start where there are hard links, lest somebody reads half of it.
    guard let whole = try? Leftovers.makeTemporary(beside: path) else { return false }
    defer { remove(whole.path) }
    fchmod(whole.descriptor, 0o644)
    let isWritten = (try? AtomicFile.writeAll(Array(text.utf8), to: whole.descriptor)) != nil
    close(whole.descriptor)
    guard isWritten else { return false }
    if link(whole.path, path) == 0 { return true }
    return errno == EEXIST ? false : writeInPlace(Array(text.utf8))
  }

  private func writeInPlace(_ bytes: [UInt8]) -> Bool {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return false }
    let isWritten = (try? AtomicFile.writeAll(bytes, to: descriptor)) != nil
    close(descriptor)
    if !isWritten { remove(path) }
    return isWritten
  }

  /// Removes a file and keeps `errno`.
  private func remove(_ path: String) {
    let failure = errno
    unlink(path)
    errno = failure
  }

  /// What a lock says.
  private enum Holder: Equatable {
    /// There is no lock.
    case none
    case process(ProcessMark)
    /// It cannot be read, or makes no sense; made at that time.
    case somebody(since: Int)
  }

  private var holder: Holder {
    var status = stat()
    guard lstat(path, &status) == 0 else { return .none }
    let mark = (try? AtomicFile.read(path, limit: 4096)).flatMap(Self.mark)
    return mark.map { .process($0) } ?? .somebody(since: status.st_mtim.tv_sec)
  }

  /// Removes it, unless somebody else was faster and it is theirs now.
  private func removeStale() {
    let before = holder
    guard let aside = try? Leftovers.makeTemporary(beside: path) else { return }
    close(aside.descriptor)
    if rename(path, aside.path) == 0, FileLock(path: aside.path).holder != before {
      link(aside.path, path)
    }
    unlink(aside.path)
  }

  private static func mark(_ bytes: [UInt8]) -> ProcessMark? {
    var fields: [Substring: String] = [:]
    let text = String(decoding: bytes, as: UTF8.self)
    for line in text.split(separator: "\n").dropFirst() {
      let parts = line.split(separator: " ", maxSplits: 1)
      if parts.count == 2 { fields[parts[0]] = String(parts[1]) }
    }
    guard text.hasPrefix("tsedit lock "), let host = fields["host"], let user = fields["user"],
      let process = fields["process"].flatMap(Int32.init),
      let start = fields["start"].flatMap(UInt64.init), let time = fields["time"].flatMap(Int.init)
    else { return nil }
    return ProcessMark(host: host, user: user, process: process, start: start, time: time)
  }
}

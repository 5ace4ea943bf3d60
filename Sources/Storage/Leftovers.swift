#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The temporary files of saves: how they are named, and how those of dead processes go away.
package enum Leftovers {
  /// `.tsedit-HOST-PROCESS-LETTERS`: says nothing of the file, whose name may be as long as names can
  /// be.
  private static let prefix = ".tsedit-"
  /// Eight digits for this host; on a share there are temporary files of others.
  private static let host = String(Fingerprint(of: ProcessMark.ownHost.utf8).text.prefix(8))

  /// Older ones of other hosts and living processes than this are removed, in seconds.
  private static let patience = 24 * 60 * 60

  /// Makes an empty temporary file in the folder of `path`, open for writing and for its owner alone.
  package static func makeTemporary(
    beside path: String, suffix: String = ""
  ) throws(FileFailure) -> (descriptor: Int32, path: String) {
    let letters = String(repeating: "X", count: 6)
    var template = Array(
      "\(Path.folder(of: path))/\(prefix)\(host)-\(getpid())-\(letters)\(suffix)".utf8CString)
    let descriptor = mkstemps(&template, Int32(suffix.utf8.count))
    guard descriptor >= 0 else { throw FileFailure("cannot make a file beside it") }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return (
      descriptor, String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    )
  }

  /// Removes what saves that were killed have left beside a file.
  ///
  /// A process of that number that lives here, and any on another host, keeps its own for a day.
  package static func clean(beside path: String) {
    clean(in: Path.folder(of: Path.resolved(path)))
  }

  /// Removes what killed processes have left in a folder.
  package static func clean(in folder: String) {
    for name in FolderListing.names(in: folder) where name.hasPrefix(prefix) {
      let parts = name.dropFirst(prefix.count).split(separator: "-", maxSplits: 2)
      guard parts.count == 3, parts[0].utf8.count == 8, let process = Int32(parts[1]),
        parts[2].prefix(while: { $0 != "." }).utf8.count == 6
      else { continue }
      var status = stat()
      let place = "\(folder)/\(name)"
      guard process != getpid(), lstat(place, &status) == 0,
        status.st_mode & S_IFMT == S_IFREG, status.st_uid == getuid()
      else { continue }
      let isDead = parts[0] == host && kill(process, 0) != 0 && errno == ESRCH
      if isDead || time(nil) - status.st_mtim.tv_sec > patience { unlink(place) }
    }
  }
}

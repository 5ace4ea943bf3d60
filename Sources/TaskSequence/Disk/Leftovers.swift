#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The temporary files of saves: how they are named, and how those of dead processes go away.
package enum Leftovers {
  /// `.tsedit-PROCESS-XXXXXX`: says nothing of the file, whose name may be as long as names can be.
  private static let prefix = ".tsedit-"

  /// Older ones of other processes than this are removed whoever made them, in seconds.
  private static let patience = 24 * 60 * 60

  /// Makes an empty temporary file in the folder of `path`, open for writing.
  static func makeTemporary(
    beside path: String
  ) throws(FileFailure) -> (descriptor: Int32, path: String) {
    var template = Array("\(folder(of: path))/\(prefix)\(getpid())-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw FileFailure("cannot make a file beside it") }
    return (
      descriptor, String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    )
  }

  /// Removes what saves that were killed have left beside a file.
  ///
  /// A process of that number that lives, here or on another host, keeps its own for a day.
  package static func clean(beside path: String) {
    let folder = folder(of: AtomicFile.resolve(path))
    for name in FolderListing.names(in: folder) where name.hasPrefix(prefix) {
      let parts = name.dropFirst(prefix.count).split(separator: "-")
      guard parts.count == 2, parts[1].utf8.count == 6, let process = Int32(parts[0]) else {
        continue
      }
      var status = stat()
      let place = "\(folder)/\(name)"
      guard process != getpid(), lstat(place, &status) == 0,
        status.st_mode & S_IFMT == S_IFREG, status.st_uid == getuid()
      else { continue }
      let isDead = kill(process, 0) != 0 && errno == ESRCH
      if isDead || time(nil) - status.st_mtim.tv_sec > patience { unlink(place) }
    }
  }

  /// The folder a file is in.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

/// The names in a folder.
enum FolderListing {
  /// None where it cannot be read.
  static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names.sorted()
  }
}

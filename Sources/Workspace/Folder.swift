import Glibc
package import Storage

/// Looks at folders on the disk.
package enum Folder {
  /// What stands in a folder and is not hidden, folders with a `/` behind them; nothing when it cannot
  /// be read.
  package static func entries(in folder: String) -> [String] {
    names(in: folder).filter { !$0.hasPrefix(".") }.map { name in
      isFolder("\(folder)/\(name)") ? name + "/" : name
    }
  }

  /// Makes a folder and those above it, as far as they are missing.
  /// - Throws: what the system says.
  package static func make(_ folder: String) throws(FileFailure) {
    var place = folder.hasPrefix("/") ? "/" : ""
    for name in folder.split(separator: "/") {
      place += place.isEmpty || place.hasSuffix("/") ? String(name) : "/\(name)"
      guard mkdir(place, 0o777) == 0 || errno == EEXIST else {
        throw FileFailure("cannot make \(place)")
      }
    }
  }

  /// Whether a path names a folder, or a link to one.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a path names a file or a folder, which another run of the program finds again; a pipe is
  /// none.
  static func keeps(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && [S_IFDIR, S_IFREG].contains(status.st_mode & S_IFMT)
  }

  /// When a file was written last, in seconds since 1970.
  static func written(_ path: String) -> Int64? {
    var status = stat()
    return stat(path, &status) == 0 ? Int64(status.st_mtim.tv_sec) : nil
  }

  /// The names in a folder, sorted; none when it cannot be read.
  static func names(in folder: String) -> [String] {
    FolderListing.names(in: folder).filter { $0 != "." && $0 != ".." }
  }

  /// The files of a folder and of those below it, sorted by name; links to folders are not followed.
  static func files(below folder: String) -> [String] {
    var files: [String] = []
    var folders: [String] = []
    for name in names(in: folder) {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0 else {
        // Its name is not what it was; opening it says so.
        if name.unicodeScalars.contains("\u{FFFD}") { files.append(path) }
        continue
      }
      status.st_mode & S_IFMT == S_IFDIR ? folders.append(path) : files.append(path)
    }
    return files + folders.flatMap(Self.files(below:))
  }

  /// The first bytes of a file; none when it cannot be read, and none of a pipe, which can be read once.
  static func opening(_ path: String, _ count: Int) -> [UInt8] {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return [] }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, size in
      size = max(0, Glibc.read(descriptor, buffer.baseAddress, count))
    }
  }
}

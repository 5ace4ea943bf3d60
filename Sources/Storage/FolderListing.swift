#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The names in a folder.
package enum FolderListing {
  /// None where it cannot be read; bytes that are no UTF-8 become U+FFFD, and such a name opens
  /// nothing.
  package static func names(in folder: String) -> [String] {
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

/// A folder for the user's eyes alone.
package enum PrivateFolder {
  /// Makes it and the folders above it; those that are made, and itself, are for the owner alone.
  package static func make(_ path: String) throws(FileFailure) {
    var made = ""
    for part in path.utf8.split(separator: UInt8(ascii: "/")) {
      made += "/\(Substring(part))"
      if mkdir(made, 0o700) != 0, errno != EEXIST, access(made, F_OK) != 0 {
        throw FileFailure("cannot make the folder \(made)")
      }
    }
    guard chmod(path, 0o700) == 0 else { throw FileFailure("cannot make \(path) private") }
  }
}

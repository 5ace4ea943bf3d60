#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How files are named.
package enum Path {
  /// The last part of a path; all of it when it has no parts.
  ///
  /// A name may begin with what combines with the `/` before it.
  package static func name(of path: String) -> String {
    path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? path
  }

  /// The folder a file is in.
  package static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Follows symbolic links to the file that is to be replaced.
  package static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// The one path a file is known by, whatever way it was named.
  package static func absolute(_ file: String) -> String {
    if let real = realpath(file, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    // It is not there, yet its folder is.
    let folder = resolved(folder(of: file))
    let name = name(of: file)
    return folder == "/" ? "/\(name)" : "\(folder)/\(name)"
  }
}

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where journals are kept: a folder nobody but its owner can look into.
package struct JournalFolder: Sendable {
  /// The folder's path.
  package let path: String

  package init(_ path: String) { self.path = path }

  /// Reads the journals a file has of processes that are gone, the one written last first.
  ///
  /// One that says nothing, not even which file it is about, is renamed to `….damaged`, and its new
  /// path is among `damaged`. Costs nothing where there is no journal.
  package func journals(of file: String) -> (found: [Recovery], damaged: [String]) {
    var found: [Recovery] = []
    var damaged: [String] = []
    let prefix = Self.prefix(of: Self.absolute(file))
    for name in FolderListing.names(in: path) where name.hasPrefix(prefix) {
      var place = "\(path)/\(name)"
      if name.hasSuffix(".journal.old") {
        // The process died between the two; the new one may not be whole.
        let plain = String(place.dropLast(4))
        rename(place, plain)
        place = plain
      } else if !name.hasSuffix(".journal") || access(place, F_OK) != 0 {
        continue
      }
      guard !found.contains(where: { $0.journal == place }) else { continue }
      do {
        let recovery = try Recovery(reading: place)
        guard recovery.mark.isAlive != true else { continue }
        if recovery.hasWork { found.append(recovery) } else { unlink(place) }
      } catch {
        guard error == .damaged else { continue }
        rename(place, place + ".damaged")
        damaged.append(place + ".damaged")
      }
    }
    return (found.sorted { $0.written > $1.written }, damaged)
  }

  /// A path for a new journal; makes the folder.
  func unusedPath(for file: String) throws(FileFailure) -> String {
    try make()
    let stem = "\(path)/\(Self.prefix(of: Self.absolute(file)))\(getpid())"
    for number in 0..<1000 where access("\(stem)-\(number).journal", F_OK) != 0 {
      return "\(stem)-\(number).journal"
    }
    throw FileFailure("cannot make a journal", code: EEXIST)
  }

  /// Makes it and the folders above it, this one and its parent for the owner alone.
  private func make() throws(FileFailure) {
    var made = ""
    for part in path.split(separator: "/") {
      made += "/\(part)"
      if mkdir(made, 0o700) != 0, errno != EEXIST, access(made, F_OK) != 0 {
        throw FileFailure("cannot make the folder \(made)")
      }
    }
    guard chmod(path, 0o700) == 0 else { throw FileFailure("cannot make \(path) private") }
  }

  private static func prefix(of file: String) -> String {
    Fingerprint(of: file.utf8).text + "-"
  }

  /// The one path a file is known by, whatever way it was named.
  package static func absolute(_ file: String) -> String {
    let real = AtomicFile.resolve(file)
    guard !real.hasPrefix("/") else { return real }
    // It is not there, yet its folder is.
    let folder = AtomicFile.resolve(Leftovers.folder(of: file))
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return folder == "/" ? "/\(name)" : "\(folder)/\(name)"
  }
}

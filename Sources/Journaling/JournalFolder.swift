package import Containers
import Storage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where journals are kept: a folder nobody but its owner can look into.
package struct JournalFolder: Sendable {
  /// The folder's path.
  package let path: String
  private let opener: Opener

  package init(_ path: String, opener: Opener = Opener()) {
    self.path = path
    self.opener = opener
  }

  /// Reads the journals a sequence of a file has of processes that are gone, the one written last first.
  ///
  /// One whose work is in the file by now is removed. One that says nothing, not even which file it is about, is renamed to `….damaged`, and its new
  /// path is among `damaged`. Costs nothing where there is no journal.
  package func journals(
    of file: String, _ member: MemberID = .only
  ) -> (found: [Recovery], damaged: [String]) {
    var found: [Recovery] = []
    var damaged: [String] = []
    let file = Path.absolute(file)
    let prefix = Self.prefix(of: file)
    Forgotten.prune(path)
    for name in FolderListing.names(in: path) where name.hasPrefix(prefix) {
      let place = "\(path)/\(name)"
      guard name.hasSuffix(".journal") else { continue }
      do {
        let recovery = try Recovery(reading: place)
        guard recovery.mark.isAlive != true, recovery.file == file,
          recovery.member == member
        else { continue }
        if recovery.hasWork, !recovery.isInFile(opener) {
          found.append(recovery)
        } else {
          Self.remove(place)
        }
      } catch {
        guard error == .damaged else { continue }
        rename(place, place + ".damaged")
        damaged.append(place + ".damaged")
      }
    }
    return (found.sorted { $0.written > $1.written }, damaged)
  }

  /// The work that processes which are gone have left, on whatever files, the one written last first.
  package var leftWork: [Recovery] {
    FolderListing.names(in: path).filter { $0.hasSuffix(".journal") }
      .compactMap { try? Recovery(reading: "\(path)/\($0)") }
      .filter { $0.mark.isAlive != true && $0.hasWork && !$0.isInFile(opener) }
      .sorted { $0.written > $1.written }
  }

  /// The work that was put aside less than a week ago, on whatever files, the one put aside last first.
  package var forgotten: [Recovery] {
    Forgotten.prune(path)
    return FolderListing.names(in: path).compactMap { Forgotten(name: $0, in: path) }
      .sorted { $0.since > $1.since }.compactMap { try? Recovery(reading: $0.place) }
  }

  /// Puts a journal aside: it is offered no more, and for a week still listed.
  package static func setAside(_ journal: String, at time: Int = ProcessMark.own.time) {
    rename(journal, Forgotten.path(of: journal, since: time))
  }

  /// Makes a journal that was put aside one that is offered; answers whether it is.
  package static func bringBack(_ journal: String) -> Bool {
    Forgotten.journal(of: journal).map { rename(journal, $0) == 0 } ?? false
  }

  /// Removes a journal, and one that was to take its place.
  package static func remove(_ journal: String) {
    unlink(journal)
    unlink(journal + Journal.successor)
  }

  /// A path for a new journal; makes the folder.
  func unusedPath(for file: String) throws(FileFailure) -> String {
    try PrivateFolder.make(path)
    let stem = "\(path)/\(Self.prefix(of: Path.absolute(file)))\(getpid())"
    for number in 0..<1000 where access("\(stem)-\(number).journal", F_OK) != 0 {
      return "\(stem)-\(number).journal"
    }
    throw FileFailure("cannot make a journal", code: EEXIST)
  }

  private static func prefix(of file: String) -> String {
    Fingerprint(of: file.utf8).text + "-"
  }
}

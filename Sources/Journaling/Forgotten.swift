import Storage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A journal whose work nobody wanted, kept for a week: `NAME.SECONDS.forgotten`, with the time it was
/// put aside.
struct Forgotten {
  /// Where it is.
  let place: String
  /// When it was put aside, in seconds since 1970.
  let since: Int

  /// How long it is kept, in seconds.
  static let life = 7 * 24 * 60 * 60

  private static let ending = ".forgotten"
  private static let journalEnding = ".journal"

  /// One by its name in a folder; nil when it is something else.
  init?(name: String, in folder: String) {
    guard name.hasSuffix(Self.ending),
      let since = name.dropLast(Self.ending.count).split(separator: ".").last.flatMap({ Int($0) })
    else { return nil }
    (place, self.since) = ("\(folder)/\(name)", since)
  }

  /// What a journal is called once it is put aside.
  static func path(of journal: String, since: Int) -> String {
    let stem =
      journal.hasSuffix(journalEnding) ? journal.dropLast(journalEnding.count) : journal[...]
    return "\(stem).\(since)\(ending)"
  }

  /// What it was called before; nil when it is none.
  static func journal(of path: String) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.last, let known = Forgotten(name: String(name), in: "") else {
      return nil
    }
    return path.dropLast("\(known.since)".count + ending.count + 1) + journalEnding
  }

  /// Removes what was put aside more than a week ago.
  static func prune(_ folder: String, at now: Int = ProcessMark.own.time) {
    for name in FolderListing.names(in: folder) {
      guard let known = Forgotten(name: name, in: folder), known.since < now - life else {
        continue
      }
      unlink(known.place)
    }
  }
}

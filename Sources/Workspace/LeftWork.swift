import Containers
package import Journaling
import Screen
import Storage

/// The work that is in the state folder.
package enum LeftWork {
  /// All of it.
  package static var all: [Recovery] {
    Environment.stateFolder.map { JournalFolder($0 + "/journal").leftWork } ?? []
  }

  /// The work on one file, the one written last first.
  package static func on(_ path: String) -> [Recovery] {
    let all = all
    // A file that is gone may have had all of it as its name.
    let whole = all.filter { $0.file == Path.absolute(path) }
    guard whole.isEmpty else { return whole }
    let place = SequencePlace(path)
    let file = Path.absolute(place.path)
    let left = all.filter { $0.file == file }
    guard place.member != nil else { return left }
    let member = (try? Files.opened(path))?.members.first?.id.text ?? place.member
    return left.filter { $0.member.text.lowercased() == member?.lowercased() }
  }

  /// The work that was put aside less than a week ago, the one put aside last first.
  package static var forgotten: [Recovery] {
    Environment.stateFolder.map { JournalFolder($0 + "/journal").forgotten } ?? []
  }

  /// Offers the work on a file again that was put aside last; answers whether there is some.
  package static func bringBack(_ path: String) -> Bool {
    let file = Path.absolute(SequencePlace(path).path)
    let names = [Path.absolute(path), file]
    return forgotten.first { names.contains($0.file) }
      .map { JournalFolder.bringBack($0.journal) } ?? false
  }

  /// Whether there is any on a file.
  package static func has(on path: String) -> Bool { !on(path).isEmpty }

  /// What to do about work on a file, as a sentence.
  package static func advice(on path: String) -> String {
    let name = Printable.line(path)
    return "unsaved work on \(name) is kept; tsedit recover \(name) opens it in the editor."
  }
}

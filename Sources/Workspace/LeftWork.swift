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
    let file = Path.absolute(SequencePlace(path).path)
    return all.filter { $0.file == file }
  }

  /// Whether there is any on a file.
  package static func has(on path: String) -> Bool { !on(path).isEmpty }

  /// What to do about work on a file, as a sentence.
  package static func advice(on path: String) -> String {
    let name = Printable.line(path)
    return "unsaved work on \(name) is kept; tsedit recover \(name) opens it in the editor."
  }
}

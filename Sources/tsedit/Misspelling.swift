import ArgumentParser
import Basics
import Glibc
import Screen
import Workspace

/// A word that was meant as a command and would be taken for a file.
enum Misspelling {
  /// Refuses a first argument that is no file and nearly the name of a command.
  static func refuse(_ paths: [String], among commands: [String]) throws(Failure) {
    guard let word = paths.first, !word.hasPrefix("-"), !word.contains("/"),
      access(word, F_OK) != 0,
      let meant = NearMiss.closest(to: word, among: commands)
    else { return }
    throw Failure(
      "there is no file and no command “\(Printable.line(word))”; did you mean tsedit \(meant)?")
  }
}

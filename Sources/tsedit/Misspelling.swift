import ArgumentParser
import Basics
import Glibc
import Screen
import Workspace

/// A word that was meant as a command and would be taken for a file.
enum Misspelling {
  /// What people know such commands as, from other tools, and what to use here.
  static let others = [
    "validate": "tsedit check", "lint": "tsedit check", "verify": "tsedit check",
    "test": "tsedit check", "tree": "tsedit show", "outline": "tsedit show",
    "list": "tsedit show", "print": "tsedit show", "cat": "tsedit show",
    "replace": "tsedit remap", "migrate": "tsedit remap", "variables": "tsedit vars",
    "references": "tsedit refs", "packages": "tsedit refs", "edit": "tsedit FILE",
    "open": "tsedit FILE", "diff": "W in the editor, or git diff",
    "compare": "W in the editor, or git diff", "secrets": "X in the editor",
  ]

  /// Refuses a first argument that is no file and nearly the name of a command.
  static func refuse(_ paths: [String], among commands: [String]) throws(Failure) {
    guard let word = paths.first, !word.hasPrefix("-"), !word.contains("/"),
      access(word, F_OK) != 0
    else { return }
    if let other = others[word.lowercased()] {
      throw Failure("there is no file and no command “\(Printable.line(word))”; use \(other).")
    }
    guard let meant = NearMiss.closest(to: word, among: commands) else { return }
    throw Failure(
      "there is no file and no command “\(Printable.line(word))”; did you mean tsedit \(meant)?")
  }
}

import Glibc

/// What a name on the command line means: a file, and perhaps one of the sequences in it, `FILE#NAME`.
package struct SequencePlace {
  /// The file, `-` for standard input.
  package let path: String
  /// The name or the id of the sequence; nil when none is named.
  package let member: String?

  /// Reads a name; a file that has all of it as its name comes first.
  package init(_ name: String) {
    guard name != "-", access(name, F_OK) != 0, let mark = name.lastIndex(of: "#"),
      access(String(name[..<mark]), F_OK) == 0
    else {
      (path, member) = (name, nil)
      return
    }
    path = String(name[..<mark])
    member = String(name[name.index(after: mark)...])
  }
}

import Basics
import XMLTree

/// Says what a file that cannot be read most likely is, and how to come by one that can.
enum Stranger {
  static func describe(_ file: [UInt8]) -> LoadFailure? {
    guard let text = FileText(file)?.text else { return nil }
    return merge(text) ?? shown(text)
  }

  // MARK: A merge that was not finished

  /// What git leaves where two sides have changed the same lines (git-scm.com, “git-merge”, “How
  /// conflicts are presented”).
  private static func merge(_ text: [UInt8]) -> LoadFailure? {
    var opening: (line: Int, mark: String)?
    var line = 1
    for bytes in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if bytes.starts(with: "<<<<<<< ".utf8), opening == nil {
        let mark = String(decoding: bytes.prefix(60), as: UTF8.self)
        opening = (line, String(mark.prefix { !$0.isNewline }))
      } else if let opening, bytes.starts(with: ">>>>>>> ".utf8) {
        return .malformed(
          ParseFailure(
            line: opening.line, column: 1,
            reason:
              "a merge was not finished here: “\(opening.mark)” and what follows it up to line "
              + "\(line) are both sides; leave one of them, and take the marks away"))
      }
      line += 1
    }
    return nil
  }

  // MARK: What a console shows of an object

  /// What `Format-List` or `Format-Table` show is wrapped at the width of a window, and cut; a sequence
  /// cannot be put together from it.
  private static func shown(_ text: [UInt8]) -> LoadFailure? {
    let lines = text.split(separator: 0x0A).prefix(400).compactMap { line -> String? in
      let line = String(decoding: line.prefix(400), as: UTF8.self)
      return line.allSatisfy(\.isWhitespace) ? nil : line
    }
    let list = Dictionary(lines.compactMap(property), uniquingKeysWith: { first, _ in first })
    let isList = lines.first.flatMap(property) != nil && (list.count > 1 || list["sequence"] != nil)
    guard isList || isTable(lines) else { return nil }
    let sequence =
      if let id = list["packageid"], !id.isEmpty {
        "-TaskSequencePackageId \(id)"
      } else {
        "-Name '\((list["name"] ?? "NAME").replacing("'", with: "''"))'"
      }
    return .notASequence(
      "it is what a console shows of an object, wrapped and cut, and no file of it; this writes one: "
        + "(Get-CMTaskSequence \(sequence)).Sequence | Set-Content -Encoding UTF8 sequence.xml")
  }

  /// `Name   : value`.
  private static func property(_ line: String) -> (name: String, value: String)? {
    guard let match = line.wholeMatch(of: /([A-Za-z_@][\w.@]*) *: ?(.*)/.dotMatchesNewlines())
    else { return nil }
    return (match.1.lowercased(), String(match.2.trimming(while: \.isWhitespace)))
  }

  /// A line of names, and one of hyphens under them.
  private static func isTable(_ lines: [String]) -> Bool {
    guard lines.count > 1, lines[0].first?.isLetter == true else { return false }
    return lines[1].first == "-" && lines[1].allSatisfy { $0 == "-" || $0.isWhitespace }
  }
}

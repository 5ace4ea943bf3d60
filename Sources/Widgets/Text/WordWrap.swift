import Screen

/// Breaks a sentence into lines of a width, between words where it can.
package enum WordWrap {
  /// At most `limit` lines; the last of them holds all that is left, however long.
  package static func lines(of text: String, width: Int, limit: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var rest = text.split(separator: " ", omittingEmptySubsequences: false)[...]
    while let word = rest.first {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if displayWidth(of: longer) > width, !line.isEmpty, lines.count < limit - 1 {
        lines.append(line)
        line = ""
        continue
      }
      line = longer
      rest.removeFirst()
    }
    return lines + [line]
  }
}

import Screen

/// Texts as PowerShell reads them.
enum PowerShell {
  /// A text in quotes in which nothing is expanded; what could drive a terminal is written by its
  /// number.
  ///
  /// Typographic quotes end such a text, too (learn.microsoft.com, “about_Quoting_Rules”).
  static func quoted(_ text: String) -> String {
    var pieces: [String] = []
    var piece = ""
    func close(_ piece: inout String) {
      if !piece.isEmpty { pieces.append("'\(piece)'") }
      piece = ""
    }
    for scalar in text.unicodeScalars {
      if Printable.isDangerous(scalar) {
        close(&piece)
        pieces.append("[char]\(scalar.value)")
      } else {
        if quotes.contains(scalar) { piece.unicodeScalars.append(scalar) }
        piece.unicodeScalars.append(scalar)
      }
    }
    close(&piece)
    guard pieces.count > 1 else {
      return pieces.first.map { $0.hasPrefix("'") ? $0 : "\"$(\($0))\"" } ?? "''"
    }
    // A number first would be added to, not joined.
    return "('' + \(pieces.joined(separator: " + ")))"
  }

  private static let quotes: Set<Unicode.Scalar> = [
    "'", "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}",
  ]
}

/// Where a cursor can go from where it is.
package enum TextMotion: Equatable, Sendable {
  /// By one character.
  case left, right
  /// To the beginning of a word, or to the end of one.
  case wordLeft, wordRight
  /// To an end of the line.
  case lineStart, lineEnd
  /// To an end of all lines.
  case textStart, textEnd
  /// Up by that many lines.
  case up(Int)
  /// Down by that many lines.
  case down(Int)

  /// Whether it goes by lines.
  package var isVertical: Bool {
    switch self {
    case .up, .down: true
    default: false
    }
  }
}

extension TextModel {
  /// Where a motion leads.
  ///
  /// `column` is the one up and down aim for.
  func target(of motion: TextMotion, column: Int? = nil) -> Int {
    switch motion {
    case .left: return max(0, cursor - 1)
    case .right: return min(characters.count, cursor + 1)
    case .wordLeft: return wordStart(before: cursor)
    case .wordRight: return wordEnd(after: cursor)
    case .lineStart: return lineStart(of: cursor)
    case .lineEnd: return lineEnd(of: cursor)
    case .textStart: return 0
    case .textEnd: return characters.count
    case .up(let count), .down(let count):
      guard isMultiline else { return cursor }
      let place = place(of: cursor)
      let step = if case .up = motion { -count } else { count }
      let line = place.line + step
      if line < 0 { return 0 }
      if line >= lineCount { return characters.count }
      return offset(line: line, column: column ?? place.column)
    }
  }

  private func isWord(_ index: Int) -> Bool {
    let character = characters[index]
    return character.isLetter || character.isNumber || character == "_"
  }

  private func wordStart(before position: Int) -> Int {
    var index = position
    while index > 0, !isWord(index - 1) { index -= 1 }
    while index > 0, isWord(index - 1) { index -= 1 }
    return index
  }

  private func wordEnd(after position: Int) -> Int {
    var index = position
    while index < characters.count, !isWord(index) { index += 1 }
    while index < characters.count, isWord(index) { index += 1 }
    return index
  }

  private func lineStart(of position: Int) -> Int {
    (characters[..<position].lastIndex(of: "\n") ?? -1) + 1
  }

  private func lineEnd(of position: Int) -> Int {
    characters[position...].firstIndex(of: "\n") ?? characters.count
  }

  /// How many lines there are, at least one.
  package var lineCount: Int { characters.reduce(1) { $1 == "\n" ? $0 + 1 : $0 } }

  /// Line and column, both from 0, of a position.
  package func place(of position: Int) -> (line: Int, column: Int) {
    let line = characters[..<position].reduce(0) { $1 == "\n" ? $0 + 1 : $0 }
    return (line, position - lineStart(of: position))
  }

  /// The position of a line and a column, or the end of that line when it is shorter.
  func offset(line: Int, column: Int) -> Int {
    var start = 0
    for _ in 0..<max(0, line) {
      guard let end = characters[start...].firstIndex(of: "\n") else { break }
      start = end + 1
    }
    return min(start + max(0, column), lineEnd(of: start))
  }
}

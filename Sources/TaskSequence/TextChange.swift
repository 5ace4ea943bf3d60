/// A text of a sequence and what is to stand there instead; of a long text one of its lines.
package struct TextChange: Sendable {
  package let place: TextPlace
  /// Which line of the text it is, from 0; nil for the whole text.
  package let line: Int?
  package let old: String
  package let new: String

  package init(place: TextPlace, old: String, new: String) {
    self.init(place: place, line: nil, old: old, new: new)
  }

  private init(place: TextPlace, line: Int?, old: String, new: String) {
    self.place = place
    self.line = line
    self.old = old
    self.new = new
  }

  /// What a new text changes: of a text of several lines each that is another one by itself, unless
  /// lines come or go.
  package static func all(at place: TextPlace, old: String, new: String) -> [TextChange] {
    guard old != new else { return [] }
    let (before, after) = (Self.lines(of: old), Self.lines(of: new))
    guard before.count == after.count, before.count > 1 else {
      return [TextChange(place: place, old: old, new: new)]
    }
    return zip(before, after).enumerated().compactMap { line, pair in
      pair.0 == pair.1
        ? nil : TextChange(place: place, line: line, old: String(pair.0), new: String(pair.1))
    }
  }

  /// What the text is, with its line.
  package var words: String { line.map { "\(place.words), line \($0 + 1)" } ?? place.words }

  fileprivate static func lines(of text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
  }
}

extension [TextChange] {
  /// The changes of whole texts these make together, each text once.
  package var whole: [TextChange] {
    var order: [TextPlace.Site] = []
    var found: [TextPlace.Site: [TextChange]] = [:]
    for change in self {
      if found[change.place.site] == nil { order.append(change.place.site) }
      found[change.place.site, default: []].append(change)
    }
    return order.compactMap { site in
      guard let changes = found[site], let last = changes.last else { return nil }
      let lines = changes.compactMap { change in change.line.map { ($0, change.new) } }
      guard lines.count == changes.count else { return last }
      let old = last.place.text
      let new = Self.putting(Dictionary(lines, uniquingKeysWith: { $1 }), into: old)
      return TextChange(place: last.place, old: old, new: new)
    }
  }

  /// A text with other lines in the place of some; the ends of lines stay.
  private static func putting(_ lines: [Int: String], into text: String) -> String {
    var result = ""
    var line = 0
    var rest = text[...]
    while true {
      let end = rest.firstIndex { $0 == "\n" || $0 == "\r\n" } ?? rest.endIndex
      result += lines[line] ?? String(rest[..<end])
      guard end < rest.endIndex else { return result }
      result.append(rest[end])
      rest = rest[rest.index(after: end)...]
      line += 1
    }
  }
}

extension SequenceDocument {
  /// Makes changes of texts, in one edit.
  ///
  /// - Throws: when a text cannot stand in XML or in its encoding, or a node would be left without a
  ///   name.
  @_spi(Edits) public func making(
    _ changes: [TextChange], label: String
  ) throws(Refusal) -> Edit {
    var texts: [TextPlace.Site: String] = [:]
    for change in changes.whole {
      texts[change.place.site] = try change.place.value(for: change.new)
    }
    return try replacing(texts, label: label)
  }
}

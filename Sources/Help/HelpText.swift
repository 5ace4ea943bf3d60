/// The running text of a page.
package enum HelpText {
  /// A part of a text; code stands between backticks in it.
  package struct Span: Equatable, Sendable {
    package var text: String
    package var isCode: Bool

    init(_ text: some StringProtocol, isCode: Bool) {
      (self.text, self.isCode) = (String(text), isCode)
    }
  }

  /// The parts of a text.
  ///
  /// What a run of backticks opens, the next run of as many closes; one blank inside either is left
  /// out, so that code may begin or end with a backtick.
  package static func spans(in text: String) -> [Span] {
    var spans: [Span] = []
    var rest = text[...]
    while let mark = rest.firstIndex(of: "`") {
      let ticks = rest[mark...].prefix { $0 == "`" }
      guard let end = closing(ticks.count, in: rest[ticks.endIndex...]) else { break }
      if mark > rest.startIndex { spans.append(Span(rest[..<mark], isCode: false)) }
      var code = rest[ticks.endIndex..<end]
      if code.count > 2, code.first == " ", code.last == " " { code = code.dropFirst().dropLast() }
      spans.append(Span(code, isCode: true))
      rest = rest[end...].dropFirst(ticks.count)
    }
    return rest.isEmpty ? spans : spans + [Span(rest, isCode: false)]
  }

  /// The text as it is printed: code between backticks, or between quotes when it holds one.
  static func plain(_ text: String) -> String {
    spans(in: text).map { span in
      !span.isCode ? span.text : span.text.contains("`") ? "“\(span.text)”" : "`\(span.text)`"
    }.joined()
  }

  /// Where the next run of exactly that many backticks begins.
  private static func closing(_ count: Int, in text: Substring) -> String.Index? {
    var rest = text
    while let mark = rest.firstIndex(of: "`") {
      let ticks = rest[mark...].prefix { $0 == "`" }
      if ticks.count == count { return mark }
      rest = rest[ticks.endIndex...]
    }
    return nil
  }
}

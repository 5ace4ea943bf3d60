/// What whole phrases mean: rows by their titles and by what else people call them, whatever the order
/// and the form of the words.
struct Meanings {
  /// How a row is meant by all that was typed; the first counts most.
  enum Standing: Int {
    case title
    case phrase
  }

  private var titles: [String: [Int]] = [:]
  private var phrases: [String: [Int]] = [:]

  /// Notes what a row is called.
  mutating func append(_ row: Int, title: String, _ others: [String]) {
    titles[Self.key(of: title), default: []].append(row)
    for phrase in others { phrases[Self.key(of: phrase), default: []].append(row) }
  }

  /// The rows that are meant by a text and nothing else.
  func rows(meantBy text: String) -> [Int: Standing] {
    guard !titles.isEmpty else { return [:] }
    let key = Self.key(of: text)
    var rows: [Int: Standing] = [:]
    for row in phrases[key] ?? [] { rows[row] = .phrase }
    for row in titles[key] ?? [] { rows[row] = .title }
    return rows
  }

  /// The stems of the words, in an order of their own; what says nothing left out.
  private static func key(of text: String) -> String {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
      .filter { !["a", "an", "the", "this", "my"].contains($0) }
      .map { Self.stem(of: $0) ?? $0 }.sorted().joined(separator: " ")
  }

  /// A word without its plural or its “-ing”, to be found as the beginning of a word; nil for one that
  /// has neither.
  static func stem(of word: String) -> String? {
    switch word.count {
    case 6... where word.hasSuffix("ing"): String(word.dropLast(3))
    case 5... where word.hasSuffix("ies"): String(word.dropLast(3))
    case 4... where word.hasSuffix("s") && !word.hasSuffix("ss"): String(word.dropLast())
    default: nil
    }
  }
}

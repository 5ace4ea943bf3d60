/// Finds texts that contain the words of a query, or its letters in order; ignores case.
///
/// A word in the plural, or with “-ing”, finds a word that begins as it does without.
struct FuzzyPattern {
  /// What a part of a text scores at least; letters that are scattered, and words without their
  /// endings, score less.
  static let partScore = 60

  /// A word of the query, and what is left of it without its ending.
  private struct Word<Letter: Equatable> {
    let letters: [Letter]
    let stem: [Letter]?
  }

  private let query: [Character]
  private let words: [Word<Character>]
  /// The same where all of it is ASCII, which compares much faster.
  private let plain: [Word<UInt8>]?
  /// The letters a text must have.
  private let needs: FuzzyTexts.Letters
  /// The same for each word.
  private let wordNeeds: [FuzzyTexts.Letters]

  init(_ query: String) {
    let query = query.lowercased()
    let parts = query.split(separator: " ").map { (word: $0, stem: Meanings.stem(of: String($0))) }
    self.query = Array(parts.map(\.word).joined(separator: " "))
    words = parts.map { Word(letters: Array($0.word), stem: $0.stem.map(Array.init)) }
    let isPlain = query.utf8.allSatisfy { $0 < 0x80 }
    plain =
      isPlain
      ? parts.map { Word(letters: Array($0.word.utf8), stem: $0.stem.map { Array($0.utf8) }) } : nil
    wordNeeds = parts.map { FuzzyTexts.Letters(in: ($0.stem ?? String($0.word)).utf8) }
    needs = wordNeeds.reduce(into: []) { $0.formUnion($1) }
  }

  /// How well texts fit, by their places; nil says that one does not.
  ///
  /// Whole words count more than beginnings, these more than parts, these more than scattered
  /// letters; of equals the shorter text is better.
  struct Scores {
    fileprivate let pattern: FuzzyPattern
    fileprivate let texts: FuzzyTexts
    fileprivate let bytes: UnsafeBufferPointer<UInt8>

    /// How well a text fits that must have all the words.
    ///
    /// - Parameter isTitle: Whether letters in order will do.
    func score(_ place: Int, isTitle: Bool = false) -> Int? {
      var none: [Int]?
      return pattern.match(texts, place, bytes, isTitle, &none)
    }

    /// How well texts fit together that have each word in one of them; nil for a single word.
    func score(together places: Range<Int>) -> Int? {
      guard pattern.words.count > 1 else { return nil }
      var total = 0
      for word in pattern.words.indices {
        let best = places.compactMap { place in
          pattern.match(texts, place, bytes, only: word)
        }.max()
        guard let best else { return nil }
        total += best
      }
      return total / pattern.words.count
    }

    /// Whether a text is what was typed and nothing else, but for the dots of a title.
    func isWhole(_ place: Int) -> Bool { pattern.isWhole(texts, place, bytes) }
  }

  /// Lets a closure ask how well texts fit.
  func scoring<Result>(_ texts: FuzzyTexts, _ body: (Scores) -> Result) -> Result {
    texts.bytes.withUnsafeBufferPointer { body(Scores(pattern: self, texts: texts, bytes: $0)) }
  }

  /// Which of the letters of a text fit; none when it does not.
  func letters(in texts: FuzzyTexts, at place: Int) -> [Int] {
    texts.bytes.withUnsafeBufferPointer { bytes in
      var places: [Int]? = []
      return match(texts, place, bytes, true, &places) == nil ? [] : places ?? []
    }
  }

  private func isWhole(
    _ texts: FuzzyTexts, _ place: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let text = texts.spans[place]
    guard !text.isWide else {
      let title = texts.wide[place]?.reversed().drop { $0 == "…" || $0 == " " }.reversed()
      return title?.elementsEqual(query) ?? false
    }
    guard let plain, Int(text.end - text.start) == query.count else { return false }
    let words = plain.map(\.letters).joined(separator: CollectionOfOne(UInt8(ascii: " ")))
    return bytes[Int(text.start)..<Int(text.end)].elementsEqual(words)
  }

  /// The score; the places are those of the letters, unless nobody asks for them.
  private func match(
    _ texts: FuzzyTexts, _ place: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ isTitle: Bool,
    _ places: inout [Int]?
  ) -> Int? {
    let text = texts.spans[place]
    guard text.letters.isSuperset(of: needs) else { return nil }
    if text.isWide {
      return texts.wide[place].flatMap { match(words, in: $0, isTitle, &places, \.isLetter) }
    }
    return plain.flatMap { plain in
      let text = UnsafeBufferPointer(rebasing: bytes[Int(text.start)..<Int(text.end)])
      return match(plain, in: text, isTitle, &places) { (0x61...0x7A).contains($0) }
    }
  }

  /// The score of one of the words.
  private func match(
    _ texts: FuzzyTexts, _ place: Int, _ bytes: UnsafeBufferPointer<UInt8>, only word: Int
  ) -> Int? {
    let text = texts.spans[place]
    guard text.letters.isSuperset(of: wordNeeds[word]) else { return nil }
    var none: [Int]?
    if text.isWide {
      return texts.wide[place].flatMap { match([words[word]], in: $0, false, &none, \.isLetter) }
    }
    return plain.flatMap { plain in
      let text = UnsafeBufferPointer(rebasing: bytes[Int(text.start)..<Int(text.end)])
      return match([plain[word]], in: text, false, &none) { (0x61...0x7A).contains($0) }
    }
  }

  private func match<Text: RandomAccessCollection<Letter>, Letter: Equatable>(
    _ words: [Word<Letter>], in letters: Text, _ isTitle: Bool, _ places: inout [Int]?,
    _ isLetter: (Letter) -> Bool
  ) -> Int? where Text.Index == Int {
    var total = 0
    for word in words {
      let score =
        match(word.letters, in: letters, &places, isLetter)
        ?? word.stem.flatMap { match($0, in: letters, &places, isBeginning: true, isLetter) }
        .map { min($0, Self.partScore - 1) }
        ?? (isTitle ? scattered(word.letters, in: letters, &places, isLetter) : nil)
      guard let score else { return nil }
      total += score
    }
    return total - letters.count / 4
  }

  private func match<Text: RandomAccessCollection<Letter>, Letter: Equatable>(
    _ word: [Letter], in letters: Text, _ places: inout [Int]?, isBeginning: Bool = false,
    _ isLetter: (Letter) -> Bool
  ) -> Int? where Text.Index == Int {
    guard let first = word.first, word.count <= letters.count else { return nil }
    var best: (score: Int, start: Int)?
    for start in 0...(letters.count - word.count)
    where letters[start] == first && letters[start..<start + word.count].elementsEqual(word) {
      let startsWord = start == 0 || !isLetter(letters[start - 1])
      guard startsWord || !isBeginning else { continue }
      let end = start + word.count
      let endsWord = end == letters.count || !isLetter(letters[end])
      let score = 100 + (startsWord ? 60 : 0) + (startsWord && endsWord ? 40 : 0) - min(start, 30)
      if score > best?.score ?? 0 { best = (score, start) }
    }
    guard let best else { return nil }
    places?.append(contentsOf: best.start..<best.start + word.count)
    return best.score
  }

  /// The letters in order, each at the beginning of a word or right after the one before, as far as
  /// that goes.
  private func scattered<Text: RandomAccessCollection<Letter>, Letter: Equatable>(
    _ word: [Letter], in letters: Text, _ places: inout [Int]?, _ isLetter: (Letter) -> Bool
  ) -> Int? where Text.Index == Int {
    guard word.count > 1 else { return nil }
    var score = 0
    var index = 0
    for letter in word {
      guard let next = letters[index...].firstIndex(of: letter) else { return nil }
      let startsWord = next == 0 || !isLetter(letters[next - 1])
      score += startsWord ? 12 : next == index ? 6 : 0
      places?.append(next)
      index = next + 1
    }
    // Letters all over a long text are an accident.
    return score >= word.count * 6 ? score : nil
  }
}

/// Finds texts that contain the words of a query, or its letters in order; ignores case.
struct FuzzyPattern {
  /// What a part of a text scores at least; letters that are scattered score less.
  static let partScore = 60

  private let words: [[Character]]
  /// The same where all of it is ASCII, which compares much faster.
  private let plain: [[UInt8]]?

  init(_ query: String) {
    let query = query.lowercased()
    words = query.split(separator: " ").map(Array.init)
    plain =
      query.utf8.allSatisfy { $0 < 0x80 }
      ? query.split(separator: " ").map { Array($0.utf8) } : nil
  }

  /// How well a text fits, and which of its letters did; nil when it does not.
  ///
  /// Whole words count more than beginnings, these more than parts, these more than scattered
  /// letters; of equals the shorter text is better.
  func match(_ text: String) -> (score: Int, letters: [Int])? {
    var text = text
    if let plain {
      // One byte a character, so that places are the same; CR LF would be one character.
      let found = text.withUTF8 { bytes -> Found? in
        guard bytes.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) else { return nil }
        let lower = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        return Found(hit: match(plain, in: lower) { (0x61...0x7A).contains($0) })
      }
      if let found { return found.hit }
    }
    let letters = Array(text.lowercased())
    guard letters.count == text.count else { return nil }
    return match(words, in: letters, \.isLetter)
  }

  /// What came of the fast way; there being none is something else than no hit.
  private struct Found {
    let hit: (score: Int, letters: [Int])?
  }

  private func match<Letter: Equatable>(
    _ words: [[Letter]], in letters: [Letter], _ isLetter: (Letter) -> Bool
  ) -> (score: Int, letters: [Int])? {
    var total = 0
    var hits: [Int] = []
    for word in words {
      guard let hit = match(word, in: letters, isLetter) else { return nil }
      total += hit.score
      hits += hit.letters
    }
    return (total - letters.count / 4, hits)
  }

  private func match<Letter: Equatable>(
    _ word: [Letter], in letters: [Letter], _ isLetter: (Letter) -> Bool
  ) -> (score: Int, letters: [Int])? {
    guard let first = word.first, word.count <= letters.count else { return nil }
    var best: (score: Int, start: Int)?
    for start in 0...(letters.count - word.count)
    where letters[start] == first && letters[start..<start + word.count].elementsEqual(word) {
      let startsWord = start == 0 || !isLetter(letters[start - 1])
      let end = start + word.count
      let endsWord = end == letters.count || !isLetter(letters[end])
      let score = 100 + (startsWord ? 60 : 0) + (startsWord && endsWord ? 40 : 0) - min(start, 30)
      if score > best?.score ?? 0 { best = (score, start) }
    }
    return best.map { ($0.score, Array($0.start..<$0.start + word.count)) }
      ?? scattered(word, in: letters, isLetter)
  }

  /// The letters in order, each at the beginning of a word or right after the one before, as far as
  /// that goes.
  private func scattered<Letter: Equatable>(
    _ word: [Letter], in letters: [Letter], _ isLetter: (Letter) -> Bool
  ) -> (score: Int, letters: [Int])? {
    guard word.count > 1 else { return nil }
    var hits: [Int] = []
    var score = 0
    var index = 0
    for letter in word {
      guard let next = letters[index...].firstIndex(of: letter) else { return nil }
      let startsWord = next == 0 || !isLetter(letters[next - 1])
      score += startsWord ? 12 : next == index ? 6 : 0
      hits.append(next)
      index = next + 1
    }
    // Letters all over a long text are an accident.
    return score >= word.count * 6 ? (score, hits) : nil
  }
}

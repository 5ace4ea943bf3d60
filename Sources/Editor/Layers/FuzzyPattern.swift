/// Finds texts that contain the words of a query, or its letters in order; ignores case.
struct FuzzyPattern {
  /// What a part of a text scores at least; letters that are scattered score less.
  static let partScore = 60

  private let words: [[Character]]

  init(_ query: String) {
    words = query.lowercased().split(separator: " ").map(Array.init)
  }

  /// How well a text fits, and which of its letters did; nil when it does not.
  ///
  /// Whole words count more than beginnings, these more than parts, these more than scattered
  /// letters; of equals the shorter text is better.
  func match(_ text: String) -> (score: Int, letters: [Int])? {
    let letters = Array(text.lowercased())
    guard letters.count == text.count else { return nil }
    var total = 0
    var hits: [Int] = []
    for word in words {
      guard let hit = match(word, in: letters) else { return nil }
      total += hit.score
      hits += hit.letters
    }
    return (total - letters.count / 4, hits)
  }

  private func match(_ word: [Character], in letters: [Character]) -> (score: Int, letters: [Int])?
  {
    guard !word.isEmpty, word.count <= letters.count else { return nil }
    var best: (score: Int, letters: [Int])?
    for start in 0...(letters.count - word.count)
    where letters[start..<start + word.count].elementsEqual(word) {
      let startsWord = start == 0 || !letters[start - 1].isLetter
      let end = start + word.count
      let endsWord = end == letters.count || !letters[end].isLetter
      let score = 100 + (startsWord ? 60 : 0) + (startsWord && endsWord ? 40 : 0) - min(start, 30)
      if score > best?.score ?? 0 { best = (score, Array(start..<end)) }
    }
    return best ?? scattered(word, in: letters)
  }

  /// The letters in order, each at the beginning of a word or right after the one before, as far as
  /// that goes.
  private func scattered(
    _ word: [Character], in letters: [Character]
  ) -> (score: Int, letters: [Int])? {
    guard word.count > 1 else { return nil }
    var hits: [Int] = []
    var score = 0
    var index = 0
    for letter in word {
      guard let next = letters[index...].firstIndex(of: letter) else { return nil }
      let startsWord = next == 0 || !letters[next - 1].isLetter
      score += startsWord ? 12 : next == index ? 6 : 0
      hits.append(next)
      index = next + 1
    }
    // Letters all over a long text are an accident.
    return score >= word.count * 6 ? (score, hits) : nil
  }
}

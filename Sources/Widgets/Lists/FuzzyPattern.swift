/// Finds texts that contain the words of a query, or its letters in order; ignores case.
struct FuzzyPattern {
  /// What a part of a text scores at least; letters that are scattered score less.
  static let partScore = 60

  private let words: [[Character]]
  /// The same where all of it is ASCII, which compares much faster.
  private let plain: [[UInt8]]?
  /// The letters a text must have.
  private let needs: FuzzyTexts.Letters

  init(_ query: String) {
    let query = query.lowercased()
    words = query.split(separator: " ").map(Array.init)
    let bytes = query.utf8.split(separator: UInt8(ascii: " ")).map(Array.init)
    plain = query.utf8.allSatisfy { $0 < 0x80 } ? bytes : nil
    needs = FuzzyTexts.Letters(in: bytes.joined())
  }

  /// Lets a closure ask how well texts fit, by their places; nil says that one does not.
  ///
  /// Whole words count more than beginnings, these more than parts, these more than scattered
  /// letters; of equals the shorter text is better.
  func scoring<Result>(_ texts: FuzzyTexts, _ body: ((Int) -> Int?) -> Result) -> Result {
    texts.bytes.withUnsafeBufferPointer { bytes in
      body { place in
        var none: [Int]?
        return match(texts, place, bytes, &none)
      }
    }
  }

  /// Which of the letters of a text fit; none when it does not.
  func letters(in texts: FuzzyTexts, at place: Int) -> [Int] {
    texts.bytes.withUnsafeBufferPointer { bytes in
      var places: [Int]? = []
      return match(texts, place, bytes, &places) == nil ? [] : places ?? []
    }
  }

  /// The score; the places are those of the letters, unless nobody asks for them.
  private func match(
    _ texts: FuzzyTexts, _ place: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ places: inout [Int]?
  ) -> Int? {
    let text = texts.spans[place]
    guard text.letters.isSuperset(of: needs) else { return nil }
    if text.isWide {
      return texts.wide[place].flatMap { match(words, in: $0, &places, \.isLetter) }
    }
    return plain.flatMap { plain in
      let text = UnsafeBufferPointer(rebasing: bytes[Int(text.start)..<Int(text.end)])
      return match(plain, in: text, &places) { (0x61...0x7A).contains($0) }
    }
  }

  private func match<Text: RandomAccessCollection<Letter>, Letter: Equatable>(
    _ words: [[Letter]], in letters: Text, _ places: inout [Int]?, _ isLetter: (Letter) -> Bool
  ) -> Int? where Text.Index == Int {
    var total = 0
    for word in words {
      guard let score = match(word, in: letters, &places, isLetter) else { return nil }
      total += score
    }
    return total - letters.count / 4
  }

  private func match<Text: RandomAccessCollection<Letter>, Letter: Equatable>(
    _ word: [Letter], in letters: Text, _ places: inout [Int]?, _ isLetter: (Letter) -> Bool
  ) -> Int? where Text.Index == Int {
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
    guard let best else { return scattered(word, in: letters, &places, isLetter) }
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

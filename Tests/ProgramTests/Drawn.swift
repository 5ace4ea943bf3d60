/// What a terminal was sent, as letters with their looks: those of terminals with eight colours.
struct Drawn {
  /// One letter.
  struct Letter {
    let text: Character
    let style: Style
  }

  /// How letters look.
  struct Style: Equatable {
    var foreground: Int?
    var background: Int?
    var isReverse = false
    var isBold = false
    var isDim = false

    /// Whether nobody can see it; a bold one is brighter where there are eight colours.
    var isUnseen: Bool { foreground != nil && foreground == background && !isBold }

    /// Takes one number of an order for looks.
    mutating func take(_ number: Int) {
      switch number {
      case 0: self = Style()
      case 1: isBold = true
      case 2: isDim = true
      case 7: isReverse = true
      case 22: (isBold, isDim) = (false, false)
      case 27: isReverse = false
      case 30...37: foreground = number - 30
      case 39: foreground = nil
      case 40...47: background = number - 40
      case 49: background = nil
      default: break
      }
    }
  }

  /// The letters that are not blank, in the order they were drawn.
  private(set) var letters: [Letter] = []

  init(_ output: String) {
    var style = Style()
    var rest = Substring(output)
    while let letter = rest.popFirst() {
      guard letter == "\u{1B}" else {
        if letter > " " { letters.append(Letter(text: letter, style: style)) }
        continue
      }
      guard rest.first == "[" else {
        rest = rest.dropFirst(rest.first == "(" || rest.first == ")" ? 2 : 1)
        continue
      }
      let order = rest.dropFirst().prefix { !("@"..."~").contains($0) }
      if rest[order.endIndex...].first == "m" {
        for number in order.split(separator: ";", omittingEmptySubsequences: false) {
          style.take(Int(number) ?? 0)
        }
      }
      rest = rest[order.endIndex...].dropFirst()
    }
  }

  /// How a word looked when it was drawn for the first time; nil when it never was.
  func style(of word: String) -> Style? {
    letters.map(\.text).firstRange(of: Array(word)).map { letters[$0.lowerBound].style }
  }
}

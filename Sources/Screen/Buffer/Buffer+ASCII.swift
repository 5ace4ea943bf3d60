extension Glyph {
  /// What stands for this glyph where only ASCII can be shown, of the same width cell by cell.
  var asciiTwin: Glyph {
    switch base {
    case 0: "?"
    case 0x20..<0x7f: Glyph(base: base)
    default: asciiTwins[base] ?? "?"
    }
  }
}

extension Buffer {
  /// This frame in ASCII, for `--ascii` and for terminals that know no more.
  ///
  /// Every sign has a twin of one column, but for the one that says that a text is cut: that is `..`, for
  /// which a blank beside it gives way, or the letter before. A wide glyph becomes `??`, what has no twin
  /// `?`.
  package func asciiTwin() -> Buffer {
    var twin = self
    var cuts: [Int] = []
    for index in cells.indices where !cells[index].glyph.isASCII {
      twin.cells[index].glyph = cells[index].glyph.asciiTwin
      if cells[index].glyph.isCut { cuts.append(index) }
    }
    for index in cuts { twin.widenCut(at: index) }
    return twin
  }

  /// Makes two dots of the one in a cell.
  private mutating func widenCut(at index: Int) {
    let column = index % size.width
    let beside = [column > 0 ? index - 1 : nil, column + 1 < size.width ? index + 1 : nil]
      .compactMap(\.self)
    guard let place = beside.first(where: { cells[$0].glyph == .blank }) ?? beside.first else {
      return
    }
    cells[place].glyph = "."
  }
}

extension Glyph {
  /// Whether it says that a text is cut.
  fileprivate var isCut: Bool { base == 0x2026 || base == 0x22EF }
}

/// The one table of twins: each ASCII character and the signs it stands for.
private let asciiTwins: [UInt32: Glyph] = {
  let signs: [(Glyph, String)] = [
    ("-", "─━┄┅┈┉╌╍═╴╶╸╺╼╾‐‑‒–—―−"),
    ("|", "│┃┆┇┊┋╎╏║╵╷╹╻╽╿"),
    ("+", "┌┍┎┏┐┑┒┓└┕┖┗┘┙┚┛├┝┞┟┠┡┢┣┤┥┦┧┨┩┪┫┬┭┮┯┰┱┲┳┴┵┶┷┸┹┺┻┼┽┾┿╀╁╂╃╄╅╆╇╈╉╊╋"),
    ("+", "╒╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡╢╣╤╥╦╧╨╩╪╫╬╭╮╯╰"),
    (">", "▸▶▷►▻→⇒›»❯"),
    ("<", "◂◀◁◄◅←⇐‹«❮"),
    ("v", "▾▼▽↓⇓"),
    ("^", "▴▲△↑⇑"),
    ("*", "●•◉★"),
    ("o", "◦◇◯☆"),
    (".", "·…⋯"),
    // The kinds of steps have letters: application, restart, disk, image, hardware, user state, feature,
    // setting, check.
    ("a", "◆"), ("r", "↕"), ("d", "▬"), ("i", "■"), ("h", "◊"), ("u", "○"), ("f", "□"), ("s", "∙"),
    ("c", "√"),
    ("~", "≈"),
    ("x", "✓✔✗✘×☑☒"),
    ("#", "█▉▊▋▌▍▎▏▐▓▒░▀▄▁▂▃▅▆▇▪"),
    ("'", "‘’‚′"),
    ("\"", "“”„″"),
    ("=", "≡"),
    ("!", "⚠"),
    (" ", "\u{a0}\u{2002}\u{2003}\u{2007}\u{2009}\u{202f}"),
  ]
  var twins: [UInt32: Glyph] = [:]
  for (twin, those) in signs {
    for scalar in those.unicodeScalars { twins[scalar.value] = twin }
  }
  return twins
}()

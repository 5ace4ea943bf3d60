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
  /// Every sign has a twin of one column; a wide glyph becomes `??`, what has no twin `?`.
  package func asciiTwin() -> Buffer {
    var twin = self
    for index in twin.cells.indices where !twin.cells[index].glyph.isASCII {
      twin.cells[index].glyph = twin.cells[index].glyph.asciiTwin
    }
    return twin
  }
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
    ("*", "●•◆◉★∙"),
    ("o", "○◦◇◯☆"),
    (".", "·"),
    ("~", "…≈⋯"),
    ("x", "✓✔✗✘×☑☒"),
    ("#", "█▉▊▋▌▍▎▏▐▓▒░▀▄▁▂▃▅▆▇■▪"),
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

extension Key {
  /// Reads keys as people write them: `gg`, `<C-s>`, `<A-Up>x`, `<Space>`, `<lt>`.
  ///
  /// Outside of `<…>` every scalar is a key. Inside, modifiers are `C-`, `A-`, `M-`, `S-` or their
  /// long names; names ignore case, and common synonyms are understood.
  package static func parse(_ sequence: String) throws(KeyNotationFailure) -> [Key] {
    var keys: [Key] = []
    let scalars = Array(sequence.unicodeScalars)
    var position = 0
    while position < scalars.count {
      guard scalars[position] == "<" else {
        keys.append(.character(scalars[position]))
        position += 1
        continue
      }
      guard let close = scalars[position...].firstIndex(of: ">") else {
        throw KeyNotationFailure(position: position, reason: .unclosed)
      }
      keys.append(try key(named: scalars[position + 1..<close], at: position))
      position = close + 1
    }
    return keys
  }

  /// The key named between the brackets at `position`.
  private static func key(
    named name: ArraySlice<Unicode.Scalar>, at position: Int
  ) throws(KeyNotationFailure) -> Key {
    var rest = name
    var modifiers: Modifiers = []
    while let dash = rest.dropFirst().firstIndex(of: "-"), dash + 1 < rest.endIndex,
      let modifier = modifierNames[rest[..<dash].text.lowercased()]
    {
      modifiers.insert(modifier)
      rest = rest[(dash + 1)...]
    }
    guard let first = rest.first else {
      throw KeyNotationFailure(position: position, reason: .missingKey)
    }
    if rest.count == 1 { return Key(.character(first), modifiers) }
    guard let code = Code(name: rest.text.lowercased()) else {
      let reason: KeyNotationFailure.Reason =
        rest.last == "-" && modifierNames[rest.dropLast().text.lowercased()] != nil
        ? .missingKey : .unknownKey(rest.text)
      throw KeyNotationFailure(position: position, reason: reason)
    }
    return Key(code, modifiers)
  }
}

extension Key: CustomStringConvertible {
  /// The canonical notation, which `parse` reads back.
  package var description: String {
    let prefix =
      (modifiers.contains(.ctrl) ? "C-" : "") + (modifiers.contains(.alt) ? "A-" : "")
      + (modifiers.contains(.shift) ? "S-" : "")
    if case .character(let scalar) = code, code.name == nil {
      return prefix.isEmpty ? String(scalar) : "<\(prefix)\(scalar)>"
    }
    return "<\(prefix)\(code.name ?? "")>"
  }

  /// How help and footers show it: `^S`, `Alt+Up`, `Shift+Tab`, `F2`, `Space`.
  package var label: String {
    let name =
      switch code {
      case .character(let scalar): scalar == " " ? "Space" : String(scalar)
      default: code.name ?? ""
      }
    if case .character(let scalar) = code, modifiers == .ctrl, scalar != " " {
      return "^" + scalar.properties.uppercaseMapping
    }
    return (modifiers.contains(.ctrl) ? "Ctrl+" : "") + (modifiers.contains(.alt) ? "Alt+" : "")
      + (modifiers.contains(.shift) ? "Shift+" : "") + name
  }
}

extension Key.Code {
  /// The name between brackets; none for most characters.
  fileprivate var name: String? {
    if case .function(let number) = self { return "F\(number)" }
    return keyNames.first { $0.code == self }?.names[0]
  }

  /// The key with this name, in small letters.
  fileprivate init?(name: String) {
    if let code = keyCodes[name] {
      self = code
    } else if name.first == "f", let number = Int(name.dropFirst()), (1...63).contains(number) {
      self = .function(number)
    } else {
      return nil
    }
  }
}

private let modifierNames: [String: Modifiers] = [
  "c": .ctrl, "ctrl": .ctrl, "control": .ctrl, "a": .alt, "alt": .alt, "m": .alt, "meta": .alt,
  "s": .shift, "shift": .shift,
]

/// The named keys, canonical name first.
private let keyNames: [(code: Key.Code, names: [String])] = [
  (.up, ["Up"]), (.down, ["Down"]), (.left, ["Left"]), (.right, ["Right"]),
  (.home, ["Home"]), (.end, ["End"]),
  (.pageUp, ["PgUp", "PageUp", "Prior"]), (.pageDown, ["PgDn", "PageDown", "PgDown", "Next"]),
  (.insert, ["Ins", "Insert"]), (.delete, ["Del", "Delete"]),
  (.backspace, ["BS", "Backspace"]), (.tab, ["Tab"]),
  (.enter, ["Enter", "Return", "Ret", "CR"]), (.escape, ["Esc", "Escape"]),
  (.character(" "), ["Space", "Spc"]), (.character("<"), ["lt"]), (.character(">"), ["gt"]),
]

/// The codes by name, in small letters.
private let keyCodes: [String: Key.Code] = {
  var codes: [String: Key.Code] = [:]
  for (code, names) in keyNames {
    for name in names { codes[name.lowercased()] = code }
  }
  return codes
}()

extension ArraySlice<Unicode.Scalar> {
  fileprivate var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: self)
    return String(view)
  }
}

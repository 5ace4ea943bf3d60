/// A control sequence taken apart: `CSI marker parameters intermediate final`.
struct ControlSequence {
  /// `<`, `=`, `>` or `?` before the parameters.
  private(set) var marker: UInt8?
  /// The parameters without their subparameters; a missing one is zero.
  private(set) var parameters: [Int] = []
  /// Kitty's kind of event: 1 press, 2 repeat, 3 release.
  private(set) var kind = 0
  /// A byte between the parameters and the final byte.
  private(set) var intermediate: UInt8?
  /// What tells the sequences apart.
  let final: UInt8

  /// Takes apart what follows the introducer; nil when there is nothing.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard let last = bytes.last else { return nil }
    final = last
    var subparameter = 0
    for byte in bytes.dropLast() {
      switch byte {
      case 0x30...0x39:
        if parameters.isEmpty { parameters = [0] }
        let index = parameters.count - 1
        if subparameter == 0 {
          parameters[index] = min(parameters[index] * 10 + Int(byte & 0x0f), 1 << 24)
        } else if subparameter == 1, index == 1 {
          kind = min(kind * 10 + Int(byte & 0x0f), 1 << 24)
        }
      case 0x3a: subparameter += 1
      case 0x3b:
        parameters += parameters.isEmpty ? [0, 0] : [0]
        subparameter = 0
      case 0x3c...0x3f: marker = byte
      default: intermediate = byte
      }
    }
  }

  /// Parameter `index`, zero when missing.
  subscript(index: Int) -> Int { index < parameters.count ? parameters[index] : 0 }

  /// The modifiers of xterm's encoding: one more than a set of bits.
  ///
  /// Locks do not count.
  func modifiers(_ parameter: Int) -> Modifiers {
    Modifiers(rawValue: UInt8(truncatingIfNeeded: max(0, self[parameter] - 1) & 7))
  }

  /// The key press it tells of.
  var key: Key? {
    // The release of a key is none.
    guard marker == nil, kind != 3, intermediate == nil else { return nil }
    switch final {
    case UInt8(ascii: "~"):
      if self[0] == 27, parameters.count == 3 { return Self.key(self[2], modifiers(1)) }
      return Self.numbered[self[0]].map { Key($0, modifiers(1)) }
    case UInt8(ascii: "^"): return Self.numbered[self[0]].map { Key($0, .ctrl) }
    case UInt8(ascii: "$"): return Self.numbered[self[0]].map { Key($0, .shift) }
    case UInt8(ascii: "@"): return Self.numbered[self[0]].map { Key($0, [.ctrl, .shift]) }
    case UInt8(ascii: "u"): return Self.key(self[0], modifiers(1))
    case UInt8(ascii: "Z"): return Key(.tab, modifiers(1).union(.shift))
    // A cursor report looks like F3, but for its row.
    case UInt8(ascii: "R") where self[0] > 1: return nil
    case UInt8(ascii: "a")...UInt8(ascii: "d"):
      return Self.lettered[final & 0xdf].map { Key($0, .shift) }
    default: return Self.lettered[final].map { Key($0, modifiers(1)) }
    }
  }

  /// The key that types the scalar `value`; none for the numbers kitty gives to keys without one.
  private static func key(_ value: Int, _ modifiers: Modifiers) -> Key? {
    switch value {
    case 8, 127: Key(.backspace, modifiers)
    case 9: Key(.tab, modifiers)
    case 13: Key(.enter, modifiers)
    case 27: Key(.escape, modifiers)
    case 57344...63743: nil
    default: Unicode.Scalar(UInt32(value)).map { .character($0, modifiers) }
    }
  }

  /// Keys by final byte.
  static let lettered: [UInt8: Key.Code] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down,
    UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
    UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
    UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2),
    UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4),
  ]

  /// Keys by the number before `~`.
  static let numbered: [Int: Key.Code] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12), 25: .function(13), 26: .function(14),
    28: .function(15), 29: .function(16), 31: .function(17), 32: .function(18),
    33: .function(19), 34: .function(20),
  ]

  /// What the keypad sends after SS3 in application mode.
  static let keypad: [UInt8: Key] = {
    var keys: [UInt8: Key] = [
      UInt8(ascii: "M"): Key(.enter), UInt8(ascii: "I"): Key(.tab),
      UInt8(ascii: " "): .character(" "), UInt8(ascii: "X"): .character("="),
    ]
    for (index, scalar) in "*+,-./0123456789".unicodeScalars.enumerated() {
      keys[UInt8(ascii: "j") + UInt8(index)] = .character(scalar)
    }
    return keys
  }()
}

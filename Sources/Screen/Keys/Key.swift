/// A key press, in the one form that all terminals can tell apart.
///
/// Terminals send the same byte for several presses. Every such family has one normal form, which
/// `init` produces, so that a binding for any member works:
/// - Ctrl+I is Tab, Ctrl+M is Enter, Ctrl+[ is Escape, Ctrl+H and Ctrl+? are Backspace.
/// - Ctrl+@ is Ctrl+Space, Ctrl+/ is Ctrl+_.
/// - With Ctrl letters are lower case.
/// - Characters carry no Shift: Shift+a is `A`.
/// - A control character is the key that sends it.
package struct Key: Hashable, Sendable {
  /// Which key.
  package let code: Code
  /// What is held down with it.
  package let modifiers: Modifiers

  /// Which key, whatever is held down with it.
  package enum Code: Hashable, Sendable {
    case character(Unicode.Scalar)
    case up, down, left, right
    case home, end, pageUp, pageDown
    case insert, delete, backspace
    case tab, enter, escape
    /// F1, F2 and so on.
    case function(Int)
  }

  /// The normal form of `code` pressed with `modifiers`.
  package init(_ code: Code, _ modifiers: Modifiers = []) {
    guard case .character(var scalar) = code else {
      (self.code, self.modifiers) = (code, modifiers)
      return
    }
    var modifiers = modifiers
    if modifiers.remove(.shift) != nil { scalar = scalar.uppercase }
    if scalar.value < 0x20 {
      modifiers.insert(.ctrl)
      scalar = Unicode.Scalar(UInt8(scalar.value) | 0x40)
    } else if scalar.value == 0x7f {
      (self.code, self.modifiers) = (.backspace, modifiers)
      return
    }
    guard modifiers.contains(.ctrl) else {
      (self.code, self.modifiers) = (.character(scalar), modifiers)
      return
    }
    let plain = modifiers.subtracting(.ctrl)
    (self.code, self.modifiers) =
      switch scalar {
      case "i", "I": (.tab, plain)
      case "m", "M": (.enter, plain)
      case "[": (.escape, plain)
      case "h", "H", "?": (.backspace, plain)
      case "@", " ": (.character(" "), modifiers)
      case "/": (.character("_"), modifiers)
      default: (.character(scalar.lowercase), modifiers)
      }
  }

  /// The key of a character.
  package static func character(_ scalar: Unicode.Scalar, _ modifiers: Modifiers = []) -> Key {
    Key(.character(scalar), modifiers)
  }

  /// The same key with more held down.
  package func with(_ more: Modifiers) -> Key { Key(code, modifiers.union(more)) }

  /// The character this key types into a text; none for anything else.
  package var typed: Unicode.Scalar? {
    guard case .character(let scalar) = code, modifiers.isEmpty else { return nil }
    return scalar
  }
}

extension Unicode.Scalar {
  /// The capital letter, if that is one scalar.
  fileprivate var uppercase: Unicode.Scalar { properties.uppercaseMapping.onlyScalar ?? self }

  /// The small letter, if that is one scalar.
  fileprivate var lowercase: Unicode.Scalar { properties.lowercaseMapping.onlyScalar ?? self }
}

extension String {
  /// The scalar, if there is just one.
  var onlyScalar: Unicode.Scalar? {
    guard let first = unicodeScalars.first, unicodeScalars.count == 1 else { return nil }
    return first
  }
}

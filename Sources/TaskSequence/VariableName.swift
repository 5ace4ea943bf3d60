/// What the name of a task sequence variable may be.
///
/// Letters, digits, `_` and `-`, at most 256 of them (Microsoft's article on using task sequence
/// variables). The article wants a letter first; real products have names that begin with a digit, and
/// steps have variables that begin with `_`.
package enum VariableName {
  /// What is wrong with a name, a clause; nil when nothing is.
  package static func fault(in name: String) -> String? {
    if name.isEmpty { return "a variable needs a name" }
    if name.utf8.contains(UInt8(ascii: " ")) { return "the name of a variable has no blanks" }
    if let wrong = name.first(where: { !isPart($0) }) {
      return "the name of a variable has letters, digits, _ and -, and no “\(wrong)”"
    }
    return name.utf8.count > 256
      ? "the name of a variable has at most 256 characters; this one has \(name.count)" : nil
  }

  /// Why a variable of this name cannot be set, a clause; nil when it can.
  ///
  /// Names that begin with `_` are read-only, but for two (Microsoft’s article on using task sequence
  /// variables).
  package static func lock(of name: String) -> String? {
    guard name.utf8.first == UInt8(ascii: "_"), !unlocked.contains(name.lowercased()) else {
      return nil
    }
    return "\(name) cannot be set: a variable whose name begins with _ is read-only"
  }

  private static let unlocked: Set = ["_smstsorgname", "_smstspackagename"]

  private static func isPart(_ character: Character) -> Bool {
    guard let byte = character.utf8.first, character.utf8.count == 1 else { return false }
    return switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

import Basics
package import TaskSequence

/// One place where a sequence names a variable.
package struct VariableUse: Sendable {
  /// What the place does with it.
  package enum Role: String, Sendable {
    case set = "sets"
    case read = "reads"
    /// Reads the numbered variables `NAME01`, `NAME02` ….
    case readList = "reads list"
    /// Sets the numbered variables.
    case setList = "sets list"
    /// Is a setting of a step, put into the environment while it runs.
    case pass = "passes"
    /// Is named where the engine reads nothing: in a name, a description, a remark of a script.
    case name = "names"
  }

  /// The name as it is spelled there.
  package let name: String
  package let role: Role
  package let place: TextPlace
  /// What it is set to, as far as the sequence says and may show; nil where only the run knows.
  package var value: String?
  /// Whether a script or a program does it rather than the step.
  package internal(set) var isByScript = false
  /// With how many digits a list of them is numbered; 0 where it is no list.
  package internal(set) var digits = 0

  /// What the names of its list look like: the name in small letters and a `#` for each digit; nil where
  /// it is no list.
  var pattern: String? {
    digits > 0 ? name.lowercased() + String(repeating: "#", count: digits) : nil
  }
}

/// A text without the blanks around it.
func trimmed(_ text: String) -> String {
  String(text.trimming(while: \.isWhitespace))
}

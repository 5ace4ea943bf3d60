/// A node's address: the names from the top down, told apart by position where they repeat.
///
/// Written `State Restore/Install Applications#2`: the second of the nodes of that name in its group;
/// `#1` is left out. In a name `/`, `#`, `\` and blanks at either end are written with a `\` before.
package struct NodePath: Equatable, Sendable, CustomStringConvertible {
  /// One name on the way, and which of the nodes of that name, from 1.
  package struct Step: Equatable, Sendable {
    package var name: String
    package var ordinal: Int

    package init(name: String, ordinal: Int) {
      self.name = name
      self.ordinal = ordinal
    }
  }

  package var steps: [Step]

  package init(steps: [Step]) { self.steps = steps }

  /// Reads a path as it is written.
  ///
  /// Every text is some path; the empty one names the sequence.
  package init(_ text: String) {
    steps = []
    guard !text.isEmpty else { return }
    var name = String.UnicodeScalarView()
    var ordinal: String?
    var isEscaped = false
    func finish() {
      steps.append(Step(name: String(name), ordinal: ordinal.flatMap(Int.init) ?? 1))
    }
    // A name may begin with what combines with the `/` before it.
    for character in text.unicodeScalars {
      if isEscaped {
        if ordinal == nil { name.append(character) }
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "/" {
        finish()
        (name, ordinal) = (String.UnicodeScalarView(), nil)
      } else if character == "#", ordinal == nil {
        ordinal = ""
      } else if ordinal != nil {
        ordinal?.unicodeScalars.append(character)
      } else {
        name.append(character)
      }
    }
    finish()
  }

  package var description: String {
    steps.map { step in
      let escaped = Self.escape(step.name)
      return step.ordinal == 1 && !escaped.isEmpty ? escaped : "\(escaped)#\(step.ordinal)"
    }.joined(separator: "/")
  }

  private static func escape(_ name: String) -> String {
    let scalars = name.unicodeScalars
    var text = String.UnicodeScalarView()
    for (index, scalar) in zip(scalars.indices, scalars) {
      let isAtEnd = index == scalars.startIndex || scalars.index(after: index) == scalars.endIndex
      switch scalar {
      case "/", "#", "\\": text.append("\\")
      case " " where isAtEnd: text.append("\\")
      default: break
      }
      text.append(scalar)
    }
    return String(text)
  }
}

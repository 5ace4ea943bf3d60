import Conditions
package import TaskSequence

/// Puts the line of an operation together.
package struct OperationWriter {
  /// What was written so far: one line, whatever the values.
  package private(set) var text = ""
  /// Whether the next piece follows without a blank.
  private var isOpen = true

  init() {}

  /// Writes a word of the language, or several.
  package mutating func word(_ word: String) { append(word) }

  /// Writes a text, in quotes where it needs them.
  package mutating func value(_ value: String) { append(OperationWords.written(value)) }

  /// Writes a text in quotes: one that could be read as a word of the language here.
  package mutating func quoted(_ value: String) { append(Quoting.quoted(value)) }

  /// Writes a number.
  package mutating func number(_ number: Int) { append("\(number)") }

  /// Writes what stands to the end of the line, in a spelling of its own.
  package mutating func rest(_ rest: String) { append(rest) }

  /// Writes the path of a node.
  package mutating func path(_ path: NodePath) {
    path.steps.isEmpty ? word("sequence") : value(path.description)
  }

  /// Writes paths with commas between them.
  package mutating func paths(_ paths: [NodePath]) {
    list(paths) { writer, path in writer.path(path) }
  }

  /// Writes things with commas between them.
  package mutating func list<Item>(
    _ items: [Item], _ write: (inout OperationWriter, Item) -> Void
  ) {
    for (index, item) in items.enumerated() {
      if index > 0 { text += "," }
      write(&self, item)
    }
  }

  /// Writes things in parentheses, with commas between them.
  package mutating func parenthesised<Item>(
    _ items: [Item], _ write: (inout OperationWriter, Item) -> Void
  ) {
    append("(")
    isOpen = true
    list(items, write)
    text += ")"
    isOpen = false
  }

  private mutating func append(_ piece: String) {
    text += isOpen ? piece : " " + piece
    isOpen = false
  }
}

/// White space that puts an element on its own line.
struct Indent: Equatable {
  /// Everything up to and with the last line end; empty when the element shares its line.
  var lineEnds: [UInt8]
  /// The blanks and tabs after it.
  var blanks: [UInt8]

  var isNewLine: Bool { !lineEnds.isEmpty }

  init(lineEnds: [UInt8], blanks: [UInt8]) {
    self.lineEnds = lineEnds
    self.blanks = blanks
  }

  /// Takes white space before an element apart.
  init(_ space: some Collection<UInt8>) {
    let bytes = Array(space)
    let last = bytes.lastIndex { $0 == 0x0A || $0 == 0x0D }
    let split = last.map { $0 + 1 } ?? 0
    lineEnds = Array(bytes[..<split])
    blanks = Array(bytes[split...])
  }

  /// No white space at all.
  static let none = Indent(lineEnds: [], blanks: [])

  /// The same place on a line without the blank lines before it.
  var single: Indent { Indent(lineEnds: lineEnd, blanks: blanks) }

  /// The last line end alone.
  var lineEnd: [UInt8] {
    if lineEnds.suffix(2) == [0x0D, 0x0A] { return [0x0D, 0x0A] }
    return lineEnds.suffix(1)
  }

  var node: Node { .characters(ByteSlice(lineEnds + blanks)) }
}

/// How a document puts elements on lines.
package struct LayoutHabit: Equatable, Sendable {
  /// The line end, empty when the document is written on one line.
  package var lineEnd: [UInt8]
  /// What each level adds.
  package var unit: [UInt8]

  package init(lineEnd: [UInt8], unit: [UInt8]) {
    self.lineEnd = lineEnd
    self.unit = unit
  }

  /// Reads the habit off the first nested elements below `root`; costs a look at a few hundred.
  package init(of root: Element) {
    var found: LayoutHabit?
    var lineEnd: [UInt8] = []
    var seen = 0
    func visit(_ parent: Element, _ blanks: [UInt8]) {
      var previous: Node?
      for child in parent.children {
        guard found == nil, seen < 500 else { return }
        if case .element(let element) = child {
          seen += 1
          let indent = previous?.whitespace.map { Indent($0.bytes) }
          if let indent, indent.isNewLine {
            if lineEnd.isEmpty { lineEnd = indent.lineEnd }
            if indent.blanks.count > blanks.count, indent.blanks.starts(with: blanks) {
              found = LayoutHabit(
                lineEnd: indent.lineEnd, unit: Array(indent.blanks.dropFirst(blanks.count)))
              return
            }
            visit(element, indent.blanks)
          } else {
            visit(element, blanks)
          }
        }
        previous = child
      }
    }
    visit(root, [])
    self = found ?? LayoutHabit(lineEnd: lineEnd, unit: [])
  }
}

extension Element {
  /// Moves the lines inside from one indentation to another; text that is a value stays as it is.
  func reindented(from old: [UInt8], to new: [UInt8]) -> Element {
    guard old != new, hasElements else { return self }
    let nodes = children.map { child -> Node in
      switch child {
      case .element(let element): return .element(element.reindented(from: old, to: new))
      case .characters(let slice) where slice.isWhitespace:
        let indent = Indent(slice.bytes)
        guard indent.isNewLine, indent.blanks.starts(with: old) else { return child }
        let blanks = new + indent.blanks.dropFirst(old.count)
        return Indent(lineEnds: indent.lineEnds, blanks: blanks).node
      case .characters, .cdata, .markup: return child
      }
    }
    return replacingChildren(nodes)
  }

  /// Lays the lines inside out anew as `habit` has them, for a piece that comes from a document
  /// with other habits; text that is a value stays as it is.
  func laidOut(_ habit: LayoutHabit, at blanks: [UInt8]) -> Element {
    let isMixed = children.contains { $0.isText && !$0.isWhitespace }
    guard hasElements, !isMixed else { return self }
    let inner = Indent(lineEnds: habit.lineEnd, blanks: blanks + habit.unit)
    var nodes: [Node] = []
    for child in children where !child.isWhitespace {
      if !habit.lineEnd.isEmpty { nodes.append(inner.node) }
      nodes.append(child.element.map { .element($0.laidOut(habit, at: inner.blanks)) } ?? child)
    }
    if !habit.lineEnd.isEmpty {
      nodes.append(Indent(lineEnds: habit.lineEnd, blanks: blanks).node)
    }
    return replacingChildren(nodes)
  }
}

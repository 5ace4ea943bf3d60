/// A text being edited: one line or many, a cursor, a selection, and an undo of its own.
///
/// Positions count characters as a person sees them. Line ends are LF; a text of one line holds none.
package struct TextModel: Equatable, Sendable {
  /// Every character; lines end with `\n`.
  package private(set) var characters: [Character]
  /// Where typing goes, from 0 to the number of characters.
  package private(set) var cursor: Int
  /// Where the selection began; it reaches to the cursor.
  package private(set) var anchor: Int?
  /// Whether it may hold several lines.
  package let isMultiline: Bool
  /// The column up and down aim for, kept while they repeat.
  private var column: Int?
  private var past: [Snapshot] = []
  private var future: [Snapshot] = []
  /// What the last change was, so that a run of typing is one step of undo.
  private var lastChange: ChangeKind?

  private struct Snapshot: Equatable, Sendable {
    var characters: [Character]
    var cursor: Int
  }

  /// Kinds of changes that join with the same kind before.
  private enum ChangeKind: Equatable, Sendable { case typing, erasing, other }

  /// Starts with a text, the cursor at its end.
  package init(_ text: String, isMultiline: Bool = false) {
    characters = Self.clean(text, isMultiline)
    cursor = characters.count
    self.isMultiline = isMultiline
    if isMultiline { cursor = 0 }
  }

  /// All of it.
  package var text: String { String(characters) }

  /// Whether nothing is in it.
  package var isEmpty: Bool { characters.isEmpty }

  /// The characters from the anchor to the cursor; nil without a selection.
  package var selection: Range<Int>? {
    guard let anchor, anchor != cursor else { return nil }
    return min(anchor, cursor)..<max(anchor, cursor)
  }

  /// What is selected; nil without a selection.
  package var selectedText: String? { selection.map { String(characters[$0]) } }

  /// Line ends of any kind become LF, or a blank in a single line; other control characters go.
  private static func clean(_ text: String, _ isMultiline: Bool) -> [Character] {
    text.compactMap { character in
      if character.isNewline { return isMultiline ? "\n" : " " }
      let isControl = character.unicodeScalars.contains { $0.value < 0x20 && $0 != "\t" }
      return isControl ? nil : character
    }
  }

  // MARK: Changing

  /// Puts a text in the place of the selection, or at the cursor.
  package mutating func insert(_ text: String) {
    let new = Self.clean(text, isMultiline)
    let isTyping = new.count == 1 && selection == nil && new.first != "\n"
    replace(selection ?? cursor..<cursor, with: new, isTyping ? .typing : .other)
  }

  /// Takes the selection away, else what lies between the cursor and where `motion` would bring it.
  ///
  /// - Returns: what was taken away.
  @discardableResult
  package mutating func erase(_ motion: TextMotion) -> String {
    let other = target(of: motion)
    let range = selection ?? min(cursor, other)..<max(cursor, other)
    let gone = String(characters[range])
    guard !range.isEmpty else { return "" }
    replace(range, with: [], range.count == 1 ? .erasing : .other)
    return gone
  }

  /// Puts a text in the place of the characters before the cursor.
  package mutating func complete(_ count: Int, with text: String) {
    let start = max(0, cursor - count)
    replace(start..<cursor, with: Self.clean(text, isMultiline), .other)
  }

  private mutating func replace(
    _ range: Range<Int>, with new: [Character], _ kind: ChangeKind
  ) {
    if kind == .other || kind != lastChange {
      past.append(Snapshot(characters: characters, cursor: cursor))
    }
    future = []
    lastChange = kind
    characters.replaceSubrange(range, with: new)
    cursor = range.lowerBound + new.count
    (anchor, column) = (nil, nil)
  }

  /// Takes the last change back; answers false when there is none.
  @discardableResult
  package mutating func undo() -> Bool { step(from: \.past, to: \.future) }

  /// Makes the change that was taken back last again; answers false when there is none.
  @discardableResult
  package mutating func redo() -> Bool { step(from: \.future, to: \.past) }

  private mutating func step(
    from source: WritableKeyPath<Self, [Snapshot]>, to target: WritableKeyPath<Self, [Snapshot]>
  ) -> Bool {
    guard let snapshot = self[keyPath: source].popLast() else { return false }
    self[keyPath: target].append(Snapshot(characters: characters, cursor: cursor))
    (characters, cursor) = (snapshot.characters, snapshot.cursor)
    (anchor, column, lastChange) = (nil, nil, nil)
    return true
  }

  // MARK: Moving

  /// Moves the cursor; with `selecting` the selection grows or shrinks, else it is gone.
  package mutating func move(_ motion: TextMotion, selecting: Bool = false) {
    let isVertical = motion.isVertical
    let goal = isVertical ? (column ?? place(of: cursor).column) : nil
    if selecting {
      anchor = anchor ?? cursor
      cursor = target(of: motion, column: goal)
    } else if let selection, motion == .left || motion == .right {
      cursor = motion == .left ? selection.lowerBound : selection.upperBound
      anchor = nil
    } else {
      cursor = target(of: motion, column: goal)
      anchor = nil
    }
    column = goal
    lastChange = nil
  }

  /// Selects all of it, the cursor at the end.
  package mutating func selectAll() { (anchor, cursor) = (0, characters.count) }

  /// Puts the cursor at a line and a column, both from 0, or as near as there is.
  package mutating func place(line: Int, column: Int) {
    cursor = offset(line: line, column: column)
    (anchor, lastChange) = (nil, nil)
    self.column = nil
  }
}

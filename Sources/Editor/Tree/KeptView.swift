import Containers
import TaskSequence
import XMLTree

/// How a file was looked at, to be taken up at its next opening: the cursor, closed groups, marks.
///
/// As text it is a line each, a word and the path of a node.
struct KeptView: Equatable {
  var cursor: NodePath?
  var folded: [NodePath] = []
  var marked: [NodePath] = []

  private static let words = (cursor: "cursor ", folded: "closed ", marked: "marked ")

  init() {}

  /// Reads lines; others than these are passed over.
  init(text: String) {
    for line in text.split(separator: "\n") {
      func path(_ word: String) -> NodePath? {
        line.hasPrefix(word) ? NodePath(String(line.dropFirst(word.count))) : nil
      }
      if let path = path(Self.words.cursor) { cursor = path }
      if let path = path(Self.words.folded) { folded.append(path) }
      if let path = path(Self.words.marked) { marked.append(path) }
    }
  }

  /// The lines; names of several lines have none, since a path is one.
  var text: String {
    let lines =
      (cursor.map { [Self.words.cursor + $0.description] } ?? [])
      + folded.map { Self.words.folded + $0.description }
      + marked.map { Self.words.marked + $0.description }
    return lines.filter { !$0.contains(where: \.isNewline) }.map { $0 + "\n" }.joined()
  }
}

extension OpenFile {
  /// What its view is kept under: one sequence of several in a file has one of its own; nil where it
  /// stands in no file.
  package var viewKey: String? { path.map { member == .only ? $0 : "\($0)#\(member.text)" } }

  /// How it is looked at now, as far as its nodes are in the file.
  var view: KeptView {
    let saved = savedDocument
    var view = KeptView()
    view.cursor = saved.paths(of: [outline.focus]).first
    view.folded = saved.paths(of: outline.folded)
    view.marked = saved.paths(of: outline.marks.isEmpty ? lastMarks : outline.marks)
    return view
  }

  /// Looks at it as before, as far as its nodes are still there.
  ///
  /// What was marked is not marked again by itself: nobody remembers, and the next edit would reach it.
  mutating func take(_ view: KeptView) {
    let folded = document.nodes(at: view.folded).compactMap { $0?.id }
    for id in folded { outline.setFolded(id, true, document) }
    lastMarks = Set(document.nodes(at: view.marked).compactMap { $0?.id })
    if let cursor = view.cursor, let node = document.node(at: cursor) {
      outline.reveal(node.id, in: document)
    }
  }
}

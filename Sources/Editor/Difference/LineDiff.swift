import Appearance
import Basics
import StepCatalog
import TaskSequence
import Widgets
import XMLTree

/// What changed between two texts, line by line, in pieces to look at.
///
/// Lines that hold many tags are broken between them first, so that a change inside a sequence of one
/// line shows the tags around it and not the whole file.
enum LineDiff {
  /// How many unchanged lines stand around a change.
  private static let context = 3

  /// What changed between two states of a file; hidden values stay hidden, and show that they changed.
  static func lines(
    from old: SequenceDocument, to new: SequenceDocument
  ) -> [[TextPiece]] {
    lines(from: old.covered().serialized(), to: new.covered(since: old).serialized())
  }

  /// What changed between the bytes of two files, each in whatever encoding it says it has.
  static func lines(from old: [UInt8], to new: [UInt8]) -> [[TextPiece]] {
    let (before, after) = (broken(old), broken(new))
    let marks = narrowed(compare(before, after))
    var shown: [[TextPiece]] = []
    var skipped = 0
    for (index, mark) in marks.enumerated() {
      let around = marks[max(0, index - context)..<min(marks.count, index + context + 1)]
      guard around.contains(where: { $0.sign != " " }) else {
        skipped += 1
        continue
      }
      if skipped > 0 { shown.append(hunk(skipped)) }
      skipped = 0
      shown.append(pieces(of: mark))
    }
    if skipped > 0, !shown.isEmpty { shown.append(hunk(skipped)) }
    return shown.isEmpty ? [[TextPiece(text: "Nothing will change.", role: .text)]] : shown
  }

  private static func broken(_ file: [UInt8]) -> [Line] {
    XMLLines.broken(Document.text(of: file)).map(Line.init)
  }

  /// A line told apart by its bytes: two spellings of “é” look the same and are not.
  private struct Line: Equatable {
    let text: String

    static func == (left: Line, right: Line) -> Bool {
      left.text.utf8.elementsEqual(right.text.utf8)
    }
  }

  private static func hunk(_ count: Int) -> [TextPiece] {
    [TextPiece(text: "  ··· \(count) equal lines", role: .diffHunk)]
  }

  /// A line with its sign; of one that was only changed, the characters that differ.
  private struct Mark {
    let sign: Character
    var text: String
    var changed: Range<Int>?
  }

  /// A changed line is quiet where it is as it was.
  private static func pieces(of mark: Mark) -> [TextPiece] {
    let role: Role = mark.sign == "+" ? .diffAdded : mark.sign == "-" ? .diffRemoved : .dim
    let sign = TextPiece(text: "\(mark.sign) ", role: role)
    guard let changed = mark.changed else {
      return [sign, TextPiece(text: mark.text, role: role)]
    }
    let (start, rest) = (
      mark.text.prefix(changed.lowerBound), mark.text.dropFirst(changed.lowerBound)
    )
    return [
      sign, TextPiece(text: String(start), role: .text),
      TextPiece(text: String(rest.prefix(changed.count)), role: role),
      TextPiece(text: String(rest.dropFirst(changed.count)), role: .text),
    ]
  }

  /// The same with the equal beginnings of long lines that changed cut short, so that what changed is
  /// on the screen.
  private static func narrowed(_ marks: [Mark]) -> [Mark] {
    var marks = marks
    var index = 0
    while index < marks.count {
      let removed = marks[index...].prefix { $0.sign == "-" }.count
      let added = marks[(index + removed)...].prefix { $0.sign == "+" }.count
      for pair in 0..<min(removed, added) {
        let (old, new) = (index + pair, index + removed + pair)
        let indent = marks[old].text.prefix { $0 == " " }.count
        let (same, tail) = marks[old].text.sharedEnds(with: marks[new].text) {
          $0.utf8.elementsEqual($1.utf8)
        }
        let cut = same > indent + 40 ? same - 24 - indent : 0
        for line in [old, new] {
          let text = marks[line].text
          let start = same - cut + (cut > 0 ? 1 : 0)
          marks[line].changed = start..<start + text.count - same - tail
          guard cut > 0 else { continue }
          marks[line].text = text.prefix(indent) + "…" + text.dropFirst(indent + cut)
        }
      }
      index += max(1, removed + added)
    }
    return marks
  }

  /// Both texts as one run of kept, removed and added lines.
  private static func compare(_ before: [Line], _ after: [Line]) -> [Mark] {
    let (head, tail) = before.sharedEnds(with: after)
    let (oldMiddle, newMiddle) = (
      Array(before[head..<before.count - tail]), Array(after[head..<after.count - tail])
    )
    var marks: [Mark] = before[..<head].map { Mark(sign: " ", text: $0.text) }
    marks += middle(oldMiddle, newMiddle)
    marks += before[(before.count - tail)...].map { Mark(sign: " ", text: $0.text) }
    return marks
  }

  private static func middle(_ old: [Line], _ new: [Line]) -> [Mark] {
    // Beyond that the exact difference would take seconds.
    guard old.count + new.count < 20_000 else {
      return old.map { Mark(sign: "-", text: $0.text) } + new.map { Mark(sign: "+", text: $0.text) }
    }
    let difference = new.difference(from: old)
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var marks: [Mark] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if i < old.count, removed.contains(i) {
        marks.append(Mark(sign: "-", text: old[i].text))
        i += 1
      } else if j < new.count, added.contains(j) {
        marks.append(Mark(sign: "+", text: new[j].text))
        j += 1
      } else {
        if i < old.count { marks.append(Mark(sign: " ", text: old[i].text)) }
        i += 1
        j += 1
      }
    }
    return marks
  }
}

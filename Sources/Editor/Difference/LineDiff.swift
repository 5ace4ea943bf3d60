import Appearance
import StepCatalog
import TaskSequence

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
  ) -> [[Viewer.Piece]] {
    lines(from: old.covered().serialized(), to: new.covered(since: old).serialized())
  }

  static func lines(from old: [UInt8], to new: [UInt8]) -> [[Viewer.Piece]] {
    let (before, after) = (XMLLines.broken(old), XMLLines.broken(new))
    let marks = narrowed(compare(before, after))
    var shown: [[Viewer.Piece]] = []
    var skipped = 0
    for (index, mark) in marks.enumerated() {
      let around = marks[max(0, index - context)..<min(marks.count, index + context + 1)]
      guard around.contains(where: { $0.sign != " " }) else {
        skipped += 1
        continue
      }
      if skipped > 0 { shown.append(hunk(skipped)) }
      skipped = 0
      let role: Role = mark.sign == "+" ? .diffAdded : mark.sign == "-" ? .diffRemoved : .dim
      shown.append([Viewer.Piece(text: "\(mark.sign) \(mark.text)", role: role)])
    }
    if skipped > 0, !shown.isEmpty { shown.append(hunk(skipped)) }
    return shown.isEmpty ? [[Viewer.Piece(text: "Nothing will change.", role: .text)]] : shown
  }

  private static func hunk(_ count: Int) -> [Viewer.Piece] {
    [Viewer.Piece(text: "  ··· \(count) equal lines", role: .diffHunk)]
  }

  private typealias Mark = (sign: Character, text: String)

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
        let indent = marks[old].text.prefix { $0 == " " }
        let same = marks[old].text.commonPrefix(with: marks[new].text).count
        guard same > indent.count + 40 else { continue }
        for line in [old, new] {
          marks[line].text = indent + "…" + marks[line].text.dropFirst(same - 24)
        }
      }
      index += max(1, removed + added)
    }
    return marks
  }

  /// Both texts as one run of kept, removed and added lines.
  private static func compare(_ before: [String], _ after: [String]) -> [Mark] {
    var head = 0
    while head < min(before.count, after.count), before[head] == after[head] { head += 1 }
    var tail = 0
    while tail < min(before.count, after.count) - head,
      before[before.count - 1 - tail] == after[after.count - 1 - tail]
    {
      tail += 1
    }
    let (oldMiddle, newMiddle) = (
      Array(before[head..<before.count - tail]), Array(after[head..<after.count - tail])
    )
    var marks: [Mark] = before[..<head].map { (" ", $0) }
    marks += middle(oldMiddle, newMiddle)
    marks += before[(before.count - tail)...].map { (" ", $0) }
    return marks
  }

  private static func middle(_ old: [String], _ new: [String]) -> [Mark] {
    // Beyond that the exact difference would take seconds.
    guard old.count + new.count < 20_000 else {
      return old.map { ("-", $0) } + new.map { ("+", $0) }
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
        marks.append(("-", old[i]))
        i += 1
      } else if j < new.count, added.contains(j) {
        marks.append(("+", new[j]))
        j += 1
      } else {
        if i < old.count { marks.append((" ", old[i])) }
        i += 1
        j += 1
      }
    }
    return marks
  }
}

extension String {
  /// The characters both texts begin with.
  fileprivate func commonPrefix(with other: String) -> Substring {
    self[..<(zip(indices, zip(self, other)).first { $1.0 != $1.1 }?.0 ?? endIndex)]
  }
}

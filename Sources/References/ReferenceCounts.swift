import Basics
import TaskSequence
import XMLTree

/// The parts of a sequence by their nodes, and how often they name each object; kept up by what
/// changes from one revision to the next.
struct ReferenceCounts: Sendable {
  private var parts: [NodeID: ReferencePart] = [:]
  private var entries: [ReferenceList.Entry: Int] = [:]
  private var ids: [String: Int] = [:]
  /// How often an id has come that was not there, or gone altogether.
  private(set) var turns = 0
  /// The entries that have come or gone, and not come back, since they were last forgotten.
  private var changed: Set<ReferenceList.Entry> = []

  /// Whether the set of entries is another one than when this was last forgotten.
  var hasChanged: Bool { !changed.isEmpty }

  mutating func forgetChanges() { changed = [] }

  /// How many entries the nodes that count make.
  var entryCount: Int { entries.count }

  /// The part of a node; nil when it is not in the sequence.
  subscript(id: NodeID) -> ReferencePart? { parts[id] }

  /// Whether a node names an object; ids are compared without regard to case.
  func names(_ id: String) -> Bool { ids[id.lowercased()] != nil }

  /// Goes from some nodes side by side to others; costs a look at what the two do not share.
  mutating func change(from old: [ReferencePart], to new: [ReferencePart]) {
    var (gone, come): ([ReferencePart], [ReferencePart]) = ([], [])
    Self.compare(old, new, &gone, &come)
    // What only moved is in both: it must be there in the end, and its ids do not go and come back.
    for part in come { count(part, 1) }
    for part in gone {
      parts[part.id] = nil
      count(part, -1)
    }
    for part in come { parts[part.id] = part }
  }

  private static func compare(
    _ old: [ReferencePart], _ new: [ReferencePart], _ gone: inout [ReferencePart],
    _ come: inout [ReferencePart]
  ) {
    let (head, tail) = old.sharedEnds(with: new) { $0 === $1 }
    var before: [NodeID: ReferencePart] = [:]
    for part in old[head..<old.count - tail] { before[part.id] = part }
    for part in new[head..<new.count - tail] {
      guard let other = before.removeValue(forKey: part.id) else {
        part.walk { come.append($0) }
        continue
      }
      guard other !== part else { continue }
      gone.append(other)
      come.append(part)
      compare(other.inside, part.inside, &gone, &come)
    }
    for part in before.values { part.walk { gone.append($0) } }
  }

  private mutating func count(_ part: ReferencePart, _ number: Int) {
    for reference in part.own { count(reference.id, number) }
    guard part.isActive else { return }
    for entry in part.entries {
      count(entry.id, number)
      let count = entries[entry, default: 0]
      entries[entry] = count + number == 0 ? nil : count + number
      guard count == 0 || count + number == 0 else { continue }
      if changed.remove(entry) == nil { changed.insert(entry) }
    }
  }

  private mutating func count(_ id: String, _ number: Int) {
    let id = id.lowercased()
    let count = ids[id, default: 0]
    ids[id] = count + number == 0 ? nil : count + number
    if count == 0 || count + number == 0 { turns += 1 }
  }
}

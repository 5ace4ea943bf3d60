import TaskSequence

/// What the steps of a run are called so that each name means one: by their names, where one number
/// alone has it, else by paths through the groups the log saw.
struct VisitPaths {
  private var names: [String?]

  /// How many groups in each other are followed; no editor makes so many.
  private static let deepest = 100

  init(_ run: LogRun) {
    var numbers: [String: Set<Int>] = [:]
    for visit in run.visits where visit.isGroup != true {
      numbers[visit.name, default: []].insert(visit.number ?? -1)
    }
    var open = [Level(start: nil, step: nil)]
    names = []
    for visit in run.visits {
      let level = open.count - 1
      if visit.outcome == .completed || visit.isGroup == true && visit.outcome?.isFailure == true {
        if let place = open.lastIndex(where: { $0.start == visit.start }), place > 0 {
          open.removeSubrange(place...)
        }
        names.append(nil)
        continue
      }
      let step = open[level].step(visit)
      if visit.outcome == .started, open.count < Self.deepest {
        open.append(Level(start: visit.number, step: step))
      }
      // A name that could be read as another path is written as its own.
      let isAlone = numbers[visit.name]?.count == 1 && "\(NodePath(steps: [step]))" == visit.name
      let path = NodePath(steps: open[...level].compactMap(\.step) + [step])
      names.append(isAlone ? visit.name : "\(path)")
    }
  }

  /// What a visit's step is called; nil for the end of a group.
  func name(of visit: Int) -> String? { names[visit] }
}

/// A group that is open, and what was met in it.
private struct Level {
  let start: Int?
  let step: NodePath.Step?
  private var ordinals: [String: (count: Int, places: [Int: Int])] = [:]

  init(start: Int?, step: NodePath.Step?) { (self.start, self.step) = (start, step) }

  /// The name of a visit in the group.
  ///
  /// Whatever is in a group was visited, skipped or not, so the second of a name is the second.
  mutating func step(_ visit: Visit) -> NodePath.Step {
    var known = ordinals[visit.name] ?? (0, [:])
    let number = visit.number ?? -1
    let ordinal = known.places[number] ?? known.count + 1
    known.count = max(known.count, ordinal)
    known.places[number] = ordinal
    ordinals[visit.name] = known
    return NodePath.Step(name: visit.name, ordinal: ordinal)
  }
}

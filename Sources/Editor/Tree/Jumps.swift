import XMLTree

/// Where the cursor leapt from, to go back there and forward again, as browsers do.
struct Jumps: Sendable {
  /// A node of an open file.
  struct Place: Equatable, Sendable {
    let file: FileID
    let node: NodeID
  }

  private(set) var back: [Place] = []
  private(set) var forward: [Place] = []
  /// Where the cursor stood before what is open over the panes was opened.
  private var origin: Place?

  /// How many places are kept.
  private static let limit = 100

  /// Notes that the cursor went from one place to another in one step, unless it walked there.
  ///
  /// What happens while a list or a line lies over the panes is one leap, however often the cursor
  /// moves below it.
  mutating func note(from start: Place, to end: Place, hasLayers: Bool, isWalk: Bool) {
    let start = origin ?? start
    origin = hasLayers ? start : nil
    guard !hasLayers, start != end, !isWalk, back.last != start else { return }
    back.append(start)
    if back.count > Self.limit { back.removeFirst() }
    forward = []
  }

  /// The place to go to, back or forward, from one that is kept for the other way; nil when there is
  /// none that is still there.
  mutating func go(
    isBack: Bool, from here: Place, whereThere isThere: (Place) -> Bool
  ) -> Place? {
    while let place = isBack ? back.popLast() : forward.popLast() {
      guard isThere(place), place != here else { continue }
      if isBack { forward.append(here) } else { back.append(here) }
      return place
    }
    return nil
  }
}

import Conditions
import Facts
import TaskSequence

/// Groups and children: entered once, judged once, left at their end or by a failure inside.
extension Runner {
  /// Enters a group or a child, or skips it.
  mutating func enter(_ node: ReadNode) {
    if node.node.kind == .childSequence { variables.bring(node.node) }
    let judgement = judgedCondition(of: node)
    variables.takeAway()
    guard let judgement, result == nil else { return }
    guard judgement.truth != .no else {
      row = table.rows[row].after
      return
    }
    let continues = node.continuesOnError
    let place = frames.count
    let entry = judgement.truth == .unknown ? judgement.needs : nil
    let isSure = entry == nil && isCertain
    var event = TraceEvent(row, judgement.mayFail ? .mayFail : isSure ? .started : .mayRun)
    event.sights = sights
    event.isOpenItself = entry != nil
    event.needs = placeNeeds.union(entry ?? Needs())
    if judgement.isFaulty { event.notes.append(.faultyCondition) }
    events.append(event)
    let outer = frames[place - 1]
    let frame = Frame(
      row: row, after: table.rows[row].after, absorber: continues ? place : outer.absorber,
      entry: entry, entries: outer.entries.union(entry ?? Needs()))
    doubts += frame.doubts
    frames.append(frame)
    if table.gaps[row] == .missing {
      enterMissing()
    }
    row += 1
  }

  /// A child nobody has told of: it may set anything and may fail, or is assumed to hold nothing.
  private mutating func enterMissing() {
    assume(.childMissing)
    guard assumptions[.childMissing] == "unknown" else {
      events[events.count - 1].notes.append(.childEmpty)
      return
    }
    events[events.count - 1].notes.append(.childMissing)
    let needs = book.needs(.child, ChildSequences.id(of: table.rows[row].node))
    variables.forgetAll(maybe: needs)
    // What its steps asked for was done behind each of them.
    clearRequests()
    mayLeave(needs, to: frames[frames.count - 1].absorber)
  }

  /// Takes note that a failure here may leave for the end of a frame.
  mutating func mayLeave(_ needs: Needs, to absorber: Int) {
    let top = frames.count - 1
    frames[top].lowestLeak = min(frames[top].lowestLeak, absorber)
    if frames[absorber].leak == nil {
      doubts += 1
      leaking.append(absorber)
      frames[absorber].leak = needs
    } else {
      frames[absorber].leak?.formUnion(needs)
    }
  }

  /// Takes the innermost frame away.
  private mutating func pop() -> Frame {
    let frame = frames.removeLast()
    doubts -= frame.doubts
    if frame.leak != nil { leaking.removeAll { $0 == frames.count } }
    let top = frames.count - 1
    // What leaves for this frame's own end goes no further out.
    if frame.lowestLeak < frames.count {
      frames[top].lowestLeak = min(frames[top].lowestLeak, frame.lowestLeak)
    }
    return frame
  }

  /// Comes to the end of the innermost group or child.
  mutating func close() {
    let place = frames.count - 1
    let mayFail = frames[place].lowestLeak <= place
    let needs = frames[place].leak.map { $0.union(placeNeeds) } ?? placeNeeds
    let isCertainInside = isCertain
    let frame = pop()
    guard let group = frame.row else { return }
    guard mayFail || isCertainInside else { return }
    var event = TraceEvent(group, mayFail ? .mayFail : .completed)
    event.isEnd = true
    event.isIgnored = frame.absorber == place
    event.needs = mayFail ? needs : Needs()
    events.append(event)
  }

  /// A failure that happens wherever this place is reached: leaves all that is open up to what absorbs
  /// it, and goes on where somebody may still be.
  /// - Parameter isFatal: Whether no group absorbs it.
  mutating func fail(from failed: Int, isFatal: Bool = false) {
    let absorber = isFatal ? 0 : frames[frames.count - 1].absorber
    while frames.count > 1 {
      let place = frames.count - 1
      let needs = placeNeeds
      let frame = pop()
      let absorbs = place == absorber
      // Others come to its end: who did not enter it, and who left for it before.
      let isShared = frame.entry != nil || frame.leak != nil
      let isSure = isCertain && (frame.entry == nil) && (absorbs || frame.leak == nil)
      var event = TraceEvent(
        frame.row ?? 0, isSure ? (absorbs ? .failedIgnored : .failed) : .mayFail)
      event.isEnd = true
      event.isIgnored = absorbs
      if isSure { event.notes = [.absorbs(row: failed)] } else { event.needs = needs }
      events.append(event)
      if absorbs || isShared {
        if !absorbs { mayLeave(needs, to: min(absorber, frames.count - 1)) }
        row = frame.after
        return
      }
    }
    result = mayEndOtherwise ? .undecided : .failed
  }
}

import Basics

/// How a change is shown.
package struct ChangeRow: Equatable, Sendable {
  /// What it is a change of.
  package let name: String
  /// Which of its texts changes.
  package let place: String
  /// The text before.
  package let old: String
  /// The text after.
  package let new: String

  /// A row of a review.
  package init(name: String, place: String, old: String, new: String) {
    self.name = name
    self.place = place
    self.old = old
    self.new = new
  }

  /// The text before and after, cut to the part that differs with a little around it.
  func excerpt(around count: Int) -> (head: String, old: String, new: String, tail: String) {
    let (before, after) = (Array(old), Array(new))
    let (start, end) = before.sharedEnds(with: after)
    let head = before[..<start].suffix(count)
    let tail = before[(before.count - end)...].prefix(count)
    return (
      (start > head.count ? "…" : "") + String(head), String(before[start..<before.count - end]),
      String(after[start..<after.count - end]), String(tail) + (end > tail.count ? "…" : "")
    )
  }
}

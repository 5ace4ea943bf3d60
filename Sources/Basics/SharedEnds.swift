/// What two runs of elements have in common at their ends.
extension BidirectionalCollection {
  /// How many elements both begin with.
  @inlinable
  package func sharedHead<Other: Collection>(
    with other: Other, by isSame: (Element, Other.Element) -> Bool
  ) -> Int {
    var (count, here, there) = (0, startIndex, other.startIndex)
    while here != endIndex, there != other.endIndex, isSame(self[here], other[there]) {
      formIndex(after: &here)
      other.formIndex(after: &there)
      count += 1
    }
    return count
  }

  /// How many elements both end with.
  @inlinable
  package func sharedTail<Other: BidirectionalCollection>(
    with other: Other, by isSame: (Element, Other.Element) -> Bool
  ) -> Int {
    var (count, here, there) = (0, endIndex, other.endIndex)
    while here != startIndex, there != other.startIndex {
      formIndex(before: &here)
      other.formIndex(before: &there)
      guard isSame(self[here], other[there]) else { break }
      count += 1
    }
    return count
  }

  /// How many elements both begin with, and how many of the others they end with.
  @inlinable
  package func sharedEnds<Other: BidirectionalCollection>(
    with other: Other, by isSame: (Element, Other.Element) -> Bool
  ) -> (head: Int, tail: Int) {
    let head = sharedHead(with: other, by: isSame)
    return (head, dropFirst(head).sharedTail(with: other.dropFirst(head), by: isSame))
  }
}

extension BidirectionalCollection where Element: Equatable {
  /// How many equal elements both begin with, and how many of the others they end with.
  @inlinable
  package func sharedEnds<Other: BidirectionalCollection>(
    with other: Other
  ) -> (head: Int, tail: Int) where Other.Element == Element {
    sharedEnds(with: other, by: ==)
  }
}

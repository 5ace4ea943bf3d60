extension BidirectionalCollection {
  /// What is left when elements of a kind are taken from both ends.
  @inlinable
  package func trimming(while isTaken: (Element) -> Bool) -> SubSequence {
    var rest = self[...]
    while let first = rest.first, isTaken(first) { rest = rest.dropFirst() }
    return rest[...].trimmingEnd(while: isTaken)
  }

  /// What is left when elements of a kind are taken from the end.
  @inlinable
  package func trimmingEnd(while isTaken: (Element) -> Bool) -> SubSequence {
    var rest = self[...]
    while let last = rest.last, isTaken(last) { rest = rest.dropLast() }
    return rest
  }
}

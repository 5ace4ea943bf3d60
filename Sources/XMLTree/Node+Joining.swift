extension Node {
  /// Makes one run of characters that stand side by side, as a parser would read them, and leaves
  /// out empty ones.
  static func joined(_ nodes: [Node]) -> [Node] {
    var last: ByteSlice?
    let isJoined = nodes.allSatisfy { node in
      guard case .characters(let slice) = node else {
        last = nil
        return true
      }
      defer { last = slice }
      return last == nil && slice.count > 0
    }
    guard !isJoined else { return nodes }
    var result: [Node] = []
    for node in nodes {
      guard case .characters(let right) = node else {
        result.append(node)
        continue
      }
      if right.count == 0 { continue }
      if case .characters(let left) = result.last {
        result[result.count - 1] = .characters(ByteSlice(join(left.bytes, right.bytes)))
      } else {
        result.append(node)
      }
    }
    return result
  }

  /// One run of two.
  ///
  /// Where they meet, a CR and an LF that were two line ends stay two, and a `>` that would end
  /// `]]>` is escaped.
  private static func join(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> [UInt8] {
    if left.last == 0x0D, right.first == 0x0A { return Array(left + [0x0A] + right) }
    let brackets = right.prefix { $0 == UInt8(ascii: "]") }
    let end = brackets.endIndex
    if end < right.endIndex, right[end] == UInt8(ascii: ">"), brackets.count < 2,
      hasSectionEnd(left.suffix(2) + right[...end])
    {
      return Array(left + brackets) + Array("&gt;".utf8) + right[(end + 1)...]
    }
    return Array(left + right)
  }
}

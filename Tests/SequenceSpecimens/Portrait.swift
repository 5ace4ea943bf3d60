import TaskSequence
import XMLTree

/// The bytes of a file, taken apart by node: what is a node's own, and what stands around the sequence.
struct Portrait {
  let bytes: [UInt8]
  /// The bytes of each node without those of the nodes inside it.
  private(set) var own: [NodeID: [UInt8]] = [:]
  /// The nodes in document order, each with how many bytes it and all inside it have.
  private(set) var whole: [NodeID: [UInt8]] = [:]

  init(of document: SequenceDocument) {
    bytes = document.serialized()
    func add(_ node: TaskNode) {
      whole[node.id] = node.element.serialized()
      own[node.id] = Self.own(of: node)
      node.children.forEach(add)
    }
    add(document.sequence)
  }

  /// The file before and after the sequence.
  func around(_ sequence: NodeID) -> [UInt8] {
    guard let inside = whole[sequence], let range = bytes.firstRange(of: inside) else { return [] }
    return Array(bytes[..<range.lowerBound] + [0] + bytes[range.upperBound...])
  }

  private static func own(of node: TaskNode) -> [UInt8] {
    var rest = node.element.serialized()[...]
    var own: [UInt8] = []
    for child in node.children {
      guard let range = rest.firstRange(of: child.element.serialized()) else { continue }
      own += rest[..<range.lowerBound]
      rest = rest[range.upperBound...]
    }
    return own + rest
  }
}

/// The bytes without white space beside tags, and every empty element as one tag: what is left when
/// only indentation may differ.
func squeezed(_ bytes: [UInt8]) -> String {
  var result: [UInt8] = []
  func trim() { while let last = result.last, isSpace(last) { result.removeLast() } }
  var index = 0
  var isAfterStart = false
  while index < bytes.count {
    let byte = bytes[index]
    guard byte == UInt8(ascii: "<") else {
      if result.last != UInt8(ascii: ">") || !isSpace(byte) { result.append(byte) }
      if !isSpace(byte) { isAfterStart = false }
      index += 1
      continue
    }
    trim()
    let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
    let isEnd = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "/")
    if isEnd, isAfterStart, result.last == UInt8(ascii: ">") {
      result.removeLast()
      trim()
      result += [UInt8(ascii: "/"), UInt8(ascii: ">")]
    } else {
      result += bytes[index...end]
      if result.suffix(2) == [UInt8(ascii: "/"), UInt8(ascii: ">")] {
        result.removeLast(2)
        trim()
        result += [UInt8(ascii: "/"), UInt8(ascii: ">")]
      }
    }
    isAfterStart = !isEnd && bytes[end - 1] != UInt8(ascii: "/")
    index = end + 1
  }
  return String(decoding: result, as: UTF8.self)
}

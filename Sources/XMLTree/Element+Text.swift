import Basics

extension Element {
  /// The character data directly inside, references resolved, line ends as LF; CDATA included.
  package var text: String {
    if let plainText { return Spelling.text.value(of: plainText.bytes) }
    var value: [UInt8] = []
    for node in children { node.appendValue(to: &value) }
    return String(decoding: value, as: UTF8.self)
  }

  /// The bytes that spell the character data, where they stand in one piece; nil where there are none.
  package var spelledText: ArraySlice<UInt8>? { plainText?.bytes }

  /// Sets the character data directly inside an element.
  ///
  /// Only the run of characters or the CDATA section in which the value changes is respelled, and
  /// there only what is new; line ends follow those of that run, else `newline`. A section stays one
  /// as long as it can hold the value. Comments and elements stay.
  package func settingText(_ value: String, newline: [UInt8]) -> Element {
    guard !value.utf8.elementsEqual(text.utf8) else { return self }
    let change = TextChange(of: self, to: Spelling.sound(value))
    guard change.isAny else { return self }
    guard let host = change.host else {
      let spelled = Spelling.text(newline: newline).spell(value.utf8)
      return replacingChildren([.characters(ByteSlice(spelled))] + children)
    }
    var nodes = children
    for run in change.runs.reversed() where run.index == host.index || change.meets(run) {
      let new = change.value(of: run, isHost: run.index == host.index)
      if let node = nodes[run.index].respelled(new, newline, keepsEmpty: run.index == host.index) {
        nodes[run.index] = node
      } else {
        nodes.remove(at: run.index)
      }
    }
    return replacingChildren(nodes)
  }
}

/// What a new text changes in the runs of characters and sections of an element.
private struct TextChange {
  struct Run {
    /// Where it stands among the children.
    var index: Int
    /// What it contributes to the old value.
    var range: Range<Int>
    var isSection: Bool
  }

  private let old: [UInt8]
  private let new: [UInt8]
  private(set) var runs: [Run] = []
  /// What goes from the old value.
  private let gone: Range<Int>

  init(of element: Element, to new: [UInt8]) {
    var value: [UInt8] = []
    for (index, child) in element.children.enumerated() {
      let start = value.count
      child.appendValue(to: &value)
      switch child {
      case .characters: runs.append(Run(index: index, range: start..<value.count, isSection: false))
      case .cdata: runs.append(Run(index: index, range: start..<value.count, isSection: true))
      case .element, .markup: break
      }
    }
    (old, self.new) = (value, new)
    func isInsideScalar(_ bytes: [UInt8], _ index: Int) -> Bool {
      index < bytes.count && bytes[index] & 0xC0 == 0x80
    }
    var head = old.sharedHead(with: new, by: ==)
    while isInsideScalar(old, head) || isInsideScalar(new, head) { head -= 1 }
    var tail = old[head...].sharedTail(with: new[head...], by: ==)
    while isInsideScalar(old, old.count - tail) { tail -= 1 }
    gone = head..<old.count - tail
  }

  var isAny: Bool { !gone.isEmpty || new.count > old.count }

  /// The run that takes what is new: the first section the change meets, else the first run.
  var host: Run? {
    let met = runs.filter(meets)
    return met.first(where: \.isSection) ?? met.first
  }

  func meets(_ run: Run) -> Bool {
    gone.isEmpty
      ? run.range.lowerBound <= gone.lowerBound && gone.lowerBound <= run.range.upperBound
      : run.range.overlaps(gone)
  }

  func value(of run: Run, isHost: Bool) -> [UInt8] {
    let range = run.range
    let head = old[range.lowerBound..<max(range.lowerBound, min(range.upperBound, gone.lowerBound))]
    let tail = old[min(range.upperBound, max(range.lowerBound, gone.upperBound))..<range.upperBound]
    let inserted = new.count - (old.count - gone.count)
    let middle = isHost ? new[gone.lowerBound..<gone.lowerBound + inserted] : []
    return Array(head + middle + tail)
  }
}

extension Node {
  /// Appends what character data stands for; nothing for other nodes.
  fileprivate func appendValue(to value: inout [UInt8]) {
    switch self {
    case .characters(let slice): Spelling.text.decode(slice.bytes, into: &value)
    case .cdata(let slice): Spelling.cdata.decode(slice.section, into: &value)
    case .element, .markup: break
    }
  }

  /// The same kind of node for another value where that can hold it; nil for one that is empty.
  fileprivate func respelled(_ value: [UInt8], _ newline: [UInt8], keepsEmpty: Bool) -> Node? {
    let text = String(decoding: value, as: UTF8.self)
    let spelling = Spelling.text(newline: newline)
    switch self {
    case .element, .markup: return self
    case .characters(let slice):
      return value.isEmpty ? nil : .characters(ByteSlice(spelling.respell(slice.bytes, as: text)))
    case .cdata where value.isEmpty && !keepsEmpty: return nil
    case .cdata where value.contains(0x0D) || hasSectionEnd(value):
      return .characters(ByteSlice(spelling.spell(value)))
    case .cdata(let slice):
      let inside = Spelling.cdata(newline: newline).respell(slice.section, as: text)
      let section = Array("<![CDATA[".utf8) + inside + Array("]]>".utf8)
      return .cdata(ByteSlice(section))
    }
  }
}

extension ByteSlice {
  /// What stands between `<![CDATA[` and `]]>`.
  var section: ArraySlice<UInt8> { bytes.dropFirst(9).dropLast(3) }
}

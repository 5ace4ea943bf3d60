/// A line of a record somebody copied: out of a viewer, out of an article, or without any time.
///
/// Blanks are lost at times, tabs become blanks, and dates have the habit of who copied them.
struct CopiedLine {
  struct Parts {
    var message: Range<Int>
    var component: Range<Int>
    var time: LogTime?
  }

  private let bytes: LogBytes

  init(_ bytes: LogBytes) { self.bytes = bytes }

  // MARK: The message behind

  /// The beginning of a record whose time and component come first, its message last:
  /// `MM-DD-YYYY HH:MM:SS.mmm component thread (0x...) message`, or the engine's name and the message
  /// alone.
  func head(_ range: Range<Int>, _ times: inout TimeReader) -> Parts? {
    if bytes[range.lowerBound] &- 0x30 < 10 { return dated(range, &times) }
    guard bytes[range.lowerBound] | 0x20 == UInt8(ascii: "t") else { return nil }
    for name in ["TSManager", "TSMBootstrap"] as [StaticString] {
      let end = range.lowerBound + name.utf8CodeUnitCount
      guard end < range.upperBound, bytes.isSame(range.lowerBound..<end, as: name),
        isBlank(end), !(tail(range, &times) != nil)
      else { continue }
      return Parts(
        message: bytes.trimmed(end..<range.upperBound), component: range.lowerBound..<end)
    }
    return nil
  }

  private func dated(_ range: Range<Int>, _ times: inout TimeReader) -> Parts? {
    var cursor = range.lowerBound
    guard times.threeNumbers(&cursor, range.upperBound) != nil else { return nil }
    let date = range.lowerBound..<cursor
    skipBlanks(&cursor, range.upperBound)
    let clock = cursor
    guard times.clock(&cursor, range.upperBound) != nil else { return nil }
    if bytes[cursor] == UInt8(ascii: "+") || bytes[cursor] == UInt8(ascii: "-") {
      cursor += 1
      skipDigits(&cursor, range.upperBound)
    }
    let time = clock..<cursor
    skipBlanks(&cursor, range.upperBound)
    let name = cursor
    while cursor < range.upperBound, isNameByte(bytes[cursor]), !isThread(cursor, range.upperBound)
    {
      cursor += 1
    }
    let component = name..<cursor
    skipBlanks(&cursor, range.upperBound)
    guard !component.isEmpty, let message = thread(cursor, range.upperBound) else { return nil }
    return Parts(
      message: bytes.trimmed(message..<range.upperBound), component: component,
      time: times.copied(date: date, time: time, half: nil))
  }

  /// Whether a thread's number stands at a place, where its blank was lost.
  private func isThread(_ place: Int, _ end: Int) -> Bool {
    bytes[place] &- 0x30 < 10 && thread(place, end) != nil
  }

  /// The place behind `1208 (0x4B8)`.
  private func thread(_ place: Int, _ end: Int) -> Int? {
    var cursor = place
    skipDigits(&cursor, end)
    guard cursor > place else { return nil }
    skipBlanks(&cursor, end)
    guard bytes.has("(0x", at: cursor, before: end) || bytes.has("(0X", at: cursor, before: end),
      let close = bytes.first(UInt8(ascii: ")"), in: cursor..<min(end, cursor + 16))
    else { return nil }
    return close + 1
  }

  // MARK: The message before

  /// The end of a record whose message comes first: `message component date time thread (0x...)`, as
  /// viewers copy it, or `message $$<component><date time><thread=...>`, as old logs have it.
  func tail(_ range: Range<Int>, _ times: inout TimeReader) -> Parts? {
    switch bytes[range.upperBound - 1] {
    case UInt8(ascii: ")"): return viewed(range, &times)
    case UInt8(ascii: ">"): return bracketed(range, &times)
    default: return nil
    }
  }

  private func viewed(_ range: Range<Int>, _ times: inout TimeReader) -> Parts? {
    var words = Words(bytes, range)
    guard let last = words.previous(), bytes[last.lowerBound] == UInt8(ascii: "("),
      bytes[last.lowerBound + 1] == 0x30, let thread = words.previous(),
      bytes.number(thread) != nil, var time = words.previous()
    else { return nil }
    var half: Range<Int>?
    if bytes[time.lowerBound] &- 0x30 >= 10 {
      guard time.count <= 5, let before = words.previous() else { return nil }
      (half, time) = (time, before)
    }
    guard let date = words.previous(), bytes[date.lowerBound] &- 0x30 < 10,
      let component = words.previous(), component.allSatisfy({ isNameByte(bytes[$0]) }),
      let moment = times.copied(date: date, time: time, half: half)
    else { return nil }
    return Parts(
      message: bytes.trimmed(range.lowerBound..<component.lowerBound), component: component,
      time: moment)
  }

  private func bracketed(_ range: Range<Int>, _ times: inout TimeReader) -> Parts? {
    guard let mark = bytes.last("$$<", in: range) else { return nil }
    let first = mark + 3..<range.upperBound
    guard let close = bytes.first(UInt8(ascii: ">"), in: first),
      bytes[close + 1] == UInt8(ascii: "<"),
      let end = bytes.first(
        UInt8(ascii: ">"), in: min(close + 2, range.upperBound)..<range.upperBound)
    else { return nil }
    var words = Words(bytes, close + 2..<end)
    let time = words.previous()
    let date = words.previous()
    return Parts(
      message: bytes.trimmed(range.lowerBound..<mark),
      component: bytes.trimmed(mark + 3..<close),
      time: time.flatMap { time in date.flatMap { times.copied(date: $0, time: time, half: nil) } })
  }

  // MARK: Signs

  private func isBlank(_ place: Int) -> Bool { bytes[place] == 0x20 || bytes[place] == 9 }

  private func isNameByte(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") || byte &- 0x30 < 10
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  private func skipBlanks(_ cursor: inout Int, _ end: Int) {
    while cursor < end, isBlank(cursor) { cursor += 1 }
  }

  private func skipDigits(_ cursor: inout Int, _ end: Int) {
    while cursor < end, bytes[cursor] &- 0x30 < 10 { cursor += 1 }
  }

  /// The words of a range from its end, divided by blanks and tabs.
  private struct Words {
    private let bytes: LogBytes
    private let start: Int
    private var end: Int

    init(_ bytes: LogBytes, _ range: Range<Int>) {
      self.bytes = bytes
      (start, end) = (range.lowerBound, range.upperBound)
    }

    mutating func previous() -> Range<Int>? {
      while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
      let last = end
      while end > start, bytes[end - 1] > 0x20 { end -= 1 }
      return end < last ? end..<last : nil
    }
  }
}

/// Reads the records of a log, one after the other, in whatever form each of them is.
///
/// A file may begin and end in the middle of a record, and forms may follow each other in what somebody
/// pasted. Nothing is refused: what is no record of any form is passed over. Linear in the bytes.
struct RecordReader {
  let bytes: LogBytes
  private(set) var place: Int
  private var line = 1
  private(set) var times: TimeReader
  /// Lines of which it is not known yet which record they belong to: those before the tail of a copied
  /// one.
  private var loose: (start: Int, line: Int)?
  /// A record whose beginning was read, and to which all lines belong up to the next one.
  private var open: LogRecord?
  /// What was read and not yet given away.
  private var ready: [LogRecord] = []

  init(_ bytes: LogBytes, isDayFirst: Bool = false) {
    self.bytes = bytes
    place = bytes.start
    times = TimeReader(bytes)
    times.isDayFirst = isDayFirst
  }

  /// The most bytes of loose lines a copied record can have before its last one.
  private static let most = 64 * 1024

  /// The next record; nil at the end.
  mutating func next() -> LogRecord? {
    while true {
      if !ready.isEmpty { return ready.removeFirst() }
      if place >= bytes.bytes.count {
        close()
        return ready.isEmpty ? nil : ready.removeFirst()
      }
      if bytes.has("<![LOG[", at: place, before: bytes.bytes.count) {
        loose = nil
        close()
        if let record = native() { ready.append(record) }
      } else {
        let (start, first) = (place, line)
        read(start..<endOfLine(), first)
      }
    }
  }

  /// The open record ends.
  private mutating func close() {
    if let open { ready.append(open) }
    open = nil
  }

  /// Goes behind the line it stands in, and says where that ends.
  private mutating func endOfLine() -> Int {
    let all = bytes.bytes
    var end = place
    while end < all.count, all[end] != 10, all[end] != 13 { end += 1 }
    place = end
    skipLineEnds()
    return end
  }

  private mutating func skipLineEnds() {
    while true {
      switch bytes[place] {
      case 10: line += 1
      case 13: if bytes[place + 1] != 10 { line += 1 }
      default: return
      }
      place += 1
    }
  }

  // MARK: Native records

  /// The record whose beginning it stands at; nil when that is cut, and it stands behind it then.
  private mutating func native() -> LogRecord? {
    let all = bytes.bytes
    let (start, first) = (place + 7, line)
    var end = start
    while end < all.count {
      let byte = all[end]
      if byte == UInt8(ascii: "]") {
        if bytes.has("]LOG]!>", at: end, before: all.count) {
          place = end + 7
          return attributes(of: start..<end, first)
        }
      } else if byte == 10 || byte == 13 {
        // A record cannot hold the beginning of another: it lost its end.
        place = end
        skipLineEnds()
        if bytes.has("<![LOG[", at: place, before: all.count) { return nil }
        end = place
        continue
      }
      end += 1
    }
    place = end
    return nil
  }

  /// Reads what stands behind the message, up to the end of the line or the next record.
  private mutating func attributes(of message: Range<Int>, _ first: Int) -> LogRecord {
    var record = LogRecord(message: message, component: place..<place, line: first)
    var (time, date): (Range<Int>?, Range<Int>?) = (nil, nil)
    let end = attributeEnd()
    var cursor = place
    while let equals = bytes.first(UInt8(ascii: "="), in: cursor..<end) {
      guard bytes[equals + 1] == UInt8(ascii: "\""),
        let close = bytes.first(UInt8(ascii: "\""), in: equals + 2..<max(equals + 2, end))
      else { break }
      let name = cursor..<equals
      if bytes.rest(of: name, before: "component") != nil {
        record.component = bytes.trimmed(equals + 2..<close)
      } else if bytes.rest(of: name, before: "time") != nil {
        time = equals + 2..<close
      } else if bytes.rest(of: name, before: "date") != nil {
        date = equals + 2..<close
      }
      cursor = close + 1
      // What tools write behind these three nobody asks for.
      if time != nil, date != nil, !record.component.isEmpty { break }
    }
    if let time, let date { record.time = times.native(time: time, date: date) }
    place = end
    skipBlanksAndLineEnds()
    return record
  }

  private func attributeEnd() -> Int {
    let all = bytes.bytes
    var end = place
    while end < all.count, all[end] != 10, all[end] != 13 {
      if all[end] == UInt8(ascii: ">") { return end + 1 }
      end += 1
    }
    return end
  }

  private mutating func skipBlanksAndLineEnds() {
    while true {
      skipLineEnds()
      guard bytes[place] == 0x20 || bytes[place] == 9 else { return }
      place += 1
    }
  }

  // MARK: Lines

  /// Reads a line that begins no native record.
  private mutating func read(_ whole: Range<Int>, _ number: Int) {
    let range = bytes.trimmed(unquoted(whole))
    guard !range.isEmpty else { return }
    let lines = CopiedLine(bytes)
    if let end = bytes.first("]LOG]!>", in: range) {
      // The end of a record that lost its beginning.
      loose = nil
      var cut = self
      cut.place = end + 7
      ready.append(cut.attributes(of: range.lowerBound..<end, number))
    } else if let head = lines.head(range, &times) {
      loose = nil
      close()
      open = LogRecord(head, line: number)
    } else if let tail = lines.tail(range, &times) {
      close()
      var record = LogRecord(tail, line: loose?.line ?? number)
      let start = loose?.start ?? record.message.lowerBound
      record.message = start..<max(start, record.message.upperBound)
      loose = nil
      ready.append(record)
    } else if let start = open?.message.lowerBound {
      open?.message = start..<range.upperBound
    } else if loose.map({ range.upperBound - $0.start > Self.most }) ?? true {
      loose = (range.lowerBound, number)
    }
  }

  /// A line without the sign of a quotation before it.
  private func unquoted(_ range: Range<Int>) -> Range<Int> {
    bytes[range.lowerBound] == UInt8(ascii: ">") && !range.isEmpty ? range.dropFirst() : range
  }
}

extension LogRecord {
  fileprivate init(_ copied: CopiedLine.Parts, line: Int) {
    self.init(
      message: copied.message, component: copied.component, time: copied.time, line: line)
  }
}

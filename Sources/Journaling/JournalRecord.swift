import Storage
import TaskSequence
import XMLTree

/// One thing a journal says.
///
/// In the file it is a byte for its kind, the number of its bytes (4), a checksum over kind and bytes
/// (8), and the bytes; numbers with the lowest byte first.
enum JournalRecord: Equatable {
  /// Whose journal this is, which file it is about, what the sequence in it was, and the paths of the
  /// catalogues its references were looked up in.
  ///
  /// These stand at the end: versions of the program that do not know them read up to there, and their
  /// own records end there.
  case opening(ProcessMark, file: String, base: [UInt8], catalogs: [String])
  /// Which of several sequences in the file it is about; right behind the opening.
  case member(String)
  case revision(JournalRevision)
  /// Where the editor stands, and which revision is in the file, if any, with what fingerprint.
  case position(current: UInt32, saved: UInt32?, content: Fingerprint, focus: ElementAddress?)
  /// The work was left unsaved on purpose.
  case draft

  /// What every journal begins with.
  static let signature = Array("tsedit journal 1\n".utf8)

  /// Kind, count and checksum.
  static let overhead = 13

  var encoded: [UInt8] {
    var body = RecordWriter()
    let kind: UInt8
    switch self {
    case .opening(let mark, let file, let base, let catalogs):
      let (head, tail) = Self.opening(mark, file: file, around: base, catalogs: catalogs)
      return head + base + tail
    case .revision(let revision):
      kind = 2
      revision.put(into: &body)
    case .position(let current, let saved, let content, let focus):
      kind = 3
      body.put(current)
      body.put(saved ?? UInt32.max)
      body.put(content.value)
      body.put(focus)
    case .draft: kind = 4
    case .member(let text):
      kind = 5
      body.put(text)
    }
    return Self.head(kind, body.bytes) + body.bytes
  }

  /// What stands before and after the file in the record of an opening: a long file need not be copied.
  static func opening(
    _ mark: ProcessMark, file: String, around base: [UInt8], catalogs: [String]
  ) -> (head: [UInt8], tail: [UInt8]) {
    var body = RecordWriter()
    for text in [mark.host, mark.user, file] { body.put(text) }
    body.put(UInt32(bitPattern: mark.process))
    body.put(mark.start)
    body.put(UInt64(clamping: mark.time))
    body.put(UInt32(base.count))
    var tail = RecordWriter()
    if !catalogs.isEmpty { tail.put(catalogs) }
    return (head(1, body.bytes, base, tail.bytes) + body.bytes, tail.bytes)
  }

  /// Kind, count and checksum of a record whose bytes are in several places.
  private static func head(
    _ kind: UInt8, _ body: [UInt8], _ rest: [UInt8] = [], _ end: [UInt8] = []
  ) -> [UInt8] {
    var sum = Fingerprint(of: CollectionOfOne(kind))
    sum.add(body, end.isEmpty ? rest : rest + end)
    var head = RecordWriter()
    head.put(kind)
    head.put(UInt32(body.count + rest.count + end.count))
    head.put(sum.value)
    return head.bytes
  }

  /// Reads a whole journal up to its end or the first byte that makes no sense.
  static func decode(_ journal: [UInt8]) -> (records: [JournalRecord], isWhole: Bool) {
    guard journal.starts(with: signature) else { return ([], false) }
    var rest = journal[signature.count...]
    var records: [JournalRecord] = []
    while !rest.isEmpty {
      var head = RecordReader(rest)
      guard let kind = head.number(UInt8.self), let count = head.number(UInt32.self),
        let sum = head.number(UInt64.self), rest.count - overhead >= Int(count)
      else { return (records, false) }
      let body = rest.dropFirst(overhead).prefix(Int(count))
      guard checksum(kind, body).value == sum, let record = JournalRecord(kind, body) else {
        return (records, false)
      }
      records.append(record)
      rest = rest.dropFirst(overhead + Int(count))
    }
    return (records, true)
  }

  private init?(_ kind: UInt8, _ bytes: ArraySlice<UInt8>) {
    var body = RecordReader(bytes)
    switch kind {
    case 1:
      guard let host = body.text(), let user = body.text(), let file = body.text(),
        let process = body.number(UInt32.self), let start = body.number(UInt64.self),
        let time = body.number(UInt64.self), let base = body.run(),
        let catalogs = body.isAtEnd ? [] : body.texts()
      else { return nil }
      let mark = ProcessMark(
        host: host, user: user, process: Int32(bitPattern: process), start: start,
        time: Int(clamping: time))
      self = .opening(mark, file: file, base: Array(base), catalogs: catalogs)
    case 2:
      guard let revision = JournalRevision(&body) else { return nil }
      self = .revision(revision)
    case 3:
      guard let current = body.number(UInt32.self), let saved = body.number(UInt32.self),
        let content = body.number(UInt64.self), let focus = body.address()
      else { return nil }
      self = .position(
        current: current, saved: saved == .max ? nil : saved,
        content: Fingerprint(value: content), focus: focus)
    case 4: self = .draft
    case 5:
      guard let text = body.text() else { return nil }
      self = .member(text)
    default: return nil
    }
  }

  private static func checksum(_ kind: UInt8, _ bytes: ArraySlice<UInt8>) -> Fingerprint {
    var sum = Fingerprint(of: CollectionOfOne(kind))
    sum.add(bytes)
    return sum
  }
}

/// A revision as what it changed in the bytes of the one it was made from.
struct JournalRevision: Equatable {
  var index: UInt32
  var parent: UInt32
  var label: String
  var patch: Patch
  var focusBefore: ElementAddress?
  var focusAfter: ElementAddress?
  /// How it came about; unknown in journals that were begun before this was said.
  var cause = Revision.Cause.unknown

  /// Bytes in the place of others.
  struct Patch: Equatable {
    /// How many bytes before and after stay.
    var head: UInt32
    var tail: UInt32
    var bytes: [UInt8]

    init(_ difference: ByteDifference) {
      self.init(
        head: UInt32(difference.head), tail: UInt32(difference.tail), bytes: difference.bytes)
    }

    init(head: UInt32, tail: UInt32, bytes: [UInt8]) {
      self.head = head
      self.tail = tail
      self.bytes = bytes
    }

    /// The other text; nil when the first is too short for it.
    func applied(to old: [UInt8]) -> [UInt8]? {
      guard Int(head) + Int(tail) <= old.count else { return nil }
      return old.prefix(Int(head)) + bytes + old.suffix(Int(tail))
    }
  }
}

extension JournalRevision {
  fileprivate func put(into body: inout RecordWriter) {
    body.put(index)
    body.put(parent)
    body.put(label)
    body.put(patch.head)
    body.put(patch.tail)
    body.put(patch.bytes)
    body.put(focusBefore)
    body.put(focusAfter)
    body.put(cause)
  }

  fileprivate init?(_ body: inout RecordReader) {
    guard let index = body.number(UInt32.self), let parent = body.number(UInt32.self),
      let label = body.text(), let head = body.number(UInt32.self),
      let tail = body.number(UInt32.self), let bytes = body.run(),
      let before = body.address(), let after = body.address(), let cause = body.cause()
    else { return nil }
    self.init(
      index: index, parent: parent, label: label,
      patch: Patch(head: head, tail: tail, bytes: Array(bytes)), focusBefore: before,
      focusAfter: after, cause: cause)
  }
}

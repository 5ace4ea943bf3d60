import Containers
import Journaling
import Storage
import TaskSequence

enum JournalLaw {
  private static let file = Array(
    "<sequence version=\"3.10\"><step name=\"a\"/><step name=\"b\"/></sequence>".utf8)

  /// The bytes are a journal as they are; and they are what records say that are otherwise whole.
  static func complaint(about bytes: [UInt8]) -> String? {
    complaint(of: bytes) ?? complaint(of: sealed(bytes))
  }

  private static func complaint(of journal: [UInt8]) -> String? {
    guard let recovery = try? Recovery(journal, of: "journal", written: 0) else { return nil }
    let history = recovery.history
    guard history.revisions.indices.contains(history.current) else { return "it stands nowhere" }
    _ = recovery.editCount
    for (index, revision) in history.revisions.enumerated() {
      if let parent = revision.parent, parent >= index { return "a revision of a later one" }
      let output = revision.document.serialized()
      guard let again = try? SequenceDocument(loading: output), again.serialized() == output else {
        return "a revision that cannot be read"
      }
    }
    return nil
  }

  /// Records with right lengths and checksums, which chance would never find: for each a kind, a
  /// count of bytes, the bytes.
  private static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    var reader = ByteReader(bytes)
    var journal = Array("tsedit journal 1\n".utf8)
    let opening = field("h") + field("u") + field("f") + number(1, 4) + number(0, 16) + run(file)
    put(1, opening, &journal)
    while !reader.isAtEnd {
      let (kind, count) = (reader.byte() % 6, Int(reader.byte()))
      put(kind, reader.bytes(count), &journal)
    }
    return journal
  }

  private static func put(_ kind: UInt8, _ body: [UInt8], _ journal: inout [UInt8]) {
    var sum = Fingerprint(of: CollectionOfOne(kind))
    sum.add(body)
    journal += [kind] + number(UInt64(body.count), 4) + number(sum.value, 8) + body
  }

  private static func number(_ value: UInt64, _ size: Int) -> [UInt8] {
    (0..<size).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> ($0 * 8)) : 0 }
  }

  private static func run(_ bytes: [UInt8]) -> [UInt8] { number(UInt64(bytes.count), 4) + bytes }

  private static func field(_ text: String) -> [UInt8] { run(Array(text.utf8)) }
}

import Containers
import SequenceSpecimens
@_spi(Edits) import TaskSequence
import TestSupport
import Testing
import XMLTree

/// Sequences that stand as texts in other texts go back into them as they were.
@Suite("Laws of sequences inside other texts")
struct DisguiseLawTests {
  /// A bare sequence, or a package, of a seed.
  private static func xml(_ seed: UInt64) -> [UInt8] {
    var seed = seed &* 1000
    while true {
      let file = SequenceSpecimen.make(seed, isPlain: true)
      if let carrier = try? SequenceDocument(loading: file).carrier, carrier != .export {
        return file
      }
      seed += 1
    }
  }

  private static let cases: [(UInt64, Disguise.Kind)] = Seeded.seeds(12).flatMap { seed in
    Disguise.Kind.allCases.map { (seed, $0) }
  }

  @Test(arguments: cases)
  func theSequenceIsFound(seed: UInt64, kind: Disguise.Kind) throws {
    let xml = Self.xml(seed)
    let disguise = Disguise(xml, as: kind, seed)
    for file in Self.encodings(of: disguise.text) {
      let container = try Opener().open(file)
      let isOne = container.members.count == 1 && container.bytes == file
      #expect(isOne, "seed \(seed), \(kind)")
      let document = try container.document(of: .only)
      let isWhole = document.tree.text() == xml.trimmingSpace && document.serialized() == file
      #expect(isWhole, "seed \(seed), \(kind)")
      let isSame = try container.putting([.only: document]).bytes == file
      #expect(isSame, "seed \(seed), \(kind)")
    }
  }

  /// Whatever is done, what is written says the same, and going back gives the bytes back.
  @Test(arguments: cases)
  func editsAreWritten(seed: UInt64, kind: Disguise.Kind) throws {
    var sitting = try Sitting(Disguise(Self.xml(seed), as: kind, seed).text, seed: seed)
    for _ in 0..<12 {
      let complaint = sitting.step()
      #expect(complaint == nil, "seed \(seed), \(kind)")
      let output = sitting.document.serialized()
      let again = try SequenceDocument(loading: output)
      let isSame =
        again.tree.text() == sitting.document.tree.text() && again.serialized() == output
      #expect(isSame, "seed \(seed), \(kind)")
    }
    let isBack = sitting.undoAll()
    #expect(isBack, "seed \(seed), \(kind)")
  }

  /// What an edit changes in the XML is all that it changes in the file, however that is spelled.
  @Test(arguments: cases)
  func anEditChangesItsOwnBytes(seed: UInt64, kind: Disguise.Kind) throws {
    let xml = Self.xml(seed)
    let disguise = Disguise(xml, as: kind, seed)
    let document = try SequenceDocument(loading: disguise.text)
    let skipped = xml.count - xml.trimmingStart.count
    var nodes: [TaskNode] = []
    document.sequence.walk { node, _ in
      nodes.append(node)
      return true
    }
    for node in nodes where node.kind != .sequence {
      let edit = try document.setting(.name, to: "Ä <\(node.name)> & \"ö\"", on: [node.id])
      let (old, new) = (document.tree.text(), edit.document.tree.text())
      let head = zip(old, new).prefix { $0 == $1 }.count
      let tail = zip(old[head...].reversed(), new[head...].reversed()).prefix { $0 == $1 }.count
      let start = disguise.places[head + skipped]
      let end = disguise.text.count - disguise.places[old.count - tail + skipped]
      let output = edit.document.serialized()
      let isKept =
        output.prefix(start) == disguise.text.prefix(start)
        && output.suffix(end) == disguise.text.suffix(end)
      #expect(isKept, "seed \(seed), \(kind), \(node.name)")
    }
  }

  @Test(arguments: cases)
  func positionsAreTheFiles(seed: UInt64, kind: Disguise.Kind) throws {
    let xml = Self.xml(seed)
    let disguise = Disguise(xml, as: kind, seed)
    let document = try SequenceDocument(loading: disguise.text)
    let skipped = xml.count - xml.trimmingStart.count
    var ids: [NodeID] = []
    document.sequence.walk { node, _ in
      ids.append(node.id)
      return true
    }
    let offsets = document.tree.offsets(of: Set(ids))
    let positions = document.positions(of: Set(ids))
    for id in ids {
      let offset = try #require(offsets[id])
      let lines = disguise.text[..<disguise.places[offset + skipped]].split(
        omittingEmptySubsequences: false
      ) { $0 == 0x0A }
      let column = (lines.last ?? []).count { $0 & 0xC0 != 0x80 } + 1
      let found = try #require(positions[id])
      #expect(found == (lines.count, column), "seed \(seed), \(kind)")
    }
  }

  /// A fault inside is told where it stands in the file.
  @Test(arguments: Disguise.Kind.allCases)
  func faultsAreTold(kind: Disguise.Kind) throws {
    let xml = Array("<sequence version=\"3.10\"><group name=\"ä\"><step</group></sequence>".utf8)
    let disguise = Disguise(xml, as: kind, 7)
    do throws(LoadFailure) {
      _ = try SequenceDocument(loading: disguise.text)
      Issue.record("read \(kind)")
    } catch {
      let broken = xml.firstRange(of: Array("<step".utf8))?.upperBound ?? 0
      let lines = disguise.text[..<disguise.places[broken]].split(
        omittingEmptySubsequences: false
      ) { $0 == 0x0A }
      let column = (lines.last ?? []).count { $0 & 0xC0 != 0x80 } + 1
      #expect(
        error.sentence.hasPrefix("line \(lines.count), column \(column): "), "\(error.sentence)")
    }
  }

  private static func encodings(of text: [UInt8]) -> [[UInt8]] {
    let wide = String(decoding: text, as: UTF8.self).utf16
    return [
      text, [0xEF, 0xBB, 0xBF] + text,
      [0xFF, 0xFE] + wide.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      [0xFE, 0xFF] + wide.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
    ]
  }
}

extension [UInt8] {
  fileprivate var trimmingStart: [UInt8] { Array(drop { [0x20, 9, 10, 13].contains($0) }) }
  fileprivate var trimmingSpace: [UInt8] {
    Array(trimmingStart.reversed().drop { [0x20, 9, 10, 13].contains($0) }.reversed())
  }
}

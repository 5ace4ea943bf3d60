import Containers
import SequenceSpecimens
import TaskSequence
import TestSupport
import Testing

/// What saving, journals and recovery rely on, whatever a file is made of.
@Suite("Laws of containers")
struct ContainerLawTests {
  private static func files(_ seed: UInt64) -> [[UInt8]] {
    let some = (0..<3).map { SequenceSpecimen.make(seed &* 3 &+ $0) }
    let bundle = Sheaf(some.enumerated().map { (name: "m\($0.offset)", text: $0.element) })
    // Sequences without a package's record, so that each text is the whole of one.
    let bare = (0..<40).lazy.map { SequenceSpecimen.make(seed &* 40 &+ $0, isPlain: true) }
      .filter { (try? SequenceDocument(loading: $0).carrier) == .bare }.prefix(3)
    let kind = [Disguise.Kind.serialized, .row, .text, .list][Int(seed % 4)]
    var export = ExportSpecimen.family
    export.sequences[0].xml = String(decoding: bare.first ?? [], as: UTF8.self)
    return [
      some[0], bundle.bytes, export.bytes(isDeflated: seed % 2 == 0),
      Disguise.several(Array(bare), as: kind, seed),
    ]
  }

  private static let opener = Opener(files: [Sheaf.self, PackedExport.self])

  @Test(arguments: Seeded.seeds(20))
  func bytesComeBack(seed: UInt64) throws {
    for file in Self.files(seed) {
      let container = try Self.opener.open(file)
      #expect(container.bytes == file && !container.members.isEmpty, "seed \(seed)")
      var same: [MemberID: SequenceDocument] = [:]
      for member in container.members {
        let document = try container.document(of: member.id)
        same[member.id] = document
        // A member alone is a file of its own.
        let alone = try Self.opener.open(document.serialized())
        #expect(alone.bytes == document.serialized() && alone.members.count == 1, "seed \(seed)")
      }
      #expect(try container.putting(same).bytes == file, "seed \(seed)")
      let stranger = Dictionary(uniqueKeysWithValues: same.map { (MemberID("none"), $1) }.prefix(1))
      #expect(throws: Refusal.self, "seed \(seed)") { try container.putting(stranger) }
    }
  }

  @Test(arguments: Seeded.seeds(20))
  func onlyWhatIsPutInChanges(seed: UInt64) throws {
    var random = Seeded(seed)
    for file in Self.files(seed) {
      let container = try Self.opener.open(file)
      let member = random.pick(container.members).id
      var sitting = try Sitting(try container.document(of: member).serialized(), seed: seed)
      for _ in 0..<5 { _ = sitting.step() }
      let changed = try container.putting([member: sitting.document])
      let again = try Self.opener.open(changed.bytes)
      #expect(again.members.map(\.id) == container.members.map(\.id), "seed \(seed)")
      for other in container.members.map(\.id) {
        let text = try again.document(of: other).serialized()
        let wanted = other == member ? sitting.document : try container.document(of: other)
        #expect(text == wanted.serialized(), "seed \(seed)")
      }
      let old = try container.document(of: member)
      #expect(try again.putting([member: old]).bytes == file, "seed \(seed)")
    }
  }

  @Test func aMemberThatIsNotThereIsToldInWords() throws {
    let bundle = try Self.opener.open(Self.files(1)[1])
    #expect(throws: LoadFailure.noMember(MemberID("x"))) {
      try bundle.document(of: MemberID("x"))
    }
    #expect(throws: LoadFailure.notASequence("it holds several sequences")) {
      try bundle.document(of: .only)
    }
  }
}

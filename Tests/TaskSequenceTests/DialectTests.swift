import Containers
import SequenceSpecimens
@_spi(Edits) import TaskSequence
import TestSupport
import Testing
import XMLTree

/// `TSEDIT_SEED` makes other sessions of them.
@Suite("A file is for one product from its opening on")
struct DialectTests {
  private static let hidden =
    "<step name=\"s\" type=\"T\"><defaultVarList><variable name=\"A\" property=\"A\" hidden=\"true\">"
    + "1</variable></defaultVarList></step>"
  private static let child = "<group name=\"g\"><subtasksequence name=\"c\"/></group>"
  private static let list = "<referenceList><reference package=\"ABC00001\"/></referenceList>"
  /// What files of both products hold.
  private static let both =
    "<globalVarList><variable name=\"OSGUID\" property=\"OSGUID\">{1}</variable></globalVarList>"
    + "<group name=\"g\" expand=\"true\"><step name=\"s\" startIn=\"\" disable=\"false\">"
    + "<action>cscript.exe \"%SCRIPTROOT%\\a.wsf\"</action></step></group>"

  private static let files: [(start: String, inner: String, dialect: Dialect)] = [
    // A name outdoes all but a carrier.
    ("version=\"3.00\" name=\"n\"", both, .mdt), ("version=\"3.07\" name=\"n\"", both, .mdt),
    ("version=\"3.10\" name=\"\"", list + hidden + child, .mdt), ("name='n'", hidden, .mdt),
    // A version above 3.00, by its numbers.
    ("version=\"3.10\"", "", .configurationManager),
    ("version=\"3.01\"", both, .configurationManager),
    ("version=\"3.1\"", both, .configurationManager),
    ("version=\"4.0\"", "", .configurationManager),
    ("version=\"3.00\"", both, .mdt), ("version=\"3\"", both, .mdt),
    ("version=\"3.0\"", both, .mdt),
    ("version=\"2.99\"", both, .mdt), ("version=\"soon\"", both, .mdt), ("version=\"\"", "", .mdt),
    // What only Configuration Manager writes, however deep and late.
    ("version=\"3.00\"", list + both, .configurationManager),
    ("version=\"3.00\"", both + child, .configurationManager),
    ("", both + hidden, .configurationManager),
    ("version=\"3.00\"", both + "<group name=\"h\">\(hidden)</group>", .configurationManager),
    ("version=\"3.00\"", hidden.replacing("\"true\"", with: "\"false\""), .mdt),
    // Nothing says it.
    ("", "", .mdt), ("version=\"3.00\"", both, .mdt),
  ]

  private static func sequence(_ start: String, _ inner: String) -> String {
    "<sequence \(start)>\(inner)</sequence>"
  }

  @Test(arguments: files)
  func theFirstSignDecides(start: String, inner: String, dialect: Dialect) throws {
    let sequence = Self.sequence(start, inner)
    #expect(try Draft(sequence).document.dialect == dialect)
    // A carrier is Configuration Manager's, whatever it carries.
    let package =
      "<SmsTaskSequencePackage><SequenceData>\(sequence)</SequenceData></SmsTaskSequencePackage>"
    let export =
      "<INSTANCE CLASSNAME=\"SMS_TaskSequencePackage\"><PROPERTY NAME=\"Sequence\"><VALUE><![CDATA["
      + "\(sequence)]]></VALUE></PROPERTY></INSTANCE>"
    for carried in [package, export] {
      #expect(try Draft(carried).document.dialect == .configurationManager)
    }
  }

  /// Files with as little of a sign as there is, under edits as a person makes them: the session keeps
  /// its answer, and what it saves gives the same again as long as a sign is left.
  @Test(arguments: Seeded.seeds(24))
  func everyEditKeepsIt(seed: UInt64) throws {
    let (start, inner, dialect) = Self.files[Int(seed % UInt64(Self.files.count))]
    var sitting = try Sitting(Array(Self.sequence(start, inner + Self.both).utf8), seed: seed)
    for _ in 0..<40 {
      if let complaint = sitting.step() {
        Issue.record("seed \(seed): \(complaint)")
        return
      }
      #expect(sitting.document.dialect == dialect, "seed \(seed)")
      let bytes = sitting.document.serialized()
      let text = String(decoding: bytes, as: UTF8.self)
      let hasSign =
        dialect == .mdt
        || [start, "<referenceList", "<subtasksequence", "hidden=\"true\""].contains {
          !$0.isEmpty && $0 != "version=\"3.00\"" && text.contains($0)
        }
      guard hasSign else { continue }
      #expect(try SequenceDocument(loading: bytes).dialect == dialect, "seed \(seed): \(text)")
    }
  }

  /// The last sign goes: the session, a reload and what is opened in another way differ, as they must.
  @Test func aSessionKeepsWhatIsGone() throws {
    let opened = try Draft(Self.sequence("version=\"3.00\"", Self.hidden + Self.both)).document
    let step = try #require(opened.sequence.children.first)
    let edited = try opened.removing([step.id]).document
    #expect(edited.dialect == .configurationManager)
    let again = try SequenceDocument(loading: edited.serialized())
    #expect(again.dialect == .mdt)
    #expect(edited.reloaded(as: again).document.dialect == .configurationManager)
    // Also where the reading shares no element with what was there.
    let other = try Draft("<sequence name=\"n\"/>").document
    #expect(edited.reloaded(as: other).document.dialect == .configurationManager)
  }

  /// No edit makes a file one for the other product.
  @Test func whatWouldChangeItIsRefused() throws {
    let manager = try Draft("<sequence version=\"3.00\">\(Self.hidden)</sequence>")
    for property in [Property.name, .description] {
      let reason = manager.refusal {
        try $0.document.setting(property, to: "n", on: [$0.document.sequenceID])
      }
      #expect(reason?.hasSuffix("; the site does") == true)
    }
    var mdt = try Draft("<sequence version=\"3.00\"><step name=\"s\"/></sequence>")
    for xml in [Self.hidden, Self.child] {
      func paste(_ draft: Draft) throws -> Edit {
        try draft.document.inserting(
          xml: Array(xml.utf8), at: .end(of: draft.document.sequenceID), knowing: Templates())
      }
      #expect(mdt.refusal(paste)?.hasSuffix("it needs a name") == true)
      var named = mdt
      try named.make { try $0.document.setting(.name, to: "n", on: [$0.document.sequenceID]) }
      try named.make(paste)
      #expect(try SequenceDocument(loading: named.document.serialized()).dialect == .mdt)
      let unnaming = named.refusal {
        try $0.document.setting(.name, to: nil, on: [$0.document.sequenceID])
      }
      #expect(unnaming?.hasSuffix("it needs a name") == true)
    }
    try mdt.make {
      try $0.document.inserting(
        xml: Array("<step name=\"t\"/>".utf8), at: .end(of: $0.document.sequenceID),
        knowing: Templates())
    }
  }

  @Test(.enabled(if: Corpus.isThere, "\(Corpus.skipped)"))
  func realFiles() throws {
    let kinds: [(kind: String, dialect: Dialect)] = [
      ("mdt-ts", .mdt), ("cm-sequence", .configurationManager),
    ]
    var counts: [Dialect: Int] = [:]
    for (kind, dialect) in kinds {
      for (path, bytes) in Corpus.files(ofKind: kind) {
        guard let container = try? Opener().open(bytes) else { continue }
        for member in container.members {
          let document = try container.document(of: member.id)
          counts[document.dialect, default: 0] += 1
          #expect(document.dialect == dialect, "\(path)")
          // So it is without what is around it.
          guard document.carrier != .bare else { continue }
          let bare = try SequenceDocument(loading: document.sequence.element.serialized())
          #expect(bare.dialect == dialect, "\(path)")
        }
      }
    }
    // The list's numbers, without the two files that are malformed.
    #expect(counts.values.reduce(0, +) == 153, "\(counts)")
  }

  /// The sequences inside archives are exports, and without what is around them they say it themselves.
  @Test(.enabled(if: Corpus.isThere && Corpus.canUnpack, "\(Corpus.skipped), and unzip"))
  func realArchives() throws {
    let files = try Corpus.packedFiles()
    #expect(files.count == 18)
    for (path, bytes) in files {
      let document = try SequenceDocument(loading: bytes)
      #expect(document.dialect == .configurationManager, "\(path)")
      let bare = try SequenceDocument(loading: document.sequence.element.serialized())
      #expect(bare.dialect == .configurationManager, "\(path)")
    }
  }
}

import Containers
import ObjectCatalog
import References
import TaskSequence
import TestSupport
import Testing
import XMLTree

@testable import Operations

/// What is done and undone by hand leaves no trace in the file: switches, and the list of references
/// that follows them.
@Suite struct BackByHandTests {
  private static func step(_ id: String, _ head: String) -> String {
    """
    <step type="SMS_TaskSequence_RunCommandLineAction" name="S"\(head)><action>smsswd.exe /run:\(id) a\
    </action><defaultVarList><variable name="CommandLine" property="CommandLine" hidden="true">a\
    </variable><variable name="PackageID" property="PackageID" hidden="true">\(id)</variable>\
    </defaultVarList></step>
    """
  }

  /// A sequence of Configuration Manager, its list of references anywhere among its children.
  private static func text(_ seeded: inout Seeded, isListed: Bool = true) -> String {
    let spellings = [
      "", "", " disable=\"false\"", " disable=\"False\" description=\"d\"",
      " continueOnError='FALSE' disable = 'false'",
    ]
    let ids = (0..<2 + seeded.below(4)).map { _ in "ABC0000\(seeded.below(3))" }
    var pieces = ids.map { step($0, seeded.pick(spellings)) }
    if seeded.chance(40) { pieces = ["<group name=\"G\">\(pieces.joined())</group>"] }
    for more in ["<!-- note -->", "<globalVarList/>", "<group name=\"E\"/>"] where seeded.chance(40)
    {
      pieces.insert(more, at: seeded.below(pieces.count + 1))
    }
    if isListed, seeded.chance(90) {
      var entries: [String] = []
      for id in ids where !entries.contains(id) { entries.append(id) }
      if seeded.chance(20) { entries.append("ABC00009") }
      let blank = seeded.pick(["", "", "\n    ", " "])
      let list = entries.map { blank + "<reference package=\"\($0)\"/>" }.joined() + blank
      pieces.insert(
        "<referenceList>\(list)</referenceList>", at: seeded.below(pieces.count + 1))
    }
    let blanks = ["", "\n", "\n  ", "\r\n\t", "\n\n", " "]
    let even = seeded.pick(blanks)
    let isEven = seeded.chance(60)
    let inside = pieces.map { (isEven ? even : seeded.pick(blanks)) + $0 }.joined()
    return "<sequence version=\"3.10\">\(inside)\(seeded.pick(blanks))</sequence>"
  }

  @Test(arguments: Seeded.seeds(150))
  func switchesGoBack(seed: UInt64) throws {
    var seeded = Seeded(seed)
    let text = Self.text(&seeded)
    let saved = try SequenceDocument(loading: Array(text.utf8))
    var document = saved
    var check = ReferenceCheck(catalog: Catalog())
    var switched: [NodePath] = []
    saved.sequence.walk { node, _ in
      if seeded.chance(70) { switched += saved.paths(of: [node.id]) }
      return true
    }
    func apply(_ operation: some Operation) throws {
      document = try document.applying(keeping: &check, saved: saved) {
        (chain) throws(Refusal) in try chain.apply(operation)
      }.document
    }
    let isDisabling = seeded.chance(70)
    for isOn in [true, false] {
      for path in switched.shuffled(using: &seeded) {
        if isDisabling {
          try apply(DisableNodes([path], isDisabled: isOn))
        } else {
          try apply(ContinueOnError([path], isOn: isOn))
        }
      }
    }
    #expect(String(decoding: document.serialized(), as: UTF8.self) == text)
  }

  /// A sequence without a list of references gets none, whatever is done.
  @Test(arguments: Seeded.seeds(40))
  func noListIsMade(seed: UInt64) throws {
    var seeded = Seeded(seed)
    let text = Self.text(&seeded, isListed: false)
    let saved = try SequenceDocument(loading: Array(text.utf8))
    var document = saved
    var check = ReferenceCheck(catalog: Catalog())
    for _ in 0..<20 {
      var all: [NodeID] = []
      document.sequence.walk { node, _ in
        all.append(node.id)
        return true
      }
      guard !all.isEmpty else { break }
      let some = document.paths(of: [seeded.pick(all)])
      let operation: any Operation =
        switch seeded.below(5) {
        case 0: DisableNodes(some, isDisabled: seeded.chance(50))
        case 1: DuplicateNodes(some)
        case 2: SetValue(.variable("PackageID"), to: "ABC0000\(seeded.below(9))", of: some)
        case 3: AddXML(Self.step("ABC00007", ""), .after(some[0]))
        default: RemoveNodes(some)
        }
      let before = document
      document =
        (try? before.applying(keeping: &check, saved: saved) { (chain) throws(Refusal) in
          try chain.apply(operation)
        })?.document ?? document
      #expect(ReferenceList(of: document.sequence) == nil, "\(operation.text)")
    }
  }
}

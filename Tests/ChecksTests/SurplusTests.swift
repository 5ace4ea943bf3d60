import Conditions
import Containers
import ObjectCatalog
import Operations
import References
import TaskSequence
import TestSupport
import Testing
import VariableCatalog
import XMLTree

@testable import Checks

/// What stands twice, and what stands where no view of a node shows it.
@Suite struct SurplusTests {
  /// One thing that a script may have left in a step or a group; `%Seen%` stands in each.
  private enum Plant: CaseIterable {
    case condition, stray, action, list, hidden, deeper, attribute

    func xml(_ name: String, isStep: Bool) -> String {
      let test =
        "<expression type=\"SMS_TaskSequence_VariableConditionExpression\">"
        + "<variable name=\"Operator\">equals</variable><variable name=\"Value\">1</variable>"
        + "<variable name=\"Variable\">\(name)</variable></expression>"
      return switch self {
      case .condition: "<condition>\(test)</condition>"
      case .stray: test
      case .action: "<action>smsswd.exe /run:ABC00077 x %\(name)%</action>"
      case .list:
        "<defaultVarList><variable name=\"Extra\" property=\"Extra\">%\(name)%</variable>"
          + "</defaultVarList>"
      case .hidden: "<steps><step name=\"H\"><action>run %\(name)%</action></step></steps>"
      case .deeper:
        "<a><b><group name=\"D\"><step name=\"E\"><action>run %\(name)%</action></step></group></b></a>"
      case .attribute: "<a run=\"%\(name)%\"><step name=\"F\"/></a>"
      }
    }

    /// Whether it is only seen, and no fault by itself: stock templates have some.
    var isStock: Bool { self == .stray }
  }

  private struct Planted {
    let document: SequenceDocument
    /// What was planted, by the name of the variable in it, and the name of its node.
    let plants: [(name: String, plant: Plant, node: String)]
  }

  private static func planted(_ seeded: inout Seeded) throws -> Planted {
    var plants: [(name: String, plant: Plant, node: String)] = []
    func some(of node: String, isStep: Bool) -> String {
      var all = Plant.allCases.filter { isStep || ![.action, .list].contains($0) }
      all.shuffle(using: &seeded)
      return all.prefix(seeded.below(3)).map { plant in
        let name = "Seen\(plants.count)X"
        plants.append((name, plant, node))
        return plant.xml(name, isStep: isStep)
      }.joined()
    }
    let own =
      "<condition><expression type=\"SMS_TaskSequence_VariableConditionExpression\">"
      + "<variable name=\"Operator\">exists</variable><variable name=\"Variable\">Own</variable>"
      + "</expression></condition>"
    let step =
      "<action>smsswd.exe /run: a.cmd</action><defaultVarList><variable name=\"CommandLine\" "
      + "property=\"CommandLine\" hidden=\"true\">a.cmd</variable></defaultVarList>"
    let groups = (0..<3).map { number in
      let steps = (0..<3).map { index in
        let name = "S\(number)\(index)"
        return "<step type=\"SMS_TaskSequence_RunCommandLineAction\" name=\"\(name)\">\(own)\(step)"
          + some(of: name, isStep: true) + "</step>"
      }
      return "<group name=\"G\(number)\">\(own)\(some(of: "G\(number)", isStep: false))"
        + steps.joined() + "</group>"
    }
    let text = "<sequence version=\"3.10\">\(groups.joined())</sequence>"
    return Planted(document: try SequenceDocument(loading: Array(text.utf8)), plants: plants)
  }

  private static func node(_ name: String, in document: SequenceDocument) -> TaskNode? {
    var found: TaskNode?
    document.sequence.walk { node, _ in
      if node.name == name { found = node }
      return true
    }
    return found
  }

  /// Whatever stands there is found, read, replaced and renamed.
  @Test(arguments: Seeded.seeds(40))
  func allOfItIsSeen(seed: UInt64) throws {
    var seeded = Seeded(seed)
    let planted = try Self.planted(&seeded)
    let document = planted.document
    var check = SequenceCheck(catalog: Catalog(), rules: .marked)
    check.look(at: document)
    let uses = VariableUses(of: document)
    for (name, plant, title) in planted.plants {
      let node = try #require(Self.node(title, in: document))
      #expect(uses.named(name)?.uses.first?.place.node.id == node.id, "\(plant)")
      let told = check.findings(in: node).filter { $0.rule == "XML01" }
      #expect(told.isEmpty == false || plant.isStock, "\(plant)")
      let replaced = try document.applying(
        ReplaceText(Replacement(find: name, with: "Changed"))
      ).document
      let isLeft = String(decoding: replaced.serialized(), as: UTF8.self).contains(name)
      #expect(!isLeft, "\(plant)")
      let renamed = try document.applying(RenameVariable(name, to: "Other")).document
      #expect(
        !String(decoding: renamed.serialized(), as: UTF8.self).contains(name), "\(plant)")
      if plant == .action {
        #expect(check.references.references(of: node).contains { $0.id == "ABC00077" })
      }
    }
    for node in Set(planted.plants.map(\.node)) {
      let node = try #require(Self.node(node, in: document))
      let all = planted.plants.filter { $0.node == node.name && !$0.plant.isStock }
      #expect(check.findings(in: node).contains { $0.rule == "XML01" } == !all.isEmpty)
    }
  }

  /// No edit leaves a second one of what it changed without a word.
  @Test(arguments: Seeded.seeds(40))
  func nothingIsLeftInSilence(seed: UInt64) throws {
    var seeded = Seeded(seed)
    let planted = try Self.planted(&seeded)
    let document = planted.document
    let always = try #require(try ConditionText.parse("A = 1"))
    for (name, plant, title) in planted.plants {
      let node = try #require(Self.node(title, in: document))
      let paths = document.paths(of: [node.id])
      let edits: [any Operation] =
        switch plant {
        case .condition, .stray:
          [
            ChangeCondition(.clear, of: paths), ChangeCondition(.set(always), of: paths),
            ChangeCondition(.add(always), of: paths),
          ]
        case .action: [SetValue(.command, to: "smsswd.exe /run: b.cmd", of: paths)]
        default: []
        }
      for edit in edits {
        let made = try document.applying(edit)
        let text = String(decoding: made.document.serialized(), as: UTF8.self)
        #expect(
          !text.contains(name) || made.notes.contains { $0.contains("“\(title)”") },
          "\(edit.text): \(made.notes)")
      }
      if plant == .condition {
        let cleared = try document.applying(ChangeCondition(.clear, of: paths))
        let text = String(decoding: cleared.document.serialized(), as: UTF8.self)
        #expect(!text.contains(name) && !cleared.notes.isEmpty)
      }
    }
    for group in ["G0", "G1", "G2"] {
      let node = try #require(Self.node(group, in: document))
      let made = try document.applying(
        UngroupNodes(document.paths(of: [node.id]), keepsCondition: true))
      let text = String(decoding: made.document.serialized(), as: UTF8.self)
      for plant in planted.plants where plant.plant != .stray {
        #expect(text.contains(plant.name), "\(plant)")
      }
    }
  }

  /// What is done about it by hand, there and back.
  @Test(arguments: Seeded.seeds(20))
  func eachCanBeRemovedAndJoined(seed: UInt64) throws {
    var seeded = Seeded(seed)
    let document = try Self.planted(&seeded).document
    for title in ["G0", "S00", "S01", "S10", "S22"] {
      let node = try #require(Self.node(title, in: document))
      let path = try #require(document.path(of: node.id))
      for (index, surplus) in node.surplus.enumerated() {
        let gone = try document.applying(ChangeSurplus(index + 1, of: path, isKept: false))
        #expect(gone.document.tree.element(surplus.element.id) == nil)
        guard let kept = try? document.applying(ChangeSurplus(index + 1, of: path, isKept: true))
        else { continue }
        #expect(kept.document.tree.element(surplus.element.id) == nil)
        let names = VariableUses(of: document).all.map(\.name)
        #expect(VariableUses(of: kept.document).all.map(\.name) == names)
      }
    }
  }

  @Test func aSecondListOfReferencesIsRead() throws {
    let text = """
      <sequence version="3.10"><referenceList><reference package="ABC00001"/></referenceList>\
      <referenceList><reference package="ABC00002"/></referenceList>\
      <group name="G"/></sequence>
      """
    let document = try SequenceDocument(loading: Array(text.utf8))
    var check = SequenceCheck(catalog: Catalog(), rules: .marked)
    check.look(at: document)
    #expect(check.references.references.map(\.id) == ["ABC00001", "ABC00002"])
    #expect(check.findings(of: document).map(\.rule) == ["XML01", "REF05", "REF05"])
    let fix = try #require(check.findings(of: document)[0].fixes(in: document).first)
    let joined = try document.applying(fix.apply)
    #expect(
      String(decoding: joined.document.serialized(), as: UTF8.self) == """
        <sequence version="3.10"><referenceList><reference package="ABC00001"/>\
        <reference package="ABC00002"/></referenceList><group name="G"/></sequence>
        """)
  }

  @Test(.enabled(if: SituationFiles.areThere, Comment(rawValue: SituationFiles.skipped)))
  func theCasesFromTheField() throws {
    for (file, title) in [
      ("15-two-conditions.xml", "Inject Drivers"), ("56-two-actions.xml", "Acts"),
    ] {
      let document = try SequenceDocument(loading: try #require(SituationFiles.bytes(of: file)))
      var check = SequenceCheck(catalog: Catalog(), rules: .marked)
      check.look(at: document)
      let node = try #require(Self.node(title, in: document))
      #expect(check.findings(in: node).map(\.rule) == ["XML01"])
    }
    let document = try SequenceDocument(
      loading: try #require(SituationFiles.bytes(of: "56-two-actions.xml")))
    var check = ReferenceCheck(catalog: Catalog())
    check.look(at: document)
    #expect(check.references.map(\.id) == ["FLD00077"])
  }
}

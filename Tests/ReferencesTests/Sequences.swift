import Containers
import ObjectCatalog
import StepCatalog
@_spi(Edits) import TaskSequence
import TestSupport

@testable import Operations
@testable import References

/// Small sequences of ConfigMgr that reference things, and random edits of them.
enum Sequences {
  static func document(_ steps: [String], isIndented: Bool = false) throws -> SequenceDocument {
    let newline = isIndented ? "\n" : ""
    let body = steps.map { (isIndented ? "  " : "") + $0 + newline }.joined()
    let bare = try SequenceDocument(
      loading: Array("<sequence version=\"3.10\">\(newline)\(body)</sequence>".utf8))
    // As a site has it, with the list in place.
    return try SequenceDocument(
      loading: bare.listing(ListedReferences(of: bare).entries).serialized())
  }

  static func step(_ type: String, _ variables: [(String, String)], _ more: String = "") -> String {
    let list = variables.map { "<variable name=\"\($0)\" property=\"\($0)\">\($1)</variable>" }
    return "<step type=\"\(type)\" name=\"S\"\(more)><action>x</action><defaultVarList>"
      + list.joined() + "</defaultVarList></step>"
  }

  static func command(_ id: String, isDisabled: Bool = false) -> String {
    step(
      "SMS_TaskSequence_RunCommandLineAction", [("PackageID", id)],
      isDisabled ? " disable=\"true\"" : "")
  }

  static func program(_ id: String, _ name: String) -> String {
    step(
      "SMS_TaskSequence_InstallSoftwareAction", [("PackageID", id), ("_SMSSWDProgramName", name)])
  }

  static func applications(_ list: String) -> String {
    step("SMS_TaskSequence_InstallApplicationAction", [("ApplicationName", list)])
  }

  static func child(_ id: String, needs: String) -> String {
    let variables = [
      ("OSDSubTasksequencePackageID", id), ("OSDSubTasksequenceTsReferencePackages", needs),
    ].map { "<variable name=\"\($0)\" property=\"\($0)\">\($1)</variable>" }.joined()
    return "<subtasksequence type=\"SMS_TaskSequence_SubTasksequence\" name=\"C\">"
      + "<action>SubTasksequence.exe</action><defaultVarList>\(variables)</defaultVarList>"
      + "</subtasksequence>"
  }

  // MARK: Random ones

  private static let ids = ["ABC00001", "ABC00002", "ABC00003", "00000000", "", "%P%"]

  static func random(_ random: inout Seeded) -> [String] {
    (0..<6).map { _ in
      switch random.below(4) {
      case 0: applications(random.pick(["S/A", "S/B,S/A", "S/C"]))
      case 1: program(random.pick(ids), random.pick(["Install", "Remove"]))
      case 2: child("ABC00020", needs: random.pick(["", "ABC00001", "ABC00003,ABC00002"]))
      default: command(random.pick(ids), isDisabled: random.chance(20))
      }
    }
  }

  /// An edit of a node that is picked; nil when the document does not allow it.
  static func edit(_ document: SequenceDocument, _ random: inout Seeded) -> Edit? {
    var nodes: [TaskNode] = []
    document.sequence.walk { node, _ in
      nodes.append(node)
      return true
    }
    guard !nodes.isEmpty else { return nil }
    let node = random.pick(nodes)
    switch random.below(7) {
    case 0:
      let value = node.isDisabled ? "false" : "true"
      return try? document.setting(.disable, to: value, on: [node.id])
    case 1: return nodes.count > 2 ? try? document.removing([node.id]) : nil
    case 2: return try? document.duplicating([node.id])
    case 3: return try? document.setting(.name, to: "N\(random.below(9))", on: [node.id])
    case 4: return try? document.moving([node.id], to: .after(random.pick(nodes).id))
    case 5: return try? document.grouping([node.id], named: "G")
    default:
      let id = random.pick(ids)
      return try? document.settingVariable("PackageID", to: id, on: [node.id])
    }
  }
}

extension SequenceDocument {
  /// Has references name an object.
  func naming(_ object: CatalogObject, in references: [Reference]) throws(Refusal) -> Edit {
    try applying(UseObjects(references.map { ($0, object) }, in: self))
  }

  /// An edit of this document with what follows it.
  func following(_ edit: Edit) throws(Refusal) -> Edit {
    var check = ReferenceCheck(catalog: .init())
    return try check.following(edit, from: self, saved: self)
  }
}

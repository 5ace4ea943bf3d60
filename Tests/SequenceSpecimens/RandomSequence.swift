import Containers
package import Operations
package import TaskSequence
package import TestSupport
import XMLTree

/// Sequences that name packages and hold values that are wrong, and edits of them, by chance.
package enum RandomSequence {
  /// A sequence of nested groups whose steps name a few packages, some of them unknown.
  package static func document(_ seeded: inout Seeded) throws -> SequenceDocument {
    func nodes(_ depth: Int) -> String {
      (0..<1 + seeded.below(4)).map { _ in
        depth < 4 && seeded.chance(50)
          ? "<group name=\"G\"\(options(&seeded))>\(condition(&seeded))\(twice(&seeded))"
            + "\(nodes(depth + 1))</group>"
          : step(&seeded)
      }.joined()
    }
    let list = (0..<4).map { "<reference package=\"ABC0000\($0)\"/>" }.joined()
    let text = "<sequence version=\"3.10\"><referenceList>\(list)</referenceList>"
    return try SequenceDocument(loading: Array((text + nodes(0) + "</sequence>").utf8))
  }

  private static func options(_ seeded: inout Seeded) -> String {
    let faults = ["description=\"\(String(repeating: "d", count: 256))\"", "timeout=\"soon\""]
    return (seeded.chance(20) ? " disable=\"true\"" : "")
      + (seeded.chance(8) ? " \(seeded.pick(faults))" : "")
  }

  private static func condition(_ seeded: inout Seeded) -> String {
    guard seeded.chance(20) else { return "" }
    let value = seeded.pick(["NEW", "OLD ", "50%"])
    return "<condition><expression type=\"SMS_TaskSequence_VariableConditionExpression\">"
      + "<variable name=\"Operator\">equals</variable><variable name=\"Value\">\(value)</variable>"
      + "<variable name=\"Variable\">\(seeded.pick(["_SMSTSInWinPE", "Zebra"]))</variable>"
      + "</expression></condition>"
  }

  /// Now and then what no view of a node shows.
  private static func twice(_ seeded: inout Seeded) -> String {
    guard seeded.chance(6) else { return "" }
    return seeded.pick([
      "<condition/><condition/>", "<steps><step name=\"Hidden\"><action>x</action></step></steps>",
      "<action>a</action><action>b</action>", "<note>n</note>",
    ])
  }

  private static func step(_ seeded: inout Seeded) -> String {
    let id = seeded.chance(80) ? "ABC0000\(seeded.below(5))" : seeded.pick(["00000000", "%P%", ""])
    let command = seeded.chance(90) ? "cmd" : ""
    let head = "name=\"S\"\(options(&seeded))>\(condition(&seeded))"
    if seeded.chance(10) {
      return "<step type=\"SMS_TaskSequence_ApplyDriverPackageAction\" \(head)<action>x</action>"
        + "<defaultVarList><variable name=\"OSDApplyDriverDriverPackageID\" "
        + "property=\"DriverPackageID\">\(id)</variable></defaultVarList></step>"
    }
    return "<step type=\"SMS_TaskSequence_RunCommandLineAction\" \(head)"
      + "<action>smsswd.exe /run:\(id) \(command)</action><defaultVarList>"
      + "<variable name=\"CommandLine\" property=\"CommandLine\">\(command)</variable>"
      + "<variable name=\"PackageID\" property=\"PackageID\">\(id)</variable>"
      + "</defaultVarList></step>"
  }

  /// An operation on a node that is picked, which the document may not allow; nil when nothing is
  /// left.
  package static func operation(
    on document: SequenceDocument, _ seeded: inout Seeded
  ) -> (any Operation)? {
    var all: [NodeID] = []
    document.sequence.walk { node, _ in
      all.append(node.id)
      return true
    }
    guard !all.isEmpty else { return nil }
    let some = document.paths(of: [seeded.pick(all)])
    switch seeded.below(10) {
    case 0: return RemoveNodes(some)
    case 1: return DuplicateNodes(some)
    case 2: return MoveNodes(some, .up)
    case 3: return MoveNodes(some, .out)
    case 4: return MoveNodes(some, .inwards)
    case 5: return GroupNodes(some, as: "N")
    case 6: return UngroupNodes(some, keepsCondition: false)
    case 7: return RenameNodes(some, to: "T\(seeded.below(9))")
    case 8: return SetValue(.labelled("Retry count"), to: seeded.pick(["2", "often"]), of: some)
    default: return DisableNodes(some, isDisabled: seeded.chance(50))
    }
  }
}

package import Operations
package import TaskSequence
package import TestSupport
import XMLTree

/// Sequences that name packages, and edits of them, by chance.
package enum RandomSequence {
  /// A sequence of nested groups whose steps name a few packages, some of them unknown.
  package static func document(_ seeded: inout Seeded) throws -> SequenceDocument {
    func nodes(_ depth: Int) -> String {
      (0..<1 + seeded.below(4)).map { _ in
        if depth < 4, seeded.chance(50) {
          return "<group name=\"G\"\(option())>\(nodes(depth + 1))</group>"
        }
        let package = "ABC0000\(seeded.below(5))"
        return "<step type=\"SMS_TaskSequence_RunCommandLineAction\" name=\"S\"\(option())>"
          + "<action>smsswd.exe /run:\(package) cmd</action><defaultVarList>"
          + "<variable name=\"PackageID\" property=\"PackageID\">\(package)</variable>"
          + "</defaultVarList></step>"
      }.joined()
    }
    func option() -> String { seeded.chance(20) ? " disable=\"true\"" : "" }
    let list = (0..<4).map { "<reference package=\"ABC0000\($0)\"/>" }.joined()
    let text = "<sequence version=\"3.10\"><referenceList>\(list)</referenceList>"
    return try SequenceDocument(loading: Array((text + nodes(0) + "</sequence>").utf8))
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
    switch seeded.below(9) {
    case 0: return RemoveNodes(some)
    case 1: return DuplicateNodes(some)
    case 2: return MoveNodes(some, .up)
    case 3: return MoveNodes(some, .out)
    case 4: return MoveNodes(some, .inwards)
    case 5: return GroupNodes(some, as: "N")
    case 6: return UngroupNodes(some, keepsCondition: false)
    case 7: return RenameNodes(some, to: "T\(seeded.below(9))")
    default: return DisableNodes(some, isDisabled: seeded.chance(50))
    }
  }
}

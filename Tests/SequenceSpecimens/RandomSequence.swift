import Containers
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

  /// An edit of a node that is picked.
  /// - Throws: when the document does not allow it.
  package static func edit(
    _ document: SequenceDocument, _ seeded: inout Seeded
  ) throws(Refusal) -> Edit {
    var all: [NodeID] = []
    document.sequence.walk { node, _ in
      all.append(node.id)
      return true
    }
    guard !all.isEmpty else { throw Refusal("nothing is left") }
    let some: Set<NodeID> = [seeded.pick(all)]
    switch seeded.below(9) {
    case 0: return try document.removing(some)
    case 1: return try document.duplicating(some)
    case 2: return try document.movingUp(some)
    case 3: return try document.movingOut(some)
    case 4: return try document.movingIn(some)
    case 5: return try document.grouping(some, named: "N")
    case 6: return try document.ungrouping(some, keepsCondition: false)
    case 7: return try document.setting(.name, to: "T\(seeded.below(9))", on: some)
    default: return try document.setting(.disable, to: seeded.pick(["true", "false"]), on: some)
    }
  }
}

package import TaskSequence
import XMLTree

/// What stands on a node and only the other product knows.
///
/// The types are those of the files `StepTypes` reads; the rest was counted on 153 real sequences: no
/// one of Configuration Manager has `startIn` or `expand`, and none of MDT a hidden variable or a
/// command of a package. A test holds that no step of the smaller ones is told wrongly.
package enum Stranger: Hashable, Sendable {
  /// The type of a step, or that it has none.
  case type
  /// An attribute.
  case attribute(String)
  /// The mark of a hidden variable.
  case hidden(String)
  /// The command line, which runs a package.
  case command

  /// The attributes that only MDT writes.
  private static let attributes = ["startIn", "expand"]

  /// All of a node; of a step whose type is a stranger that alone.
  package static func all(on node: TaskNode, in dialect: Dialect) -> [Stranger] {
    guard node.kind != .sequence else { return [] }
    if StepTypes.shared.isOfOther(node, than: dialect) { return [.type] }
    switch dialect {
    case .configurationManager:
      return attributes.filter(node.element.hasAttribute).map(Stranger.attribute)
    case .mdt:
      guard node.kind != .group else { return [] }
      let type = StepTypes.shared.type(of: node, in: dialect)
      let hidden = node.variables.first {
        $0.isHidden && type?.field(of: $0.name)?.isHidden != true
      }
      let runsPackage = node.action?.lowercased().hasPrefix("smsswd.exe") == true
      return (runsPackage ? [.command] : []) + (hidden.map { [.hidden($0.name)] } ?? [])
    }
  }
}

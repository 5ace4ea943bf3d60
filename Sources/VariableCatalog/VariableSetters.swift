import ObjectCatalog
import TaskSequence
package import XMLTree

/// Somebody who sets a variable, as far as a sequence and what is around it say.
package enum VariableSetter: Equatable, Sendable {
  /// A step, by what its fields or its type say, or the sequence itself at its start.
  case node(NodeID)
  /// A script or a program in a text of a step.
  case script(NodeID)
  /// The product the sequence is for.
  case product
  /// A script of MDT's.
  case mdt(String)
  /// A script in the share the sequence lies in.
  case share(String)
  case windows

  /// Who it is, where it is none of the sequence's own steps.
  package var words: String? {
    switch self {
    case .mdt(let script): "MDT’s \(script)"
    case .share(let script): "the share’s \(script)"
    case .node, .script, .product, .windows: nil
    }
  }
}

/// Who sets the variables of a sequence: its steps, the scripts in it, MDT's own, those of its share,
/// and the products themselves.
///
/// What is built once, by the walk of `VariableUses`: everything that asks who sets a variable asks this.
package struct VariableSetters: Sendable {
  let dialect: Dialect
  private let catalog: Catalog
  /// The variables that steps set by themselves, and the first that does.
  private let outputs: [String: NodeID]
  /// The scripts of MDT that steps run which are not disabled.
  private let scripts: [String]
  /// Who sets a variable by its name, in document order.
  private let named: [String: [VariableSetter]]
  /// What the numbered variables of a list look like that somebody sets, and who.
  private let lists: [String: VariableSetter]
  /// Whether a script sets variables whose names only the run knows.
  package let setsUnnamed: Bool
  /// Whether another sequence runs inside, which may set anything.
  package let runsChild: Bool

  init(
    _ reader: VariableReader, _ uses: [VariableUse], of document: SequenceDocument,
    _ catalog: Catalog
  ) {
    dialect = document.dialect
    self.catalog = catalog
    outputs = reader.outputs
    setsUnnamed = reader.setsUnnamed
    scripts = reader.scripts.filter { _, nodes in
      nodes.contains { id in !document.ancestry(of: id).contains(where: \.isDisabled) }
    }.map(\.key).sorted()
    var named: [String: [VariableSetter]] = [:]
    var lists: [String: VariableSetter] = [:]
    for use in uses {
      let setter: VariableSetter =
        use.isByScript ? .script(use.place.node.id) : .node(use.place.node.id)
      switch use.role {
      case .set, .pass: named[use.name.lowercased(), default: []].append(setter)
      case .setList: lists[use.pattern ?? ""] = lists[use.pattern ?? ""] ?? setter
      case .read, .readList, .name: break
      }
    }
    (self.named, self.lists) = (named, lists)
    var runsChild = false
    document.sequence.walk { node, _ in
      runsChild = runsChild || node.kind == .childSequence && !node.isDisabled
      return !runsChild && !node.isDisabled
    }
    self.runsChild = runsChild
  }

  /// All who set a variable, the sequence's own first.
  package func all(of name: String) -> [VariableSetter] {
    let key = name.lowercased()
    return (named[key] ?? []) + others(of: name)
  }

  /// Those who set it and are no fields or scripts of the sequence: steps by their type, MDT, the share,
  /// a product.
  package func others(of name: String) -> [VariableSetter] {
    let key = name.lowercased()
    var all: [VariableSetter] = []
    if let node = output(key) { all.append(.node(node)) }
    for (pattern, setter) in lists where VariableUses.isNumbered(key, of: [pattern]) {
      all.append(setter)
    }
    switch BuiltInVariables.shared.named(name)?.kind {
    case .builtIn, .readOnly, .action, .argument: all.append(.product)
    case .mdt where dialect == .mdt: all.append(.product)
    case .mdt:
      if let script = scripts.first(where: MDTScripts.shared.setsAny) { all.append(.mdt(script)) }
    case nil: break
    }
    if let script = MDTScripts.shared.setter(of: key, among: scripts, isMDT: dialect == .mdt) {
      all.append(.mdt(script))
    }
    if let script = catalog.script(setting: name) { all.append(.share(script)) }
    if WindowsEnvironment.knows(name) { all.append(.windows) }
    return all
  }

  /// The first step that sets a variable whatever its values are, as Gather does.
  func output(_ key: String) -> NodeID? {
    if let node = outputs[key] { return node }
    let digits = key.utf8.reversed().prefix { $0 &- 0x30 < 10 }.count
    return digits > 0 ? outputs[key.dropLast(digits) + "#"] : nil
  }
}

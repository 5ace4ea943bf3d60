import Containers
@_spi(Edits) import TaskSequence
import TestSupport
import Testing
import XMLTree

@testable import StepCatalog

/// The catalogue against the steps of real sequences.
@Suite(.enabled(if: Corpus.isThere, "\(Corpus.skipped)"))
struct CorpusTests {
  private static let documents = Corpus.files(upTo: 1_000_000).compactMap {
    try? SequenceDocument(loading: $0.bytes)
  }

  private static func steps(_ visit: (SequenceDocument, TaskNode, StepType?) -> Void) {
    for document in documents {
      document.sequence.walk { node, _ in
        if node.kind != .group {
          visit(document, node, StepTypes.shared.type(of: node, in: document.dialect))
        }
        return true
      }
    }
  }

  /// Variables that real steps carry and no source describes.
  private static let strange: [String: String] = [
    "ImageMemory": "a Validate step that became a Run Command Line step, or the other way round",
    "ImageProcessorSpeed": "the same", "ImageSize": "the same", "VerifyOS": "the same",
    "CommandLine": "the same", "SuccessCodes": "the same",
    "SMSTSDisableWow64Redirection": "the same",
  ]

  /// How many real steps of a type have an action that their variables do not make: edited by hand.
  private static let byHand = ["Run Command Line": 3, "Install Application": 4]

  @Test func everyVariableOfAKnownTypeIsDescribed() {
    var (known, unknown, variables) = (0, 0, 0)
    var missing: [String: Int] = [:]
    Self.steps { _, node, type in
      guard let type else {
        unknown += 1
        return
      }
      known += 1
      for variable in node.variables {
        variables += 1
        if type.field(of: variable.name) == nil, Self.strange[variable.name] == nil {
          missing["\(type.label): \(variable.name)", default: 0] += 1
        }
      }
    }
    print("steps of a known type: \(known), others: \(unknown), variables: \(variables)")
    #expect(missing.isEmpty, "\(missing.sorted { $0.value > $1.value })")
  }

  @Test func templatesMakeTheActionsOfRealSteps() {
    var equal = 0
    var others: [String: [String]] = [:]
    Self.steps { document, node, type in
      guard let type, !type.templates.isEmpty, let action = node.action else { return }
      if type.makes(action, { node.variable($0) }) {
        equal += 1
      } else {
        others[type.label, default: []].append(action)
      }
    }
    print("actions made from variables: \(equal), others: \(others.mapValues(\.count))")
    #expect(others.mapValues(\.count) == Self.byHand, "\(others)")
  }

  /// A step built from the catalogue with the values and options of a real one is that step, to the
  /// byte, its condition left aside; the rest is counted by its reason.
  @Test func builtStepsEqualRealOnes() throws {
    var (equal, different) = (0, 0)
    var types: Set<String> = []
    var reasons: [String: Int] = [:]
    Self.unconditionalSteps { document, node, type in
      guard let type else { return }
      let real = String(decoding: node.element.serialized(), as: UTF8.self)
      guard let built = Self.built(like: node, type, in: document) else {
        Issue.record("\(type.label) cannot be built")
        return
      }
      let text = String(decoding: built.element.serialized(), as: UTF8.self)
      if text == real {
        equal += 1
        types.insert("\(document.dialect) \(type.type ?? "-")")
      } else {
        different += 1
        let reason = Self.reason(node, built)
        reasons[reason, default: 0] += 1
      }
    }
    print("built steps equal: \(equal) of \(equal + different), types: \(types.count)")
    print("types: \(types.sorted().joined(separator: ", "))")
    for (reason, count) in reasons.sorted(by: { $0.value > $1.value }) {
      print("  \(count) differ in \(reason)")
    }
    #expect(equal * 100 > (equal + different) * 83 && types.count >= 54)
  }

  /// The steps of documents that hold no conditions any more.
  private static func unconditionalSteps(
    _ visit: (SequenceDocument, TaskNode, StepType?) -> Void
  ) {
    for document in documents {
      var conditions: Set<NodeID> = []
      document.sequence.walk { node, _ in
        if node.kind != .group, let condition = node.condition {
          conditions.insert(condition.element.id)
        }
        return true
      }
      let bare = document.replacing(tree: document.tree.removing(conditions).document)
      bare.sequence.walk { node, _ in
        if node.kind != .group {
          visit(bare, node, StepTypes.shared.type(of: node, in: bare.dialect))
        }
        return true
      }
    }
  }

  /// What an editor would have made with the values of a real step: added, then its options set.
  private static func built(
    like node: TaskNode, _ type: StepType, in document: SequenceDocument
  ) -> TaskNode? {
    guard let blueprint = try? type.blueprint(like: node),
      let edit = try? document.adding(blueprint, at: .after(node.id)), let id = edit.focus
    else { return nil }
    var changed = edit.document
    for property in Property.allCases {
      let value = node.value(of: property)
      guard changed.node(id)?.value(of: property) != value else { continue }
      if let value, let next = try? changed.setting(property, to: value, on: [id]) {
        changed = next.document
      }
    }
    let real = node.element.attributes
    let tree = changed.tree.rewriting([id]) { element in
      let built = element.attributes.map(\.name)
      let bare = built.filter { node.element.attribute($0) == nil }
        .reduce(element) { $0.removingAttribute($1) }
      // Options that are written though they are empty.
      return real.filter { $0.value.isEmpty && !built.contains($0.name) }.reduce(bare) {
        $0.settingAttribute($1.name, to: "", order: real.map(\.name))
      }
    }
    return changed.replacing(tree: tree).node(id)
  }

  /// Why a real step is not what the catalogue builds.
  private static func reason(_ real: TaskNode, _ built: TaskNode) -> String {
    let attributes = real.element.attributes.map(\.name)
    if attributes != built.element.attributes.map(\.name) {
      return Set(attributes) == Set(built.element.attributes.map(\.name))
        ? "the order of attributes" : "attributes no property stands for"
    }
    if real.element.attributes != built.element.attributes { return "values of attributes" }
    if real.action != built.action { return "an action written by hand" }
    let parts = real.element.elements.map(\.name)
    if parts != built.element.elements.map(\.name) { return "the order of children" }
    if real.variables.map(\.name) != built.variables.map(\.name) { return "variables" }
    return "spelling"
  }
}

extension StepType {
  /// What would be built for a node's values.
  fileprivate func blueprint(like node: TaskNode) throws(Refusal) -> Blueprint {
    let real = node.variables
    var fields = fields.filter { field in real.contains { $0.name == field.variable } }
    for variable in real {
      for column in table?.columns ?? [] {
        if let row = column.row(of: variable.name) { fields.append(column.inRow(row)) }
      }
    }
    var blueprint = try blueprint(named: node.name)
    blueprint.description = node.description
    blueprint.successCodes = node.successCodes ?? ""
    blueprint.runIn = node.runIn
    blueprint.action = node.action ?? ""
    if let made = templates.first(where: { $0.render { node.variable($0) } == node.action }) {
      blueprint.action = made.render { node.variable($0) }
    }
    blueprint.variables = inOrder(fields).map { field in
      Blueprint.Variable(
        name: field.variable, property: field.property == "-" ? nil : field.property,
        isHidden: field.isHidden, value: node.variable(field.variable) ?? "")
    }
    return blueprint
  }
}

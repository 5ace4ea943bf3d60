package import StepCatalog
@_spi(Edits) package import TaskSequence
import XMLTree

/// Adds a step of a type, as the file writes its others.
package struct AddStep: Operation {
  /// Microsoft's label of the type, or its name in the XML.
  package var type: String
  /// Nil for the usual one.
  package var name: String?
  package var values: [Assignment]
  package var place: NodePlace

  package init(
    _ type: String, named name: String? = nil, with values: [Assignment] = [], _ place: NodePlace
  ) {
    self.type = type
    self.name = name
    self.values = values
    self.place = place
  }

  /// Adds a step of a type of the catalogue.
  package init(
    _ type: StepType, named name: String? = nil, with values: [Assignment] = [],
    _ place: NodePlace, in document: SequenceDocument
  ) {
    self.init(
      StepTypes.shared.name(of: type, in: document.dialect), named: name, with: values, place)
  }

  package static let verbs = ["add"]

  package static let form =
    "add TYPE [named NAME] [with LABEL = VALUE, …] before|after|into|first into PATH"

  package init(verb: String, from reader: inout OperationReader) throws(OperationFault) {
    type = try reader.value("a type of step")
    name = reader.take("named") ? try reader.value("a name") : nil
    values =
      reader.take("with")
      ? try reader.list { (reader) throws(OperationFault) in try Assignment(from: &reader) } : []
    place = try NodePlace(from: &reader)
  }

  package func write(to writer: inout OperationWriter) {
    writer.word("add")
    writer.value(type)
    if let name {
      writer.word("named")
      writer.value(name)
    }
    if !values.isEmpty {
      writer.word("with")
      writer.list(values) { writer, value in value.write(to: &writer) }
    }
    place.write(to: &writer)
  }

  package func covered(in document: SequenceDocument) -> AddStep {
    var copy = self
    guard let type = StepTypes.shared.type(meaning: type, in: document.dialect) else {
      for index in values.indices { copy.values[index].value = Secrets.mask }
      return copy
    }
    let node = node(of: type, in: document)
    let secrecy = Secrecy(of: document)
    for (index, value) in values.enumerated() {
      let isHidden = node?.hides(Self.variable(value.name, of: type), secrecy) ?? true
      copy.values[index].value = isHidden ? Secrets.mask : SecretText.covered(value.value)
    }
    return copy
  }

  package func edit(in scene: OperationScene) throws(Refusal) -> Edit {
    guard let type = scene.types.type(meaning: type, in: scene.document.dialect) else {
      throw Refusal("no type of step is called “\(type)”")
    }
    let blueprint = try blueprint(of: type, telling: scene.tell)
    var edit = try scene.document.adding(blueprint, at: scene.destination(place))
    let step = edit.focus.flatMap { edit.document.node($0) }
    edit.notes += scene.document.notes(onStrangers: step.map { [$0] } ?? [], scene.types)
    return edit
  }

  private func blueprint(
    of type: StepType, telling tell: @escaping StepKeeper.Telling
  ) throws(Refusal) -> Blueprint {
    let known = try values.map { (value) throws(Refusal) in
      let name = Self.variable(value.name, of: type)
      guard let field = type.known(name) else {
        throw Refusal("“\(type.label)” has no “\(value.name)”")
      }
      return (name, field.kind == .script ? ScriptText.meant(value.value) : value.value)
    }
    return try type.blueprint(
      named: name, values: Dictionary(known, uniquingKeysWith: { $1 }), telling: tell)
  }

  /// The step as it would stand alone; nil when it cannot be written.
  private func node(of type: StepType, in document: SequenceDocument) -> TaskNode? {
    var tree = document.tree
    guard let blueprint = try? blueprint(of: type, telling: { _, _, _ in nil }) else { return nil }
    let xml = document.xml(of: blueprint)
    return (try? tree.parseFragment(Array(xml.utf8)))?.first.flatMap { TaskNode($0.element) }
  }

  /// The variable a label or a name means.
  private static func variable(_ name: String, of type: StepType) -> String {
    let wanted = name.lowercased()
    let field =
      type.fields.first { $0.label.lowercased() == wanted }
      ?? type.fields.first { $0.variable.lowercased() == wanted }
    return field?.variable ?? name
  }
}

import StepCatalog
@_spi(Edits) package import TaskSequence
package import XMLTree

/// Sets a value of nodes: an option or a field by the label of its form, a variable by its name, or
/// the command line; whatever the step states twice follows.
package struct SetValue: Operation {
  /// What is set.
  package enum Subject: Equatable, Sendable {
    /// What a form or the options call it; of a field the name of its variable will do.
    case labelled(String)
    /// An option by its attribute, where a field of the form has the same label.
    case option(Property)
    /// A variable, whether or not the type of the step knows it.
    case variable(String)
    /// The command line of the action.
    case command
  }

  package var nodes: [NodePath]
  package var subject: Subject
  /// As people read and type it: minutes, the text of a script.
  package var value: String

  package init(_ subject: Subject, to value: String, of nodes: [NodePath]) {
    self.nodes = nodes
    self.subject = subject
    self.value = value
  }

  /// Sets an option of nodes of a document.
  package init(
    _ option: Property, to value: String, of ids: Set<NodeID>, in document: SequenceDocument
  ) {
    self.init(Subject(option, of: ids, in: document), to: value, of: document.paths(of: ids))
  }

  // MARK: Text

  package static let verbs = ["set"]

  package static let form = """
    set PATH, … LABEL = VALUE · set PATH, … variable NAME = VALUE · set PATH, … command = VALUE · \
    set PATH, … option ATTRIBUTE = VALUE
    """

  package init(verb: String, from reader: inout OperationReader) throws(OperationFault) {
    nodes = try reader.paths()
    subject = try Subject(from: &reader)
    try reader.expectEquals()
    value = try reader.value("a value")
  }

  package func write(to writer: inout OperationWriter) {
    writer.word("set")
    writer.paths(nodes)
    subject.write(to: &writer)
    writer.word("=")
    writer.value(value)
  }

  package func covered(in document: SequenceDocument) -> SetValue {
    let known = document.nodes(at: nodes).compactMap(\.self)
    let isHidden = known.contains { subject.isHidden(in: $0, OperationScene(document)) }
    return SetValue(
      subject, to: isHidden ? Secrets.mask : subject.covered(value), of: nodes)
  }

  // MARK: Doing

  package func edit(in scene: OperationScene) throws(Refusal) -> Edit {
    let ids = try scene.nodes(at: nodes)
    switch subject {
    case .command:
      return try scene.document.settingAction(value, on: ids)
    case .variable(let name): return try setVariable(name, on: ids, scene)
    case .option(let option):
      return try set(.option(option), of: scene.document.nodes(ids), scene.document, scene)
    case .labelled(let label): return try set(label, on: ids, scene)
    }
  }

  /// Sets what a label means in each of the nodes.
  private func set(
    _ label: String, on ids: Set<NodeID>, _ scene: OperationScene
  ) throws(Refusal) -> Edit {
    var edit: Edit?
    for (meaning, nodes) in scene.meanings(of: label, in: ids) {
      let next = try set(meaning, of: nodes, (edit?.document ?? scene.document), scene)
      edit = edit?.followed(by: next) ?? next
    }
    guard let edit else { throw Refusal("there is no “\(label)” here") }
    return edit
  }

  private func set(
    _ meaning: Meaning, of nodes: [TaskNode], _ document: SequenceDocument, _ scene: OperationScene
  ) throws(Refusal) -> Edit {
    let ids = Set(nodes.map(\.id))
    switch meaning {
    case .option(let option):
      let text = option.meant(value)
      // An option that is emptied is taken away.
      let canGo = [.timeout, .retryCount, .startIn, .runIn].contains(option)
      let new = canGo && text.isEmpty ? nil : text
      return option == .startIn
        ? try document.settingStartFolder(new, on: ids)
        : try document.setting(option, to: new, on: ids)
    case .field(let field, let type):
      guard field.kind != .script || nodes.count == 1 else {
        var edit: Edit?
        for node in nodes {
          let next = try set(meaning, of: [node], edit?.document ?? document, scene)
          edit = edit?.followed(by: next) ?? next
        }
        edit?.label = "Set \(field.label) of \(SequenceDocument.words(for: nodes))"
        return edit ?? Edit(document: document, label: "")
      }
      let isScript = field.kind == .script
      let old = isScript ? nodes.first?.variable(field.variable) : nil
      let text = isScript ? ScriptText.encode(value, like: old) : value
      return try document.writing(
        [scene.variable(field, of: type, in: nodes[0], text)], on: ids,
        isSorted: type.isSortedByProperty,
        label: "Set \(field.label) of \(SequenceDocument.words(for: nodes))")
    }
  }

  /// Sets a variable where it is and adds it where it is not; one that the type of a step knows is its
  /// field.
  private func setVariable(
    _ name: String, on ids: Set<NodeID>, _ scene: OperationScene
  ) throws(Refusal) -> Edit {
    let all = scene.document.nodes(ids).filter { $0.kind != .group }
    guard !all.isEmpty else { throw Refusal("a group has no variables of its own") }
    if let fault = VariableName.fault(in: name) { throw Refusal(fault) }
    var document = scene.document
    for node in all {
      if let type = scene.type(of: node), let field = type.known(name) {
        let text = field.kind == .script ? ScriptText.meant(value) : value
        document = try document.writing(
          [scene.variable(field, of: type, in: node, text)], on: [node.id],
          isSorted: type.isSortedByProperty, label: ""
        ).document
      } else if let known = node.spelling(of: name) {
        document = try document.settingVariable(known, to: value, on: [node.id]).document
      } else {
        document = try document.addingVariable(
          name, property: nil, value: value, to: [node.id]
        ).document
      }
    }
    let adds = all.contains { $0.spelling(of: name) == nil }
    let words = SequenceDocument.words(for: all)
    // As the first of them spells it now.
    let spelled = document.node(all[0].id)?.spelling(of: name) ?? name
    return Edit(
      document: document,
      label: adds ? "Added \(spelled) to \(words)" : "Set \(spelled) of \(words)")
  }
}

extension SetValue.Subject {
  /// An option of nodes: by its label, unless the type of one of them has a field of that label.
  package init(_ option: Property, of ids: Set<NodeID>, in document: SequenceDocument) {
    let scene = OperationScene(document)
    let isClear = document.nodes(ids).allSatisfy { node in
      scene.meaning(of: option.shortLabel, in: node) == .option(option)
    }
    self = isClear ? .labelled(option.shortLabel) : .option(option)
  }

  init(from reader: inout OperationReader) throws(OperationFault) {
    if reader.take("variable") {
      self = .variable(try reader.value("the name of a variable"))
    } else if reader.take("option") {
      let word = try reader.one(of: Property.allCases.map(\.attribute))
      self = Property(rawValue: word).map(Self.option) ?? .labelled(word)
    } else if reader.take("command") {
      self = .command
    } else {
      self = .labelled(try reader.value("a label such as “Time-out”"))
    }
  }

  func write(to writer: inout OperationWriter) {
    switch self {
    case .labelled(let label): writer.value(label)
    case .option(let option):
      writer.word("option")
      writer.word(option.attribute)
    case .variable(let name):
      writer.word("variable")
      writer.value(name)
    case .command: writer.word("command")
    }
  }

  /// A value with the secrets that stand in it covered.
  func covered(_ value: String) -> String {
    if case .option = self { return value }
    if value.hasPrefix("//"), let script = ScriptText.decode(value) {
      return SecretText.covered(script) == script ? value : Secrets.mask
    }
    return SecretText.covered(value)
  }

  /// Whether its value is never shown unasked.
  func isHidden(in node: TaskNode, _ scene: OperationScene) -> Bool {
    let secrecy = Secrecy(of: scene.document)
    return switch self {
    case .command: node.action.map { node.coverOwn($0, secrecy) } != node.action
    case .option: false
    case .variable(let name): node.hides(name, secrecy)
    case .labelled(let label):
      switch scene.meaning(of: label, in: node) {
      case .field(let field, _): field.isSecret || node.hides(field.variable, secrecy)
      case .option, nil: node.hides(label, secrecy)
      }
    }
  }
}

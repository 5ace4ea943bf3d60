import Conditions
import Containers
import ObjectCatalog
import References
import StepCatalog
import TaskSequence
import TestSupport
import XMLTree

@testable import Operations

/// A file under random operations that fit it, each done as the editor does it, and judged.
struct Session {
  var random: Seeded
  private(set) var history: History
  private var check = ReferenceCheck(catalog: .init())
  private var clipboard: Clipboard?
  /// How many operations were done, and how many refused, of each kind.
  private(set) var tally: [String: (done: Int, refused: Int)] = [:]

  var document: SequenceDocument { history.document }
  var opened: SequenceDocument { history.revisions[0].document }

  init(_ file: [UInt8], seed: UInt64) throws(LoadFailure) {
    random = Seeded(seed)
    history = History(try SequenceDocument(loading: file))
  }

  /// Does a random operation and answers what was wrong.
  mutating func step() -> String? {
    guard let operation = operation() else { return nil }
    return perform(operation)
  }

  private mutating func perform<Verb: Operation>(_ operation: Verb) -> String? {
    let line = operation.text
    let name = "\(Verb.self)"
    do throws(Refusal) {
      let edit = try apply(operation)
      tally[name, default: (0, 0)].done += 1
      if let fault = difference(from: edit, of: line) { return "\(line): \(fault)" }
      history.record(edit, focusBefore: nil, focusAfter: edit.focus)
      return operation.isIdempotent ? repeated(operation).map { "\(line): \($0)" } : nil
    } catch {
      tally[name, default: (0, 0)].refused += 1
      let other = refusal(of: line)
      return other == error.reason
        ? nil : "\(line): refused for \(error.reason), as text for \(other ?? "nothing")"
    }
  }

  private mutating func apply(_ operation: some Operation) throws(Refusal) -> Edit {
    try document.applying(keeping: &check, saved: opened) { (chain) throws(Refusal) in
      try chain.apply(operation)
    }
  }

  /// What the line makes otherwise than the operation; nil when it makes the same.
  private func difference(from edit: Edit, of line: String) -> String? {
    var fresh = ReferenceCheck(catalog: .init())
    guard let read = try? OperationVerbs.read(line),
      let other = try? document.applying(
        keeping: &fresh, saved: opened, { (chain) throws(Refusal) in try chain.apply(read) })
    else { return "the line is refused" }
    let bytes = edit.document.serialized()
    if other.document.serialized() != bytes { return "other bytes as text" }
    guard edit.document.dialect == opened.dialect, isForTheSame(bytes) else {
      return "it is for another product"
    }
    return other.label == edit.label && other.notes == edit.notes ? nil : "other words as text"
  }

  /// Whether what is saved is opened as what was opened; without any sign left it need not be.
  private func isForTheSame(_ bytes: [UInt8]) -> Bool {
    guard let again = try? SequenceDocument(loading: bytes) else { return false }
    return again.dialect == opened.dialect || Dialect(statedBy: again.sequence.element) == nil
  }

  private func refusal(of line: String) -> String? {
    do {
      let read = try OperationVerbs.read(line)
      _ = try document.applying(read)
      return nil
    } catch {
      return (error as? Refusal)?.reason ?? "\(error)"
    }
  }

  private mutating func repeated(_ operation: some Operation) -> String? {
    guard let again = try? apply(operation) else { return "refused the second time" }
    return again.document.isSame(as: document) ? nil : "changed something the second time"
  }

  // MARK: Operations that fit

  private var nodes: [TaskNode] {
    var nodes: [TaskNode] = []
    document.sequence.walk { node, _ in
      nodes.append(node)
      return true
    }
    return nodes
  }

  private mutating func someIDs() -> Set<NodeID> {
    let all = nodes
    guard !all.isEmpty, !random.chance(4) else { return [document.sequenceID] }
    return Set((0..<random.pick([1, 1, 1, 2, 4])).map { _ in random.pick(all).id })
  }

  private mutating func somePaths() -> [NodePath] { document.paths(of: someIDs()) }

  private mutating func somePlace() -> NodePlace? {
    let containers = nodes.filter(\.isContainer) + [document.sequence]
    let (node, container) = (random.pick(nodes + [document.sequence]), random.pick(containers))
    return try? Chain(document).place(
      random.pick([
        .before(node.id), .after(node.id), .start(of: container.id), .end(of: container.id),
      ]))
  }

  private mutating func someText() -> String {
    random.pick([
      "", "new", "new words", "a & b", "\"quoted\" 'too'", "<x>", "]]>", "größe 😀", " blanks ",
      "two\nlines", "ABC00002", "15", "1:30", "true", "0 3010", "%NAME%", "none", "a/b#2\\",
    ])
  }

  private mutating func operation() -> (any Operation)? {
    switch random.below(24) {
    case 0, 1: DisableNodes(somePaths(), isDisabled: random.chance(70))
    case 2: ContinueOnError(somePaths(), isOn: random.chance(70))
    case 3: RenameNodes(somePaths(), to: someText())
    case 4, 5: setOption()
    case 6, 7: setField()
    case 8: SetValue(.variable(someVariable()), to: someText(), of: somePaths())
    case 9: SetValue(.command, to: "smsswd.exe /run:XYZ00001 " + someText(), of: somePaths())
    case 10: ClearValue(.variable(someVariable()), of: somePaths())
    case 11: condition()
    case 12: add()
    case 13: paste()
    case 14: RemoveNodes(somePaths())
    case 15: DuplicateNodes(somePaths())
    case 16, 17: move()
    case 18: GroupNodes(somePaths(), as: someText())
    case 19: UngroupNodes(somePaths(), keepsCondition: random.chance(50))
    case 20: tableOrRules()
    case 21: use()
    case 22: replace()
    default: whole()
    }
  }

  private mutating func setOption() -> any Operation {
    let option = random.pick(Property.allCases.filter { $0 != .name })
    return SetValue(option, to: someText(), of: someIDs(), in: document)
  }

  private mutating func setField() -> (any Operation)? {
    let typed = nodes.filter { OperationScene(document).type(of: $0)?.fields.isEmpty == false }
    guard !typed.isEmpty else { return nil }
    let node = random.pick(typed)
    guard let type = OperationScene(document).type(of: node) else { return nil }
    let subject = SetValue.Subject.labelled(type.name(of: random.pick(type.fields)))
    let paths = document.paths(of: [node.id])
    return random.chance(25)
      ? ClearValue(subject, of: paths) : SetValue(subject, to: someText(), of: paths)
  }

  private mutating func someVariable() -> String {
    random.pick(
      ["Added", "PackageID", "OSGUID", "SuccessCodes"] + nodes.flatMap(\.variables).map(\.name))
  }

  private mutating func condition() -> (any Operation)? {
    let surplus = nodes.filter { !$0.surplus.isEmpty }
    if !surplus.isEmpty, random.chance(30) {
      let node = random.pick(surplus)
      let number = 1 + random.below(node.surplus.count)
      return document.path(of: node.id).map {
        ChangeSurplus(number, of: $0, isKept: random.chance(50))
      }
    }
    let strays = nodes.flatMap(\.strays).map(\.element)
    if !strays.isEmpty, random.chance(40) {
      return ChangeExpression(random.pick(strays).id, in: document, isKept: random.chance(50))
    }
    let texts = ["", "always", "A = 1", "any(A = \"b c\", not B exists)", "file C:\\x exists"]
    guard let change = try? ConditionChange(text: random.pick(texts)) else { return nil }
    if case .set(let operand?) = change, random.chance(30) {
      return ChangeCondition(.add(operand), of: somePaths())
    }
    return ChangeCondition(change, of: somePaths())
  }

  private mutating func add() -> (any Operation)? {
    guard let place = somePlace() else { return nil }
    if random.chance(20) { return AddGroup(someText(), place) }
    let type = random.pick(
      StepTypes.shared.all(in: random.pick([.mdt, .configurationManager])).filter(\.isOffered))
    let values =
      type.fields.isEmpty ? [] : [Assignment(random.pick(type.fields).variable, someText())]
    return AddStep(
      type.label, named: random.chance(50) ? someText() : nil,
      with: random.chance(50) ? values : [], place)
  }

  private mutating func paste() -> (any Operation)? {
    guard let place = somePlace() else { return nil }
    guard let clipboard, random.chance(70) else {
      clipboard = Clipboard(of: document, someIDs())
      let text = random.pick([
        "<step name=\"Pasted\"><action>x</action><expression/></step>",
        "<group name=\"G\"/><step/>",
        "<sequence><step name=\"1\"/></sequence>", "<variable/>", "no XML",
      ])
      return AddXML(text, place)
    }
    return AddXML(clipboard, into: document, place)
  }

  private mutating func move() -> (any Operation)? {
    guard let place = somePlace() else { return nil }
    return MoveNodes(somePaths(), random.pick([.up, .down, .out, .inwards, .to(place)]))
  }

  private mutating func tableOrRules() -> (any Operation)? {
    let scene = OperationScene(document)
    let fit = nodes.filter { node in
      scene.type(of: node).map { $0.table != nil || $0.rulesField != nil }
        ?? false
    }
    guard let node = fit.isEmpty ? nil : random.pick(fit), let path = document.path(of: node.id),
      let type = scene.type(of: node)
    else {
      let types = ["Set Dynamic Variables", "Format and Partition Disk", "Install Application"]
      return AddStep(random.pick(types), .end(of: NodePath(steps: [])))
    }
    guard let columns = type.table?.columns, !columns.isEmpty else {
      let setting = ChangeRules.Setting(name: "A", value: someText(), isSecret: random.chance(50))
      return ChangeRules(
        random.pick([
          .add(setting), .addSetting(rule: 1, setting), .set(rule: 1, setting: 1, setting),
          .removeSetting(rule: 1, setting: 1), .remove(rule: 1), .move(rule: 1, to: 2),
          .test(rule: 1, RuleShape.all.last, [Assignment("Value", someText())]),
          .test(rule: 1, nil, []),
        ]), of: path)
    }
    let values = [Assignment(random.pick(columns).variable, someText())]
    return ChangeRows(
      random.pick([
        .add([values]), .add([values, []]), .set(row: 1, values), .remove(row: 1),
        .move(row: 1, to: 2),
      ]), of: path)
  }

  private mutating func use() -> (any Operation)? {
    var check = ReferenceCheck(catalog: .init())
    check.look(at: document)
    let all = check.references
    let id = random.pick(["ABC00002", "XYZ00003", "{5}", ""])
    guard !all.isEmpty, random.chance(80) else {
      return UseObjects([.init(nil, id, insteadOf: "ABC00001")])
    }
    let reference = random.pick(all)
    let same = random.chance(50) ? [reference] : all.filter { $0.namesSame(as: reference) }
    let object = CatalogObject(
      kind: random.pick(reference.kind.members), id: id, name: someText(), version: "1")
    return UseObjects(same.map { ($0, object) }, in: document)
  }

  private mutating func replace() -> (any Operation)? {
    var replacement = Replacement(
      find: random.pick(["a", "ABC00001", "e", "[a-c]+", "3010"]), with: someText())
    replacement.isPattern = random.chance(30)
    replacement.scope = random.pick(Replacement.Scope.allCases)
    let ids = random.chance(50) ? nil : someIDs()
    guard random.chance(50) else {
      return ReplaceText(replacement, of: ids.map { document.paths(of: $0) })
    }
    let changes = try? ReplaceText.changes(replacement, in: document, of: ids)
    return changes.flatMap { changes in
      let chosen = changes.filter { _ in random.chance(60) }
      return chosen.isEmpty ? nil : RewriteTexts(chosen, in: document)
    }
  }

  private mutating func whole() -> any Operation {
    switch random.below(4) {
    case 0: ListReferences()
    case 1: SetPackageProperty(random.pick(["Name", "BootImageID", "Nope"]), to: someText())
    default: RenameVariable(random.pick(["PHASE", "OSGUID", "A"]), to: random.pick(["NEW", "B"]))
    }
  }
}

extension Operation {
  /// Whether it changes nothing the second time, as it names what is and not what is to be done.
  fileprivate var isIdempotent: Bool {
    switch self {
    case is DisableNodes, is ContinueOnError, is SetValue, is SetPackageProperty, is ListReferences:
      true
    case let condition as ChangeCondition:
      if case .add = condition.change { false } else { true }
    default: false
    }
  }
}

@_spi(Edits) import TaskSequence
import TestSupport
import XMLTree

/// Edits of what nodes carry. Nothing changes but the nodes that are edited and what repeats them.
extension Sitting {
  mutating func randomEdit() throws -> (edit: Edit, promise: Promise) {
    switch random.below(20) {
    case 0..<4: try setProperty()
    case 4, 5: try setVariable()
    case 6: try addOrRemoveVariable()
    case 7, 8: try setAction()
    case 9..<13: try moveNearby()
    case 13: try moveAnywhere()
    case 14: try group()
    case 15: try ungroup()
    case 16: try remove()
    case 17: try duplicate()
    default: try paste()
    }
  }

  /// One node, or several.
  mutating func someNodes() -> Set<NodeID> {
    let all = Shape(of: document).all
    guard !all.isEmpty else { return [document.sequenceID] }
    let count = random.pick([1, 1, 1, 2, 3, 5])
    return Set((0..<count).map { _ in random.pick(all) })
  }

  private mutating func someText() -> String {
    random.pick([
      "", "new", "new words", "a & b", "\"quoted\" 'too'", "<x>", "]]>", "größe 😀", " blanks ",
      "two\nlines", "/run:ABC00002 /x", "tab\there",
    ])
  }

  private mutating func setProperty() throws -> (Edit, Promise) {
    var ids = someNodes()
    if random.chance(5) { ids = [document.sequenceID] }
    let property = random.pick(Property.allCases)
    let value: String? =
      property.isSwitch
      ? random.pick(["true", "false"]) : random.chance(10) ? nil : someText()
    let edit = try document.setting(property, to: value, on: ids)
    let fit = ids.filter { document.node($0).map { document.has(property, $0) } ?? false }
    var promise = Promise(shape: Shape(of: document), rewritten: fit, added: 0)
    promise.complaint = { after in
      for node in after.nodes(fit) {
        if property.isSwitch, node.isOn(property) != (value == "true") { return "not switched" }
        let isRead = node.value(of: property) ?? "" == value ?? ""
        if !property.isSwitch, !isRead { return "the value reads back otherwise" }
      }
      return nil
    }
    return (edit, promise)
  }

  private mutating func setVariable() throws -> (Edit, Promise) {
    var ids = someNodes()
    if random.chance(10) { ids = [document.sequenceID] }
    let owners = document.nodes(ids).filter { !$0.variables.isEmpty }
    let name = owners.first.map { random.pick($0.variables.map(\.name)) } ?? "OSGUID"
    let value = someText()
    let edit = try document.settingVariable(name, to: value, on: ids)
    let fit = Set(document.nodes(ids).filter { $0.variable(name) != nil }.map(\.id))
    var promise = Promise(shape: Shape(of: document), rewritten: fit, added: 0)
    promise.complaint = { after in
      for node in after.nodes(fit) where node.variable(name) != value {
        return "the variable reads back otherwise"
      }
      return nil
    }
    return (edit, promise)
  }

  private mutating func addOrRemoveVariable() throws -> (Edit, Promise) {
    let ids = someNodes()
    let name = random.pick(["Added", "Other <&>", "PackageID"])
    let isAdding = random.chance(60)
    let value = someText()
    let edit =
      isAdding
      ? try document.addingVariable(name, property: nil, value: value, to: ids)
      : try document.removingVariable(name, from: ids)
    var promise = Promise(shape: Shape(of: document), rewritten: ids, added: 0)
    let lacking = document.nodes(ids).filter { $0.kind != .group && $0.variable(name) == nil }
    let touched = isAdding ? Set(lacking.map(\.id)) : ids
    promise.complaint = { after in
      for node in after.nodes(touched) where node.variable(name) != (isAdding ? value : nil) {
        return "the variable is not as it was set"
      }
      return nil
    }
    return (edit, promise)
  }

  private mutating func setAction() throws -> (Edit, Promise) {
    let ids = someNodes()
    let text = (random.chance(60) ? "smsswd.exe /run:XYZ00009 " : "") + someText()
    let edit = try document.settingAction(text, on: ids)
    let fit = Set(document.nodes(ids).filter { $0.action != nil && $0.kind != .group }.map(\.id))
    var promise = Promise(shape: Shape(of: document), rewritten: fit, added: 0)
    promise.complaint = { after in
      for node in after.nodes(fit) where node.action != text {
        return "the command line reads back otherwise"
      }
      return nil
    }
    return (edit, promise)
  }
}

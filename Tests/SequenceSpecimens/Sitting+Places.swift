@_spi(Edits) import TaskSequence
import TestSupport
import XMLTree

/// Edits of where nodes stand. A node that moves keeps its bytes but for its indentation.
extension Sitting {
  mutating func moveNearby() throws -> (Edit, Promise) {
    let ids = someNodes()
    var shape = Shape(of: document)
    let edit: Edit
    switch random.below(4) {
    case 0:
      edit = try document.movingUp(ids)
      shape.moveUp(ids)
    case 1:
      edit = try document.movingDown(ids)
      shape.moveDown(ids)
    case 2:
      edit = try document.movingOut(ids)
      let old = shape
      for parent in parents(of: ids, old) where old.isGroup(parent) {
        shape.move(Set((old.inside[parent] ?? []).filter(ids.contains)), to: .after(parent))
      }
    default:
      edit = try document.movingIn(ids)
      let old = shape
      for parent in parents(of: ids, old) { moveIn(old.inside[parent] ?? [], ids, &shape) }
    }
    return (edit, moved(ids, shape))
  }

  private func parents(of ids: Set<NodeID>, _ shape: Shape) -> [NodeID] {
    var seen: [NodeID] = []
    for id in shape.topmost(ids) where !seen.contains(shape.parent(of: id)) {
      seen.append(shape.parent(of: id))
    }
    return seen
  }

  private func moveIn(_ row: [NodeID], _ ids: Set<NodeID>, _ shape: inout Shape) {
    let marked = row.indices.filter { ids.contains(row[$0]) }
    guard let first = marked.first, let last = marked.last else { return }
    if first > 0, shape.isGroup(row[first - 1]) {
      shape.move(Set(marked.map { row[$0] }), to: .end(of: row[first - 1]))
    } else if last + 1 < row.count, shape.isGroup(row[last + 1]) {
      shape.move(Set(marked.map { row[$0] }), to: .start(of: row[last + 1]))
    }
  }

  mutating func moveAnywhere() throws -> (Edit, Promise) {
    let ids = someNodes()
    var shape = Shape(of: document)
    let destination = randomPlace(shape)
    let edit = try document.moving(ids, to: destination)
    shape.move(ids, to: destination)
    return (edit, moved(ids, shape))
  }

  /// Moved nodes and all inside them are indented anew; a parent's own bytes are the white space
  /// between its nodes, too.
  private func moved(_ ids: Set<NodeID>, _ shape: Shape) -> Promise {
    Promise(shape: shape, reindented: Set(shape.all + [document.sequenceID]), added: 0)
  }

  private mutating func randomPlace(_ shape: Shape) -> Destination {
    let all = shape.all
    let container = random.pick(all.filter(shape.isGroup) + [document.sequenceID])
    guard let node = all.isEmpty ? nil : random.pick(all) else { return .start(of: container) }
    return random.pick([.before(node), .after(node), .start(of: container), .end(of: container)])
  }

  mutating func group() throws -> (Edit, Promise) {
    let ids = someNodes()
    let old = Shape(of: document)
    let edit = try document.grouping(ids, named: random.pick(["New", "a & b", "<>"]))
    let chosen = old.topmost(ids)
    var promise = moved(ids, old)
    (promise.shape, promise.added) = (nil, 1)
    promise.complaint = { after in
      guard let group = edit.focus, var shape = after.node(group).map({ _ in Shape(of: after) })
      else { return "there is no group to stand on" }
      if shape.inside[group] != chosen { return "the group holds other nodes" }
      shape.dissolve(group)
      var wanted = old
      if let first = chosen.first, chosen.count > 1 {
        wanted.move(Set(chosen.dropFirst()), to: .after(first))
      }
      return shape == wanted ? nil : "the group does not stand where the first node stood"
    }
    return (edit, promise)
  }

  mutating func ungroup() throws -> (Edit, Promise) {
    let ids = someNodes()
    var shape = Shape(of: document)
    let keeps = random.chance(50)
    let edit = try document.ungrouping(ids, keepsCondition: keeps)
    let groups = shape.all.filter { shape.isGroup($0) && ids.contains($0) }
    var promise = moved(ids, shape)
    for group in groups {
      let node = document.node(group)
      let isPlain = node.map { !$0.isDisabled && $0.condition == nil } ?? true
      if !isPlain { promise.rewritten.formUnion(shape.all.filter { shape.isInside($0, [group]) }) }
    }
    for group in groups { shape.dissolve(group) }
    (promise.shape, promise.added) = (shape, -groups.count)
    return (edit, promise)
  }

  mutating func remove() throws -> (Edit, Promise) {
    let ids = someNodes()
    var shape = Shape(of: document)
    if random.chance(50) { clipboard = Clipboard(of: document, ids) }
    let edit = try document.removing(ids)
    shape.remove(ids)
    var promise = moved(ids, shape)
    promise.added = nil
    return (edit, promise)
  }

  mutating func duplicate() throws -> (Edit, Promise) {
    let ids = someNodes()
    let old = Shape(of: document)
    let edit = try document.duplicating(ids)
    let originals = old.topmost(ids).compactMap { document.node($0)?.element.serialized() }
    var promise = moved(ids, old)
    (promise.shape, promise.added) = (nil, size(ids, old))
    promise.complaint = { after in
      let shape = Shape(of: after)
      guard let focus = edit.focus, let row = shape.inside[shape.parent(of: focus)],
        let start = row.firstIndex(of: focus)
      else { return "there is no copy to stand on" }
      let copies = row[start...].prefix(originals.count)
      let bytes = copies.compactMap { after.node($0)?.element.serialized() }
      return zip(bytes, originals).allSatisfy { squeezed($0) == squeezed($1) }
        && bytes.count == originals.count ? nil : "the copies differ from the originals"
    }
    return (edit, promise)
  }

  mutating func paste() throws -> (Edit, Promise) {
    let ids = someNodes()
    let shape = Shape(of: document)
    let place = randomPlace(shape)
    var promise = moved(ids, shape)
    promise.shape = nil
    guard let clipboard, random.chance(60) else {
      if random.chance(50) { clipboard = Clipboard(of: document, ids) }
      let text = random.pick([
        "<step name=\"Pasted\"><action>x</action></step>", "<group name=\"G\"/><step/>",
        "<sequence><step name=\"1\"/><step name=\"2\"/></sequence>", "<variable/>", "no XML",
        "<step name=\"c\"><!-- note --><action><![CDATA[a]]></action></step>",
      ])
      promise.added = text.ranges(of: "<step").count + text.ranges(of: "<group").count
      let added = promise.added
      let edit = try document.inserting(
        xml: Array(text.utf8), at: place, knowing: Templates())
      promise.complaint = { _ in added == 0 ? "no node was pasted and not refused" : nil }
      return (edit, promise)
    }
    let edit = try document.pasting(clipboard, at: place, knowing: Templates())
    promise.added = clipboard.nodes.reduce(0) { $0 + count($1) }
    return (edit, promise)
  }

  private func count(_ node: TaskNode) -> Int { 1 + node.children.reduce(0) { $0 + count($1) } }

  private func size(_ ids: Set<NodeID>, _ shape: Shape) -> Int {
    shape.topmost(ids).compactMap { document.node($0) }.reduce(0) { $0 + count($1) }
  }
}

import Containers
@_spi(Edits) import TaskSequence
import Testing
import XMLTree

@testable import Editor

/// The outline counts only what changed; the plain way to count everything is its judge.
@Suite struct OutlineTests {
  @Test(arguments: [1, 2, 3, 4]) func countsAsThePlainWayDoes(_ seed: UInt64) throws {
    var random = Seeded(state: seed)
    var text = "<sequence version=\"3.10\">"
    Self.append(children: 5, depth: 0, to: &text, &random)
    var document = try SequenceDocument(loading: Array((text + "</sequence>").utf8))
    var outline = Outline(document)
    var past: [SequenceDocument] = []
    for round in 0..<200 {
      let nodes = Self.nodes(of: document)
      guard let node = nodes.randomElement(using: &random) else { break }
      switch Int.random(in: 0..<11, using: &random) {
      case 0: outline.setFolded(node.id, !outline.folded.contains(node.id), document)
      case 1: outline.setAllFolded(Bool.random(using: &random), document)
      case 2:
        let filters = [NodeFilter.disabled, .hits([node.id]), nil, nil]
        outline.setFilter(filters.randomElement(using: &random) ?? nil, document)
      case 3: outline.reveal(node.id, in: document)
      case 4: if let any = past.randomElement(using: &random) { document = any }
      case 5: Self.edit(&document, &past) { try $0.ungrouping([node.id], keepsCondition: false) }
      case 6: Self.edit(&document, &past) { try $0.duplicating([node.id]) }
      case 7 where nodes.count > 8: Self.edit(&document, &past) { try $0.removing([node.id]) }
      case 8: Self.edit(&document, &past) { try $0.movingDown([node.id]) }
      case 9: Self.edit(&document, &past) { try $0.setting(.name, to: "N\(round)", on: [node.id]) }
      default:
        Self.edit(&document, &past) { try $0.setting(.disable, to: "true", on: [node.id]) }
      }
      outline.refresh(document)
      let expected = Self.plainRows(document, outline)
      let rows = outline.rows(from: 0, count: .max)
      try #require(rows.map(\.words) == expected, "seed \(seed), round \(round)")
      #expect(outline.count == rows.count && outline.row(at: rows.count) == nil)
      let place = Int.random(in: rows.indices, using: &random)
      #expect(outline.row(at: place)?.words == rows[place].words)
      #expect(outline.index(of: rows[place].node.id) == place)
      #expect(rows[outline.focusIndex].node.id == outline.focus)
      let steps = Self.nodes(of: document).filter { !$0.isContainer }
      #expect(outline.stepCount == steps.count)
      let totals = outline.totals(of: document.sequence)
      #expect(totals.disabled == steps.filter(\.isDisabled).count)
    }
  }

  @Test func aGroupThatComesBackShowsWhatWasInIt() throws {
    let text =
      "<sequence version=\"3.10\"><group name=\"Outer\"><group name=\"Inner\">"
      + "<step name=\"Old\"/></group></group></sequence>"
    let document = try SequenceDocument(loading: Array(text.utf8))
    var outline = Outline(document)
    let outer = try #require(document.sequence.children.first)
    let step = try #require(outer.children.first?.children.first)
    let ungrouped = try document.ungrouping([outer.id], keepsCondition: false).document
    outline.refresh(ungrouped)
    outline.refresh(try ungrouped.setting(.name, to: "New", on: [step.id]).document)
    outline.refresh(document)
    #expect(outline.rows(from: 0, count: 9).last?.node.name == "Old")
  }

  /// A generator that gives the same numbers for the same seed.
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 29) ^ (state &* 0x9E37_79B9_7F4A_7C15)
    }
  }

  private static func append(
    children: Int, depth: Int, to text: inout String, _ random: inout Seeded
  ) {
    for index in 0..<children {
      if depth < 4, Bool.random(using: &random) {
        text += "<group name=\"G\(depth).\(index)\">"
        append(
          children: Int.random(in: 0..<4, using: &random), depth: depth + 1, to: &text, &random)
        text += "</group>"
      } else {
        let element = Bool.random(using: &random) || depth < 2 ? "step" : "subtasksequence"
        text += "<\(element) name=\"S\(depth).\(index)\"/>"
      }
    }
  }

  private static func edit(
    _ document: inout SequenceDocument, _ past: inout [SequenceDocument],
    _ change: (SequenceDocument) throws -> Edit
  ) {
    guard let edit = try? change(document) else { return }
    past.append(document)
    document = edit.document
  }

  private static func nodes(of document: SequenceDocument) -> [TaskNode] {
    var nodes: [TaskNode] = []
    document.sequence.walk { node, _ in
      nodes.append(node)
      return true
    }
    return nodes
  }

  private static func plainRows(_ document: SequenceDocument, _ outline: Outline) -> [String] {
    var (steps, instructions) = (0, 0)
    var least = ""
    func rows(inside parent: TaskNode, _ depth: Int, isHidden: Bool) -> [String] {
      parent.children.flatMap { node -> [String] in
        let passes = outline.filter?.passes(node) ?? true
        let start = "\(instructions)\(least)"
        instructions += 1
        guard node.isContainer else {
          steps += 1
          var end = ""
          if node.kind == .childSequence {
            least = "+"
            end = "–\(instructions)+"
            instructions += 1
          }
          return passes && !isHidden
            ? ["\(depth) \(steps) \(start)\(end) \(node.id) \(node.name)"] : []
        }
        let isClosed = outline.filter == nil && outline.folded.contains(node.id)
        let inside = rows(inside: node, depth + 1, isHidden: isHidden || isClosed)
        let numbers = "\(start)–\(instructions)\(least)"
        instructions += 1
        guard !isHidden, passes || !inside.isEmpty else { return [] }
        let state = isClosed ? "closed" : "open"
        return ["\(depth) \(state) \(numbers) \(node.id) \(node.name)"] + inside
      }
    }
    let sequence = document.sequence
    return ["0 open  \(sequence.id) \(sequence.name)"] + rows(inside: sequence, 1, isHidden: false)
  }
}

extension OutlineRow {
  /// The row in words.
  fileprivate var words: String {
    let state = number(.steps)?.text ?? (isFolded ? "closed" : "open")
    return "\(depth) \(state) \(number(.engine)?.text ?? "") \(node.id) \(node.name)"
  }
}

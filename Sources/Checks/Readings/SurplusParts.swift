import Conditions
import Operations
import StepCatalog
package import TaskSequence
import XMLTree

extension Surplus {
  /// What stands there, a sentence without its full stop; what the node hides is covered.
  package func message(in node: TaskNode) -> String {
    switch kind {
    case .again(.condition): "another condition stands here: \(Condition(element).text)"
    case .again(.action): "another command line stands here: \(node.cover(element.text))"
    case .again(.variables), .again(.globals):
      "another list of variables stands here, with \(count("variable"))"
    case .again(.references):
      "another list of references stands here, with \(count("object"))"
    case .unknown where nodes.isEmpty: "\(words) is known to nobody here"
    case .unknown: "\(words) holds \(titles), and no editor shows it"
    }
  }

  private func count(_ word: String) -> String {
    let count = element.elements.count
    return count == 1 ? "1 \(word)" : "\(count) \(word)s"
  }

  private var titles: String {
    let nodes = nodes
    let names = nodes.prefix(3).map { "“\($0.name)”" }.joined(separator: ", ")
    return nodes.count > 3 ? "\(names) and \(nodes.count - 3) more" : names
  }

  /// Where a finding about it stands; different for each kind.
  var place: Finding.Place {
    switch kind {
    case .again(.condition): .condition([])
    case .again(.action): .action
    case .again(.variables), .again(.globals):
      .variable(element.elements.first { $0.isNamed("variable") }?.attribute("name") ?? "")
    case .again(.references): .list
    case .unknown: .node
    }
  }
}

extension TaskNode {
  /// What stands here besides that is wrong: parts that stand again, and elements that hold nodes.
  var wrongSurplus: [Surplus] {
    surplus.filter { $0.kind != .unknown || !$0.nodes.isEmpty }
  }
}

extension StepReading {
  /// Variables that stand there again with another value, by their names, each once.
  ///
  /// MDT’s files have one twice with the same value, which says nothing new.
  var torn: [(name: String, texts: [String])] {
    guard hasTwice else { return [] }
    var found: [(name: String, texts: [String])] = []
    let all = Dictionary(grouping: values) { $0.name.lowercased() }
    for value in values where !found.contains(where: { $0.name.isSpelled(as: value.name) }) {
      let texts = (all[value.name.lowercased()] ?? []).map(\.text)
      if Set(texts).count > 1 { found.append((value.name, texts)) }
    }
    return found
  }

  /// Whether two variables have one name, whatever its case.
  private var hasTwice: Bool {
    guard values.count < 32 else {
      return Set(values.lazy.map { $0.name.lowercased() }).count < values.count
    }
    return values.indices.contains { index in
      values[..<index].contains { $0.name.isSpelled(as: values[index].name) }
    }
  }
}

extension String {
  /// Whether it is another text but for the case of plain letters.
  fileprivate func isSpelled(as other: String) -> Bool {
    utf8.count == other.utf8.count
      && zip(utf8, other.utf8).allSatisfy { left, right in
        left == right
          || left | 0x20 == right | 0x20 && (left | 0x20) &- UInt8(ascii: "a") < 26
      }
  }
}

/// Doing away with what stands again.
enum SurplusFixes {
  @Sendable static func all(_ findings: [Finding], _ document: SequenceDocument) -> [Fix] {
    guard findings.allSatisfy(\.objects.isEmpty) else { return [] }
    var surplus: [Surplus] = []
    var (gone, kept): ([ChangeSurplus], [ChangeSurplus]) = ([], [])
    for (id, found) in Dictionary(grouping: findings, by: \.node).sorted(by: { $0.key < $1.key }) {
      guard let node = document.node(id), let path = document.path(of: id) else { continue }
      let places = Set(found.map(\.place))
      // The last one first: the numbers of those before it stay.
      for (index, part) in node.surplus.enumerated().reversed() where places.contains(part.place) {
        guard part.kind != .unknown || !part.nodes.isEmpty else { continue }
        surplus.append(part)
        gone.append(ChangeSurplus(index + 1, of: path, isKept: false))
        kept.append(ChangeSurplus(index + 1, of: path, isKept: true))
      }
    }
    guard let first = surplus.first else { return [] }
    let isOne = surplus.count == 1
    let remove = Fix(
      isOne ? "remove the \(first.words)" : "remove all \(surplus.count)",
      .changes("what \(isOne ? "it says" : "they say") counts no more"), gone)
    guard surplus.allSatisfy(\.canJoin) else { return [remove] }
    let isList = surplus.allSatisfy { $0.kind == .again(.references) }
    let join = Fix(
      isOne ? "join the \(first.words) with the first" : "join each with the first",
      isList ? .safe : .changes("both count from then on"), kept)
    return [join, remove]
  }
}

extension Surplus {
  fileprivate var canJoin: Bool {
    switch kind {
    case .again(.action), .unknown: false
    case .again: true
    }
  }
}

import References
import TaskSequence
import XMLTree

/// Where references stand, in words.
extension SequenceDocument {
  /// The names from the top down to the step a reference stands in.
  func place(of reference: Reference) -> [String] {
    let names = trail(to: reference.node)
    guard names.isEmpty else { return names }
    if case .property(let name) = reference.place { return ["The sequence’s \(name)"] }
    return [reference.place == .list ? "The sequence’s list" : "The sequence"]
  }

  /// For each step its name, with as many groups around it as tell it apart from the others.
  func titles(of references: [Reference]) -> [NodeID: String] {
    var left = references.reduce(into: [:]) { $0[$1.node] = place(of: $1) }
    var titles: [NodeID: String] = [:]
    var depth = 1
    while !left.isEmpty {
      let nodes = Dictionary(grouping: left.keys) { left[$0]?.suffix(depth) ?? [] }
      for (names, same) in nodes {
        for node in same where same.count == 1 || left[node]?.count == depth {
          titles[node] = names.joined(separator: " › ")
          left[node] = nil
        }
      }
      depth += 1
    }
    return titles
  }

  /// The names from the top down to a node, none for the sequence; siblings of the same name have a
  /// number behind it.
  func trail(to node: NodeID) -> [String] {
    let steps = path(of: node)?.steps ?? []
    return steps.map { $0.ordinal == 1 ? $0.name : "\($0.name) (\($0.ordinal))" }
  }
}

import XMLTree

/// The variables of the whole sequence that repeat those of steps.
extension SequenceDocument {
  /// The document with values among the sequence's own variables, each set where it stands.
  ///
  /// One that lacks is added, in the order given, and the list is made when there is none. Others stay.
  @_spi(Edits) public func settingGlobals(_ variables: [Blueprint.Variable]) -> SequenceDocument {
    guard !variables.isEmpty else { return self }
    var document = self
    if sequence.element.first("globalVarList") == nil {
      document = replacing(
        tree: insert(
          "<globalVarList></globalVarList>", into: sequence, variableListSlot(sequence), tree))
    }
    for (index, variable) in variables.enumerated() {
      let known = document.sequence.variables
      let wanted = variable.name.lowercased()
      let same = known.filter { $0.name.lowercased() == wanted }
      guard same.isEmpty else {
        let ids = Set(same.filter { $0.value != variable.value }.map(\.element.id))
        guard !ids.isEmpty else { continue }
        document = document.replacing(
          tree: document.tree.rewriting(ids) { element in
            element.settingText(variable.value, newline: habits.newline)
          })
        continue
      }
      guard let list = document.sequence.element.first("globalVarList") else { continue }
      let later = Set(variables[index...].map { $0.name.lowercased() })
      let slot: Slot =
        known.first { later.contains($0.name.lowercased()) }.map { .before($0.element.id) } ?? .last
      document = document.replacing(
        tree: insert(variableXML(variable), into: list.id, slot, document.tree))
    }
    return document
  }

  /// The document without some of the sequence's own variables, and without a list of them that is
  /// left empty.
  @_spi(Edits) public func removingGlobals(_ names: Set<String>, leavingList keepsList: Bool)
    -> SequenceDocument
  {
    let gone = sequence.variables.filter { names.contains($0.name.lowercased()) }
    var tree = tree.removing(Set(gone.map(\.element.id))).document
    if !keepsList, let list = tree.element(sequenceID)?.first("globalVarList"), !list.hasElements {
      tree = tree.removing([list.id]).document
    }
    return replacing(tree: tree)
  }
}

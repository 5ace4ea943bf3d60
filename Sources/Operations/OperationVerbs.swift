/// All operations there are.
package enum OperationVerbs {
  /// Every kind of operation, in the order of the help.
  package static let all: [any Operation.Type] = [
    SetValue.self, ClearValue.self, RenameNodes.self, DisableNodes.self, ContinueOnError.self,
    ChangeCondition.self, ChangeExpression.self, ChangeSurplus.self, AddStep.self, AddGroup.self,
    AddXML.self, RemoveNodes.self, DuplicateNodes.self, MoveNodes.self, GroupNodes.self,
    UngroupNodes.self,
    ChangeRows.self, ChangeRules.self, UseObjects.self, ReplaceText.self, RewriteTexts.self,
    RenameVariable.self, SetPackageProperty.self, ListReferences.self,
  ]

  /// Reads a line.
  /// - Throws: the first fault, its place and what could stand there.
  package static func read(_ line: String) throws(OperationFault) -> any Operation {
    var reader = OperationReader(line)
    for (verb, type) in table where reader.take(words: verb) {
      let operation = try read(type, verb, &reader)
      try reader.end()
      return operation
    }
    throw reader.missing(table.map(\.verb).sorted().map { "“\($0)”" })
  }

  private static func read<Verb: Operation>(
    _ type: Verb.Type, _ verb: String, _ reader: inout OperationReader
  ) throws(OperationFault) -> any Operation {
    try Verb(verb: verb, from: &reader)
  }

  /// The verbs, those of more words first: `add group` is another one than `add`.
  private static let table: [(verb: String, type: any Operation.Type)] =
    all.flatMap { type in type.verbs.map { ($0, type) } }
    .sorted { $0.0.split(separator: " ").count > $1.0.split(separator: " ").count }
}

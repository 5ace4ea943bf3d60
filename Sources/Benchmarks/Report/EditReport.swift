/// What happens between a key and the finished frame, and what comes before the first key, without a
/// terminal, from small files to large ones.
struct EditReport {
  let stage: Stage

  func table(_ files: [Stage.File]) -> Table {
    var table = Table(["key to frame, ms"] + files.map(\.title))
    for operation in Operation.all where operation.isByKeys || operation.name == "look" {
      let times = files.map { file in
        stage.repeated(operation.name, file, times: stage.isQuick ? 21 : 101) ?? .nan
      }
      table.add([operation.summary] + times.map { short($0) })
    }
    return table
  }

  /// Every edit there is and taking it back, each to the finished frame with all marks.
  func edits(_ files: [Stage.File]) -> Table {
    var table = Table(["edit / back, ms"] + files.map(\.title))
    let columns = files.map { stage.edits($0, times: stage.isQuick ? 5 : 21) }
    for script in EditScript.all {
      table.add([script.command] + columns.map { $0[script.command] ?? "–" })
    }
    return table
  }
}

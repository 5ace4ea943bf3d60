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
}

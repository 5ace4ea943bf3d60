import TaskSequence

/// Parsing beside other libraries, each the first time in a process of its own, taking turns.
struct ParseReport {
  let stage: Stage

  func table(_ files: [Stage.File]) -> Table {
    let peers = stage.peers
    let names = peers.parsers.map { "\($0.name) \($0.version)" } + ["xmllint --noout"]
    var table = Table(["bytes in memory → tree", "tsedit"] + names)
    for file in files {
      var own = Sample()
      var theirs = Array(repeating: Sample(), count: names.count)
      for _ in 0..<stage.rounds(for: file, most: 15) {
        if let time = stage.repeated("parse", file, times: 1) { own.add(time) }
        for (index, parser) in peers.parsers.enumerated() {
          if let time = peers.time(parser.name, file.path) { theirs[index].add(time) }
        }
        if let time = stage.time("xmllint --noout --huge \(file.path)") {
          theirs[names.count - 1].add(time)
        }
      }
      table.add(
        [file.title, "\(short(own.median)) ms"]
          + theirs.map { $0.isEmpty ? "cannot" : "×\(short($0.median / own.median))" })
    }
    return table
  }
}

/// Whole programs in a terminal of 120 × 40: from exec to the first frame, from a key to the last byte
/// of what it changes, and the memory they take; they take turns.
struct TerminalReport {
  let stage: Stage
  private let rivals: [(rival: Rival, version: String)]
  private let environment: [String]

  init(_ stage: Stage) {
    self.stage = stage
    rivals = [.tsedit(stage.tsedit), Rival.vim, .nano, .micro].compactMap { rival in
      rival.version.map { (rival, $0) }
    }
    environment = [
      "TERM=xterm-256color", "LANG=C.UTF-8", "PATH=/usr/bin:/bin", "HOME=\(stage.folder)/home",
      "XDG_STATE_HOME=\(stage.folder)/state",
    ]
  }

  private func start(_ rival: Rival, _ file: Stage.File) throws -> TerminalProgram {
    stage.tidy()
    return try TerminalProgram(
      rival.command + [file.path], environment: environment, sign: rival.sign)
  }

  // MARK: The first frame

  func firstFrames(_ files: [Stage.File]) -> (frames: Table, memory: Table) {
    let others = rivals.dropFirst().map { "\($0.rival.name) \($0.version)" }
    var frames = Table(["exec → first frame", "tsedit"] + others)
    var memory = Table(["most memory, MB", "tsedit"] + others)
    for file in files {
      var times = Array(repeating: Sample(), count: rivals.count)
      var sizes = times
      for _ in 0..<stage.rounds(for: file, most: 21) {
        for (index, rival) in rivals.enumerated() {
          guard let program = try? start(rival.rival, file) else { continue }
          times[index].add(program.firstFrame)
          sizes[index].add(Double(program.end()) * 1024 / 1e6)
        }
      }
      let own = times[0].median
      frames.add(
        [file.title, "\(short(own)) ms"]
          + times.dropFirst().map { $0.isEmpty ? "cannot" : "×\(short($0.median / own))" })
      memory.add([file.title] + sizes.map { short($0.median) })
    }
    return (frames, memory)
  }

  // MARK: Keys

  func keys(_ file: Stage.File) throws -> Table {
    let theirs = rivals.first { $0.rival.name == Rival.vim.name }
    var table = Table([
      "key → last byte, \(file.title)", "ms", "99 %", "bytes",
      theirs.map { "vim \($0.version), ms" } ?? "vim", "bytes",
    ])
    for name in Rival.tsedit("").keys.keys.sorted() {
      var cells = [name]
      let own = try measure(rivals[0].rival, name, file)
      cells += [short(own.time.median), short(own.time.quantile(0.99)), short(own.bytes.median)]
      if let theirs, theirs.rival.keys[name] != nil {
        let vim = try measure(theirs.rival, name, file)
        cells += [short(vim.time.median), short(vim.bytes.median)]
      } else {
        cells += ["–", "–"]
      }
      table.add(cells)
    }
    return table
  }

  private func measure(
    _ rival: Rival, _ name: String, _ file: Stage.File
  ) throws -> (time: Sample, bytes: Sample) {
    let program = try start(rival, file)
    defer { _ = program.end() }
    for key in rival.before { _ = program.press(key) }
    if name == "search as you type" { _ = program.press("/") }
    var (time, bytes) = (Sample(), Sample())
    let keys = rival.keys[name] ?? []
    // Searched for once only; the rest can be done over and over.
    let rounds = name == "search as you type" ? 1 : stage.isQuick ? 10 : 40
    for _ in 0..<rounds {
      for key in keys {
        guard let answer = program.press(key) else { continue }
        time.add(answer.time)
        bytes.add(Double(answer.bytes))
      }
    }
    return (time, bytes)
  }
}

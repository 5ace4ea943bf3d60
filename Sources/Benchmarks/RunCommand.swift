import ArgumentParser
import Glibc

/// Measures everything beside the peers that are installed and prints tables.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Measure everything, beside the peers that are installed, and print tables.",
    discussion: """
      A ratio above 1 says how many times as long the peer takes. Medians; peers take turns on the
      same bytes in the same run.
      """)

  @Flag(help: "Fewer rounds and no file of 100,000 steps: a minute or two.")
  var quick = false

  @Option(
    help: "A folder of real sequences: for tsedit check, and one of 60 kB to be opened.",
    completion: .directory)
  var corpus: String?

  func run() throws {
    let stage = try Stage(isQuick: quick)
    defer { stage.clear() }
    let small = [try stage.file(60)] + (corpus.flatMap(stage.realFile).map { [$0] } ?? [])
    let files = try ([100, 1000, 10_000] + (quick ? [] : [100_000])).map { try stage.file($0) }
    let large = files[2]
    print("Processors: \(sysconf(Int32(_SC_NPROCESSORS_ONLN))), \(Self.system)\n")
    stage.peers.complaints.forEach { print($0 + "\n") }
    show(ParseReport(stage: stage).table(small + files))
    show(try SaveReport(stage: stage).table(files))
    let terminal = TerminalReport(stage)
    let (frames, memory) = terminal.firstFrames(small + files)
    show(frames)
    show(memory)
    show(try terminal.keys(large))
    show(EditReport(stage: stage).table(files))
    show(EditReport(stage: stage).edits(Array(files[1...])))
    if let corpus { try check(corpus, stage) }
  }

  private func show(_ table: Table) {
    print(table.markdown + "\n")
    fflush(nil)
  }

  private static var system: String { Shell.line("uname -sm") ?? "" }

  /// `tsedit check` over a folder; it finds things, so its exit code says nothing.
  private func check(_ folder: String, _ stage: Stage) throws {
    let count = Shell.line("find '\(folder)' -iname '*.xml' | wc -l").flatMap { Int($0) } ?? 0
    var sample = Sample()
    for _ in 0..<5 {
      let command = "sh -c \"'\(stage.tsedit)' check '\(folder)' || true\""
      if let time = stage.time(command) { sample.add(time) }
    }
    let perSecond = Double(count) / sample.median * 1000
    print("tsedit check: \(count) files, \(short(perSecond)) a second on all processors.")
  }
}

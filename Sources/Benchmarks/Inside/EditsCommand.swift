import ArgumentParser
import Screen
import Storage
import TaskSequence

/// Drives every command that edits, and takes each edit back.
struct EditsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edits",
    abstract: "Do every edit there is and take it back; print the medians in milliseconds.",
    discussion: "From the key that edits, or takes back, to the finished frame.")

  @Option(help: "How many steps the sequence has.")
  var steps = 1000

  @Option(help: "A file to do it on instead.", completion: .file())
  var file: String?

  @Option(help: "How often each is done.")
  var times = 11

  @Option(help: "Only the command of this name.")
  var command: String?

  func run() throws {
    let bytes =
      try file.map { try AtomicFile.read($0) }
      ?? SequenceGenerator.file(steps: steps, .configurationManager, seed: 1)
    var bench = try EditBench(bytes)
    for script in EditScript.all where command == nil || command == script.command {
      let (edit, back) = try bench.measure(script, times: times)
      print(script.command, edit, back)
    }
  }
}

/// An editor on a sequence with the group the scripts need at its end.
struct EditBench {
  private(set) var player: Player
  private let clock = ContinuousClock()

  init(_ bytes: [UInt8]) throws {
    let end = Array("</sequence>".utf8)
    guard let place = bytes.indices.last(where: { bytes[$0...].starts(with: end) }) else {
      throw BenchmarkFailure("the sequence has no end")
    }
    player = try Player(
      bytes[..<place] + Array(EditScript.probe.utf8) + bytes[place...], keys: EditScript.extraKeys)
    // The list of references gets in line with the steps once and for all.
    try player.press(EditScript.start + "<C-x>P")
  }

  /// The medians of an edit and of taking it back, in milliseconds.
  mutating func measure(
    _ script: EditScript, times: Int
  ) throws -> (edit: Double, back: Double) {
    let (key, back) = (try Key.parse(script.key), try Key.parse(script.back))
    var samples = (edit: Sample(), back: Sample())
    for _ in 0..<times {
      let before = player.document
      try player.press(EditScript.start + script.lead)
      let led = player.document
      samples.edit.add(clock.measure { player.press(key) })
      guard !player.document.isIdentical(to: led) else {
        throw BenchmarkFailure("\(script.command) edits nothing: \(player.said)")
      }
      samples.back.add(clock.measure { player.press(back) })
      guard player.document.isIdentical(to: led) else {
        throw BenchmarkFailure("\(script.back) does not take \(script.command) back")
      }
      for _ in 0..<script.leadEdits { try player.press("<C-z>") }
      try player.press(script.leave)
      guard player.document.isIdentical(to: before) else {
        throw BenchmarkFailure("\(script.command) leaves something behind")
      }
    }
    return (samples.edit.median, samples.back.median)
  }
}

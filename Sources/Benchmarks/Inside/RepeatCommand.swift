import ArgumentParser
import Storage
import TaskSequence

/// Does one operation a number of times, for a profiler or a counter of instructions.
struct RepeatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repeat",
    abstract: "Do one operation again and again and print its median in milliseconds.")

  @Argument(help: "The operation; none lists them.")
  var operation: String?

  @Option(help: "How many steps the sequence has.")
  var steps = 1000

  @Option(help: "A file to do it on instead.", completion: .file())
  var file: String?

  @Option(help: "How often it is done; 0 only makes it ready.")
  var times = 10

  func run() throws {
    guard let operation else {
      for operation in Operation.all { print(operation.name, "–", operation.summary) }
      return
    }
    guard let chosen = Operation.all.first(where: { $0.name == operation }) else {
      throw ValidationError("there is no operation '\(operation)'")
    }
    let bytes =
      try file.map { try AtomicFile.read($0) }
      ?? SequenceGenerator.file(steps: steps, .configurationManager, seed: 1)
    let body = try chosen.prepare(bytes)
    let clock = ContinuousClock()
    var spent: [Duration] = []
    for _ in 0..<times { spent.append(try clock.measure(body)) }
    guard !spent.isEmpty else { return }
    print(chosen.name, spent.sorted()[spent.count / 2].milliseconds)
  }
}

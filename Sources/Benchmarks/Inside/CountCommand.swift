import ArgumentParser
import Glibc
import Storage
import TaskSequence

/// Counts the instructions of a few operations and compares them with what they took when last
/// written down: a guard against what makes them twice as slow, whatever the machine is doing.
struct CountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: "Count the instructions of key operations and compare them with a file of counts.",
    discussion: "Needs valgrind and strip. Exits with 1 when an operation takes too many.")

  @Argument(help: "The file: a name and a count on each line.", completion: .file())
  var file: String

  @Flag(help: "Write the counts of today into the file instead.")
  var write = false

  /// The operations that stand for all others.
  private static let operations = ["parse", "open", "look", "down", "disable", "remove"]
  /// How many times as many instructions are too many.
  ///
  /// Another processor or C library moves them by a tenth.
  private static let margin = 1.6

  func run() throws {
    let counter = try Counter()
    defer { counter.clear() }
    let known = try write ? [:] : read()
    var lines: [String] = []
    var isTooMuch = false
    for name in Self.operations {
      let count = try counter.count(name)
      lines.append("\(name) \(count)")
      guard !write else { continue }
      guard let before = known[name] else {
        throw ValidationError("\(file) has no count of '\(name)'; --write writes it anew")
      }
      let ratio = Double(count) / Double(before)
      print("\(name): \(count) instructions, ×\(short(ratio))\(Self.verdict(ratio))")
      isTooMuch = isTooMuch || ratio > Self.margin
    }
    if write { try AtomicFile.write(TextContent(lines.joined(separator: "\n") + "\n"), to: file) }
    if isTooMuch { throw ExitCode(1) }
  }

  private static func verdict(_ ratio: Double) -> String {
    ratio > margin ? ": too many" : ratio < 1 / margin ? ": write the counts anew" : ""
  }

  private func read() throws -> [String: Int] {
    let text = String(decoding: try AtomicFile.read(file), as: UTF8.self)
    let pairs = text.split(separator: "\n").compactMap { line -> (String, Int)? in
      let words = line.split(separator: " ")
      guard words.count == 2, let count = Int(words[1]) else { return nil }
      return (String(words[0]), count)
    }
    return Dictionary(pairs) { first, _ in first }
  }
}

/// Has valgrind count the instructions of this program.
private struct Counter {
  private let folder = "/tmp/tsedit-count-\(getpid())"
  private let times = 3

  init() throws {
    guard Shell.output("command -v valgrind strip") != nil else {
      throw BenchmarkFailure("valgrind and strip are needed to count instructions")
    }
    mkdir(folder, 0o700)
    // What the compiler writes for debuggers is more than valgrind can read.
    guard Shell.output("strip -g -o \(folder)/bench /proc/\(getpid())/exe") != nil else {
      throw BenchmarkFailure("strip cannot copy this program")
    }
  }

  func clear() { _ = Shell.output("rm -rf \(folder)") }

  /// The instructions of an operation on a sequence of 1,000 steps, done once.
  func count(_ operation: String) throws -> Int {
    (try total(operation, times) - total(operation, 0)) / times
  }

  private func total(_ operation: String, _ times: Int) throws -> Int {
    let command = "repeat \(operation) --steps 1000 --times \(times)"
    // Who calls whom is not asked for, nor what a cache does; without that it takes half the time.
    let tool = "valgrind --tool=cachegrind --cache-sim=no --cachegrind-out-file=/dev/null"
    let output = Shell.output("\(tool) \(folder)/bench \(command) 2>&1 >/dev/null") ?? ""
    let line = output.split(separator: "\n").last { $0.contains("refs:") }
    let digits = line?.split(separator: ":").last?.filter(\.isNumber)
    guard let count = digits.flatMap({ Int($0) }) else {
      throw BenchmarkFailure("valgrind counted nothing for '\(operation)'")
    }
    return count
  }
}

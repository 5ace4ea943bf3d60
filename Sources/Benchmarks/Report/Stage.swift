import Glibc
import Storage
import TaskSequence
import TestSupport

/// What all reports need: the files, the programs, the peers.
struct Stage {
  /// A file everything is measured on.
  struct File {
    let title: String
    let steps: Int
    let path: String
    let bytes: [UInt8]
  }

  /// Where everything is put that is made on the way.
  let folder: String
  let peers: Peers
  let isQuick: Bool
  /// tsedit, and this program.
  let tsedit: String
  private let itself: String

  init(isQuick: Bool) throws {
    self.isQuick = isQuick
    folder = "/tmp/tsedit-bench-\(getpid())"
    guard let own = realpath("/proc/self/exe", nil) else {
      throw BenchmarkFailure("this program cannot find itself")
    }
    defer { free(own) }
    itself = String(cString: own)
    tsedit = itself.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/tsedit"
    guard access(tsedit, X_OK) == 0 else {
      throw BenchmarkFailure("\(tsedit) is not there; build it first, with swift build -c release")
    }
    mkdir(folder, 0o700)
    mkdir(folder + "/home", 0o700)
    peers = Peers(in: folder)
  }

  /// Removes what programs that were killed have left, so that the next ones do not ask about it:
  /// swap files, locks, journals.
  func tidy() { _ = Shell.output("rm -rf \(folder)/state \(folder)/.[0-9]*") }

  /// Removes all that was made.
  func clear() { _ = Shell.output("rm -rf \(folder)") }

  /// Makes a file of so many steps.
  func file(_ steps: Int) throws -> File {
    let bytes = SequenceGenerator.file(steps: steps, .configurationManager, seed: 1)
    let path = "\(folder)/\(steps).xml"
    try AtomicFile.write(bytes, to: path)
    let size =
      bytes.count < 1_000_000
      ? "\(bytes.count / 1000) kB" : "\(short(Double(bytes.count) / 1e6)) MB"
    return File(title: "\(grouped(steps)) steps, \(size)", steps: steps, path: path, bytes: bytes)
  }

  /// A copy of the first file of about 60 kB in a folder of real ones, which gets no lock of ours.
  func realFile(in corpus: String) -> File? {
    let find = "find '\(corpus)' -iname ts.xml -size +55k -size -65k | sort | head -1"
    let path = "\(folder)/0.xml"
    guard let original = Shell.line(find), let bytes = try? AtomicFile.read(original),
      (try? AtomicFile.write(bytes, to: path)) != nil
    else { return nil }
    return File(title: "a real one, \(bytes.count / 1000) kB", steps: 0, path: path, bytes: bytes)
  }

  private func grouped(_ number: Int) -> String {
    number < 1000 ? "\(number)" : "\(number / 1000),000"
  }

  /// How often something is measured on a file: less where it takes long.
  func rounds(for file: File, most: Int) -> Int {
    let rounds = file.steps > 50_000 ? most / 3 : most
    return max(3, isQuick ? rounds / 3 : rounds)
  }

  /// The median of an operation in a process of its own, in milliseconds.
  func repeated(_ operation: String, _ file: File, times: Int) -> Double? {
    let words = Shell.line("\(itself) repeat \(operation) --file \(file.path) --times \(times)")?
      .split(separator: " ")
    return words.flatMap { $0.count > 1 ? Double($0[1]) : nil }
  }

  /// The medians of each edit and of taking it back, by the command, as they are shown.
  func edits(_ file: File, times: Int) -> [String: String] {
    let output = Shell.output("\(itself) edits --file \(file.path) --times \(times)") ?? ""
    let lines = output.split(separator: "\n").map { $0.split(separator: " ") }
    let pairs = lines.compactMap { words -> (String, String)? in
      guard words.count == 3, let edit = Double(words[1]), let back = Double(words[2]) else {
        return nil
      }
      return (String(words[0]), "\(short(edit)) / \(short(back))")
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// How many milliseconds a command takes as a whole; nil when it fails.
  func time(_ command: String) -> Double? {
    let clock = ContinuousClock()
    let start = clock.now
    guard Shell.output("exec " + command + " >/dev/null 2>&1") != nil else { return nil }
    return start.duration(to: clock.now).milliseconds
  }
}

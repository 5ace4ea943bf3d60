import ArgumentParser
import CTerminal
import Glibc
import Storage

/// Where the program starts and where every failure becomes one sentence and an exit code.
@main
enum Main {
  static func main() {
    ct_keep_memory_private()
    Output.occupyDescriptors()
    do {
      if let start = EditorStart(paths: CommandLine.arguments.dropFirst()) {
        try start.run()
      } else {
        var command = try TSEdit.parseAsRoot()
        try command.run()
      }
    } catch let failure as Failure {
      failure.report()
      exit(failure.code)
    } catch let code as ExitCode {
      exit(code.rawValue)
    } catch {
      let code = TSEdit.exitCode(for: error)
      let text = TSEdit.fullMessage(for: error)
      if code == .success {
        var output = Output()
        output.print(text)
        do throws(Failure) { try output.finish() } catch {
          error.report()
          exit(error.code)
        }
        exit(0)
      }
      Failure.say(text)
      exit(code == .validationFailure ? Failure.badUse : code.rawValue)
    }
  }
}

/// Why the program cannot do what it was asked.
struct Failure: Error {
  let sentences: [String]
  let code: Int32

  /// Something was found that should be looked at.
  static let findings: Int32 = 1
  /// The input cannot be read, or the command line makes no sense.
  static let badUse: Int32 = 2
  /// A sequence was not written because it would be broken.
  static let refused: Int32 = 3

  init(_ sentences: String..., code: Int32 = badUse) { self.init(sentences, code: code) }

  init(_ sentences: [String], code: Int32 = badUse) {
    self.sentences = sentences
    self.code = code
  }

  func report() {
    for sentence in sentences { Self.say("tsedit: " + sentence) }
  }

  /// Writes a line to standard error.
  static func say(_ text: String) {
    let bytes = Array((Printable.text(text) + "\n").utf8)
    try? AtomicFile.writeAll(bytes, to: STDERR_FILENO)
  }
}

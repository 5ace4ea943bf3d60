import ArgumentParser
import Workspace

/// The sequences a command reads.
struct SequenceInput: ParsableArguments {
  @Argument(help: "Task sequence files or folders; - is standard input.", completion: .file())
  var files: [String]

  /// Reads them; what cannot be read is told.
  /// - Throws: when there is no sequence at all.
  func read() throws(Failure) -> SequenceFiles {
    let sequences = try SequenceFiles(files)
    for note in sequences.notes { Failure.say("tsedit: " + note) }
    for fault in sequences.faults { Failure.say("tsedit: " + fault) }
    return sequences
  }
}

extension SequenceFiles {
  /// Ends a command that could not read them all.
  func refuseFaults() throws {
    guard faults.isEmpty else { throw ExitCode(Failure.badUse) }
  }
}

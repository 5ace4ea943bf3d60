import ArgumentParser
import Workspace

/// A command that prints to standard output.
protocol PrintingCommand: ParsableCommand {
  /// Does what the command is for.
  func run(_ out: inout Output) throws
}

extension PrintingCommand {
  /// Runs it and has everything it printed go out, also when it fails in the end.
  func run() throws {
    var output = Output()
    do { try run(&output) } catch {
      do throws(Failure) { try output.finish() } catch let unwritten {
        (error as? Failure)?.report()
        throw unwritten
      }
      throw error
    }
    try output.finish()
  }
}

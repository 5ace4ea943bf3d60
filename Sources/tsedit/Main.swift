import ArgumentParser
import CTerminal
import Glibc
import Storage
import Workspace

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
        if let edit = command as? EditCommand {
          try Misspelling.refuse(edit.files, among: HelpCommand.commands.map(\.name))
        }
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

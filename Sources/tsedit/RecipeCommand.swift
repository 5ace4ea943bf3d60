import ArgumentParser
import Containers
import Handover
import References
import Reports
import TaskSequence
import Workspace

/// Tells how a file goes back to a site or a share.
struct RecipeCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "recipe", abstract: "Tell how a file goes back to its site or deployment share.",
    discussion: """
      The backup before, what must be there, the import, secrets to enter again, the check and the way \
      back, with lines for Windows PowerShell that are ready to paste. What Microsoft's documentation \
      does not say is said as that.
      """)

  @Argument(help: "A task sequence file, or the archive of an export.", completion: .file())
  var file: String

  @OptionGroup var known: CatalogOptions

  @OptionGroup var format: FormatOption<RecipeReport>

  func run(_ out: inout Output) throws {
    let opened: OpenedFile
    do throws(OpenFailure) { opened = try Files.opened(file) } catch {
      throw Files.failure(error, file)
    }
    var library = try known.library(Settings())
    var parts: [RecipeSubject.Part] = []
    for member in opened.members {
      do throws(OpenFailure) {
        let document = try opened.document(of: member.id)
        let catalog = library.catalog(of: document, at: opened.path)
        parts.append(
          RecipeSubject.Part(member.id, document, ReferenceCheck(catalog: catalog)))
      } catch {
        throw Files.failure(error, opened.name(of: member.id))
      }
    }
    for fault in library.faults { Failure.say("tsedit: \(fault).") }
    let subject = RecipeSubject(path: opened.path, opened.container, parts)
    try out.print(RecipeReport(Recipe(for: subject)), as: format)
  }
}

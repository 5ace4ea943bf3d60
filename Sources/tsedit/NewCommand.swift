import ArgumentParser
import Glibc
import Operations
import Reports
import Screen
import TaskSequence
import TemplateCatalog
import Workspace

/// Makes a new sequence from a template.
struct NewCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a new task sequence from a template.",
    discussion: """
      --list shows the templates and what each asks for. A file that is there already is not \
      replaced.
      """)

  @Option(help: "The template.")
  var template: String?

  @Option(name: .customLong("set"), help: "An answer, as KEY=VALUE; may be given several times.")
  var answers: [String] = []

  @Option(name: .shortAndLong, help: "The file to write; - is standard output.")
  var output: String?

  @OptionGroup var known: CatalogOptions

  @Flag(help: "List the templates and what they ask for.")
  var list = false

  func run(_ out: inout Output) throws {
    if list { return out.print(TemplateReport(SequenceTemplates.all)) }
    guard let template, let output else {
      throw Failure("name a --template and a file with -o; tsedit new --list shows the templates.")
    }
    guard let chosen = SequenceTemplates.named(template) else {
      let names = SequenceTemplates.all.map(\.name).joined(separator: ", ")
      throw Failure("there is no template '\(template)'; there are \(names).")
    }
    guard output == "-" || access(output, F_OK) != 0 else {
      throw Failure(
        "\(Printable.line(output)) is there already; choose another name.", code: Failure.refused)
    }
    var gate = try known.gate(Settings())
    let made = try make(chosen)
    try gate.deliver(try Self.listing(made), to: output, opened: made, isNew: true, &out)
  }

  private static func listing(_ made: SequenceDocument) throws(Failure) -> SequenceDocument {
    do throws(Refusal) { return try made.applying(ListReferences()).document } catch {
      throw Failure("\(error.reason).")
    }
  }

  private func make(_ template: SequenceTemplate) throws(Failure) -> SequenceDocument {
    var given = template.usualAnswers
    for answer in answers {
      let parts = answer.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let key = String(parts[0])
      guard parts.count == 2, template.questions.contains(where: { $0.key == key }) else {
        let keys = template.questions.map(\.key).joined(separator: ", ")
        throw Failure(
          "--set '\(answer)' answers nothing; \(template.name) asks "
            + (keys.isEmpty ? "nothing." : "for \(keys)."))
      }
      given[key] = String(parts[1])
    }
    if let (question, fault) = template.faults(in: given).first {
      throw Failure("\(question.label): \(fault); --set \(question.key)=…")
    }
    do throws(Refusal) { return try template.sequence(for: given) } catch {
      throw Failure("\(error.reason).")
    }
  }
}

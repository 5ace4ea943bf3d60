import ArgumentParser
import Reports

/// `--format`, for every command whose report comes in several formats.
struct FormatOption<Content: Report>: ParsableArguments {
  @Option(help: ArgumentHelp(FormatName<Content>.help))
  var format = FormatName<Content>()

  /// The format that was asked for, else the usual one.
  var chosen: Format<Content> {
    Content.formats.first { $0.name == format.name } ?? Content.formats[0]
  }
}

/// The name of a format in which a report comes.
struct FormatName<Content: Report>: ExpressibleByArgument {
  let name: String

  /// The usual one.
  init() { name = Content.formats[0].name }

  init?(argument: String) {
    guard Self.allValueStrings.contains(argument) else { return nil }
    name = argument
  }

  var defaultValueDescription: String { name }

  static var allValueStrings: [String] { Content.formats.map(\.name) }
  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }

  static var help: String {
    let names = allValueStrings
    return
      "What to print: \(names.dropLast().joined(separator: ", ")) or \(names[names.count - 1])."
  }
}

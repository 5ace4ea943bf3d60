import ArgumentParser

/// The program: a terminal editor for Microsoft task sequences, and what scripts need beside it.
struct TSEdit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tsedit",
    abstract: "Edit Configuration Manager and MDT task sequences in the terminal.",
    usage: """
      tsedit FILE ...            open task sequences in the editor
             tsedit COMMAND ...  what scripts need, below
             tsedit --demo       open a sample
      """,
    discussion: """
      tsedit help TOPIC and tsedit COMMAND --help tell more.
      Exit codes: 0 done, 1 findings, 2 cannot read or bad use, 3 refused to save.
      """,
    version: "0.1.0",
    subcommands: [
      EditCommand.self, ShowCommand.self, PlayCommand.self, KeysCommand.self, ThemesCommand.self,
      NewCommand.self, CheckCommand.self, RefsCommand.self, RemapCommand.self,
      CatalogCommand.self, VarsCommand.self, ConditionCommand.self, SimulateCommand.self,
      LogCommand.self, SituationCommand.self, RecipeCommand.self, SizeCommand.self,
      RecoverCommand.self, HelpCommand.self, ManualCommand.self,
    ],
    defaultSubcommand: EditCommand.self)
}

import References
import TaskSequence

/// How a sequence of MDT goes back into its deployment share.
struct ShareRecipe {
  private let subject: RecipeSubject

  init(_ subject: RecipeSubject) { self.subject = subject }

  var recipe: Recipe {
    let needs = Needs(of: subject.parts, without: [])
    let secrets = subject.secrets
    return Recipe(
      title: "How “\(subject.name)” goes back into a deployment share",
      [
        keep, copy,
        Recipe.Step(
          "What must be in the share",
          needs.isEmpty
            ? ["Nothing that its enabled steps name."] : needs.lines.map { $0 + "." }),
        listed,
        secrets.isEmpty
          ? nil
          : Recipe.Step(
            "Passwords and keys",
            ["They stand in the file as they are; whoever reads the share reads them."]
              + secrets.map { $0 + "." }),
        Recipe.Step(
          "Update what is made of the share",
          [
            "Media hold copies: Update Media Content in the Deployment Workbench, for each.",
            "Linked shares hold copies: Replicate Content there, for each.",
          ]),
        Recipe.Step(
          "Look at it",
          ["Open it in the Deployment Workbench, and deploy a machine for tests with it first."]),
        Recipe.Step(
          "If it goes wrong", [],
          [
            "Copy-Item -LiteralPath ($control + '\\ts.before.xml') -Destination ($control + '\\ts.xml')"
          ]),
      ])
  }

  /// The id of the sequence, the name of its folder below `Control`; nil where it lies elsewhere.
  private var id: String? {
    let parts = subject.path.split(separator: "/")
    guard parts.count > 2, parts[parts.count - 3].lowercased() == "control" else { return nil }
    return String(parts[parts.count - 2])
  }

  private var keep: Recipe.Step {
    let folder =
      id.map { "$share + '\\Control\\' + \(PowerShell.quoted($0))" }
      ?? "$share + '\\Control\\' + (Read-Host 'The id of the sequence, the name of its folder')"
    return Recipe.Step(
      "Keep what is in the share",
      ["Nobody should have it open in the Deployment Workbench meanwhile."],
      [
        "$share = Read-Host 'The deployment share, such as \\\\server\\DeploymentShare$'",
        "$control = \(folder)",
        "Copy-Item -LiteralPath ($control + '\\ts.xml') -Destination ($control + '\\ts.before.xml')",
      ])
  }

  private var copy: Recipe.Step {
    Recipe.Step(
      "Copy the file",
      [
        "The accounts that deploy must be able to read the file: look at its permissions afterwards.",
        "Unattend.xml beside it belongs to the sequence, and stays.",
      ],
      [
        "Copy-Item -LiteralPath \(PowerShell.quoted(subject.name)) -Destination ($control + '\\ts.xml')"
      ])
  }

  private var listed: Recipe.Step {
    let id = id.map { "the id \($0)" } ?? "its id"
    return Recipe.Step(
      "Control\\TaskSequences.xml",
      [
        "A sequence counts when \(id) stands there. A new one is best made by the Workbench (New Task "
          + "Sequence), which writes the entry and the answer file; then its ts.xml is replaced.",
        "Its name there is its own: a changed name of the sequence is to be changed there, too.",
      ])
  }
}

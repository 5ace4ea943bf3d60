import References
import TaskSequence

/// How the XML of a Configuration Manager sequence goes back when it is in no archive of an export.
struct TextRecipe {
  private let subject: RecipeSubject

  init(_ subject: RecipeSubject) { self.subject = subject }

  var recipe: Recipe {
    let needs = Needs(of: subject.parts, without: [])
    let lines =
      needs.isEmpty ? ["Nothing that its enabled steps name."] : needs.lines.map { $0 + "." }
    let secrets = subject.secrets
    return Recipe(
      title: "How “\(subject.name)” goes back to a site",
      [
        archive, SiteRecipe.connect, Recipe.Step("What must be at the site before", lines), keep,
        write,
        secrets.isEmpty
          ? nil : Recipe.Step("Enter passwords and keys again", secrets.map { $0 + "." }),
        Recipe.Step(
          "Look at it",
          [
            "Open it in the console's editor: it marks steps whose objects the site lacks.",
            "Try it on a machine for tests first.",
          ]),
        Recipe.Step(
          "If it goes wrong", ["Import what was kept."],
          ["Import-CMTaskSequence -Path ($folder + '\\before.zip') -ImportActionType Overwrite"]),
      ])
  }

  private var isUnpacked: Bool {
    subject.parts.contains { $0.document.carrier.words.contains("object.xml") }
  }

  private var archive: Recipe.Step {
    Recipe.Step(
      "Better: edit the archive",
      [
        isUnpacked
          ? "An import reads the archive this file was unpacked from, not the file. tsedit opens that .zip "
            + "itself and saves into it; tsedit recipe FILE.zip then says how it goes back."
          : "A sequence alone is nothing an import reads. Export it at the site, edit the .zip with tsedit, "
            + "and tsedit recipe FILE.zip says how it goes back.",
        "What follows writes the XML into a sequence that is at the site. Microsoft does not support "
          + "changing it outside its own tools, and two published scripts that do it say that "
          + "applications do not come in that way.",
      ])
  }

  private var id: String {
    let ids = subject.parts.map(\.id).filter { !$0.isEmpty }
    return ids.count == 1
      ? "$id = \(PowerShell.quoted(ids[0]))"
      : "$id = Read-Host 'The id of the sequence at the site'"
  }

  private var keep: Recipe.Step {
    Recipe.Step(
      "Keep what is at the site", [],
      [
        id,
        "Export-CMTaskSequence -TaskSequencePackageId $id -ExportFilePath ($folder + '\\before.zip') "
          + "-WithContent $false -WithDependence $false",
      ])
  }

  private var write: Recipe.Step {
    Recipe.Step(
      "Write it",
      [
        "sequence.xml is the XML from <sequence> to </sequence>, in UTF-8.",
        "ImportSequence and SetSequence are methods of SMS_TaskSequencePackage; the site computes the list "
          + "of references anew.",
      ],
      [
        "$site = Get-PSDrive -PSProvider CMSite | Select-Object -First 1",
        "$path = \"\\\\$($site.Root)\\root\\sms\\site_$($site.Name):SMS_TaskSequencePackage\"",
        "$xml = [IO.File]::ReadAllText($folder + '\\sequence.xml')",
        "$class = [wmiclass]$path",
        "$sequence = $class.ImportSequence($xml).TaskSequence",
        "$class.SetSequence([wmi]\"$path.PackageID='$id'\", $sequence)",
      ])
  }
}

import Containers
import References
import TaskSequence

/// How the archive of an export goes back to a site.
struct SiteRecipe {
  private let subject: RecipeSubject
  private let held: Set<String>
  private let needs: Needs

  init(_ subject: RecipeSubject) {
    self.subject = subject
    held = (subject.container as? PackedExport)?.objectIDs ?? []
    needs = Needs(of: subject.parts, without: held)
  }

  var recipe: Recipe {
    Recipe(
      title: "How “\(subject.name)” goes back to a site",
      [Self.connect, backup, requirements, importing, secrets, changes, check, wayBack])
  }

  /// The sequences a file holds, children before what runs them.
  private var ordered: [RecipeSubject.Part] {
    var ordered: [RecipeSubject.Part] = []
    var rest = subject.parts
    while !rest.isEmpty {
      let open = Set(rest.map { $0.id.lowercased() })
      let next = rest.firstIndex { part in
        !part.check.references.contains { reference in
          reference.isActive && reference.kind == .taskSequence
            && reference.id.lowercased() != part.id.lowercased()
            && open.contains(reference.id.lowercased())
        }
      }
      // Of two that run each other the first comes first.
      ordered.append(rest.remove(at: next ?? 0))
    }
    return ordered
  }

  static let connect = Recipe.Step(
    "Open Windows PowerShell with the console's module",
    [
      "Windows PowerShell 5.1 on a computer with the Configuration Manager console; from version 2103 on "
        + "the cmdlets answer PowerShell 7 with an error.",
      "Where there are several primary sites, do this at the central administration site.",
      "The folder it asks for is a network path that you and the site can read.",
    ],
    [
      "$folder = Read-Host 'A network folder, such as \\\\server\\share'",
      "Import-Module \"$($ENV:SMS_ADMIN_UI_PATH)\\..\\ConfigurationManager.psd1\"",
      "Set-Location \"$((Get-PSDrive -PSProvider CMSite | Select-Object -First 1).Name):\"",
    ])

  private func file(_ name: String) -> String { "($folder + \(PowerShell.quoted("\\" + name)))" }

  private func backupName(_ part: RecipeSubject.Part) -> String { "\(part.id)-before.zip" }

  private var backup: Recipe.Step {
    Recipe.Step(
      "Keep what is at the site",
      [
        "A sequence that is not at the site yet has nothing to keep; its line answers with an error."
      ],
      ordered.map { part in
        "Export-CMTaskSequence -TaskSequencePackageId \(PowerShell.quoted(part.id)) "
          + "-ExportFilePath \(file(backupName(part))) -WithContent $false -WithDependence $false"
      })
  }

  private var requirements: Recipe.Step {
    let children = needs.children
    let stop =
      "An import refuses a file that names an object which is neither in it nor at the site (reported, "
      + "not documented), a child sequence that an enabled step runs among them."
    guard !needs.isEmpty else {
      return Recipe.Step(
        "What must be at the site before",
        ["Nothing: all that its enabled steps name is in the file.", stop])
    }
    let first =
      children.isEmpty
      ? [] : ["Child sequences first: \(children.joined(separator: ", "))."]
    return Recipe.Step(
      "What must be at the site before", first + needs.lines.map { $0 + "." } + [stop])
  }

  private var importing: Recipe.Step {
    var notes = ["Copy \(subject.name) into that folder; the path must end in .zip."]
    let names = ordered.map(\.words)
    if names.count > 1 {
      notes.append("All sequences in the file are imported: \(names.joined(separator: ", ")).")
    }
    if (subject.container as? PackedExport)?.hasContent == true {
      notes.append(
        "It was exported with content: the folder “\(stem)_files” must lie beside it, or the import fails."
      )
    }
    notes += [
      "Without an action the cmdlet leaves alone what is at the site already, and a changed sequence would "
        + "not come in. Its page names the actions and does not say what each does.",
      "The action counts for every object in the file"
        + (others.isEmpty ? "." : ": \(others.joined(separator: ", ")), too."),
      "A sequence of more than 2 MB is refused; tsedit size says how large each is.",
    ]
    notes += missingApplications
    return Recipe.Step(
      "Import it", notes,
      ["Import-CMTaskSequence -Path \(file(subject.name)) -ImportActionType Overwrite"])
  }

  private var stem: String {
    subject.name.lowercased().hasSuffix(".zip") ? String(subject.name.dropLast(4)) : subject.name
  }

  /// The ids in the file that are no sequences of it.
  private var others: [String] {
    let sequences = Set(subject.parts.map { $0.id.lowercased() })
    return held.subtracting(sequences).sorted().map { $0.uppercased() }
  }

  /// Applications that a sequence names and the list beside it does not.
  private var missingApplications: [String] {
    subject.parts.flatMap { part -> [String] in
      guard let list = (subject.container as? PackedExport)?.list(.applications, of: part.member)
      else { return [] }
      let named = Set(list.objects.map { $0.id.lowercased() })
      let missing = part.document.recordedReferences.filter {
        $0.isApplication && !named.contains($0.id.lowercased())
      }
      return missing.map { reference in
        "AppReferencesInfo.xml of \(part.words) does not name the application \(reference.id), for it "
          + "needs numbers of the site; whether an import reads that list is not documented. Choose the "
          + "application again in the console if the step lacks it afterwards."
      }
    }
  }

  private var secrets: Recipe.Step? {
    let lines = subject.secrets
    guard !lines.isEmpty else { return nil }
    return Recipe.Step(
      "Enter passwords and keys again",
      ["An export leaves them out; they are to be entered again after the import."]
        + lines.map { $0 + "." })
  }

  private var changes: Recipe.Step {
    Recipe.Step(
      "What the import changes by itself",
      [
        "Whether it reads the lists of references in the file, or makes them of the sequence, is not "
          + "documented.",
        "Objects that are new come into the folder that is current in the console, and their content has "
          + "the path of the import as its source.",
        "Whether Overwrite keeps the id and the deployments is not documented: the article says that the "
          + "object is overwritten.",
      ])
  }

  private var check: Recipe.Step {
    Recipe.Step(
      "Look at it",
      [
        "Open each in the console's editor: it marks steps whose objects the site lacks. Children show "
          + "theirs only when they are opened themselves.",
        "Look at the deployments, and try it on a machine for tests first.",
      ],
      ordered.map { part in
        "Get-CMTaskSequence -TaskSequencePackageId \(PowerShell.quoted(part.id)) -Fast | "
          + "Select-Object Name, PackageID, LastRefreshTime"
      })
  }

  private var wayBack: Recipe.Step {
    Recipe.Step(
      "If it goes wrong",
      ["The same import with what was kept; passwords have to be entered again."],
      ordered.map { part in
        "Import-CMTaskSequence -Path \(file(backupName(part))) -ImportActionType Overwrite"
      })
  }
}

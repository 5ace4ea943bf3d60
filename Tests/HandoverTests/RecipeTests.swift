import Containers
import ObjectCatalog
import References
import Reports
import SequenceSpecimens
import TaskSequence
import TestSupport
import Testing

@testable import Handover

/// What a recipe must say, whatever a file holds.
@Suite struct RecipeTests {
  private static func recipe(
    _ bytes: [UInt8], _ path: String, known: Catalog = Catalog()
  ) throws -> Recipe {
    let container = try Opener().open(bytes)
    let parts = try container.members.map { member in
      let document = try container.document(of: member.id)
      var catalog = known
      catalog.formUnion(SequenceKnowledge.read(document))
      return RecipeSubject.Part(member.id, document, ReferenceCheck(catalog: catalog))
    }
    return Recipe(for: RecipeSubject(path: path, container, parts))
  }

  private static func family(_ known: Catalog = Catalog()) throws -> Recipe {
    try recipe(ExportSpecimen.family.bytes(), "/tmp/Windows 11.zip", known: known)
  }

  private static func step(_ recipe: Recipe, _ title: String) throws -> Recipe.Step {
    try #require(recipe.steps.first { $0.title == title }, "\(recipe.steps.map(\.title))")
  }

  @Test func anExportComesBackChildrenFirst() throws {
    let recipe = try Self.family()
    #expect(recipe.title == "How “Windows 11.zip” goes back to a site")
    let backup = try Self.step(recipe, "Keep what is at the site")
    #expect(backup.script.count == 2)
    #expect(
      backup.script[0]
        == "Export-CMTaskSequence -TaskSequencePackageId 'ABC00101' -ExportFilePath "
        + "($folder + '\\ABC00101-before.zip') -WithContent $false -WithDependence $false")
    #expect(backup.script[1].contains("'ABC00100'"))
    let importing = try Self.step(recipe, "Import it")
    #expect(
      importing.script == [
        "Import-CMTaskSequence -Path ($folder + '\\Windows 11.zip') -ImportActionType Overwrite"
      ])
    #expect(importing.notes.contains { $0.contains("ABC00021, ABC00022, too") })
    #expect(!importing.notes.contains { $0.contains("_files") })
    let back = try Self.step(recipe, "If it goes wrong")
    #expect(back.script.count == 2 && back.script[0].contains("ABC00101-before.zip"))
  }

  @Test func whatIsNotInTheFileIsNamedTheDoubtfulFirst() throws {
    var known = Catalog()
    known.add(CatalogObject(kind: .bootImage, id: "ABC00005", name: "Boot image", version: "10"))
    let needs = try Self.step(try Self.family(known), "What must be at the site before")
    #expect(needs.notes.count == 3)
    #expect(needs.notes[0].hasPrefix("application \(ExportSpecimen.model)"))
    #expect(needs.notes[0].hasSuffix("only the sequence's own list names it."))
    #expect(needs.notes[1] == "boot image Boot image 10 (ABC00005): a catalogue knows it.")
    let nothing = try Self.step(try Self.family(), "What must be at the site before").notes
    #expect(!nothing.contains { $0.contains("ABC00021") || $0.contains("ABC00101") })
  }

  @Test func aChildThatIsElsewhereComesFirst() throws {
    var alone = ExportSpecimen.family
    alone.sequences.removeLast()
    let recipe = try Self.recipe(alone.bytes(), "a.zip")
    let needs = try Self.step(recipe, "What must be at the site before")
    #expect(needs.notes[0] == "Child sequences first: ABC00101.")
  }

  @Test func contentMustLieBeside() throws {
    var items = ExportSpecimen.family.items
    items.append(ZipItem("SMS_Package/ABC00021/PACKAGE_CONTENT.xml", []))
    let recipe = try Self.recipe(ZipRecipe(items).bytes, "a.zip")
    let notes = try Self.step(recipe, "Import it").notes
    #expect(notes.contains { $0.contains("the folder “a_files” must lie beside it") })
  }

  @Test func applicationsWithoutAnEntryAreTold() throws {
    var items = ExportSpecimen.family.items
    let place = try #require(items.firstIndex { $0.name.hasSuffix("101/AppReferencesInfo.xml") })
    items[place].content = Array("<ArrayOfString />".utf8)
    let recipe = try Self.recipe(ZipRecipe(items).bytes, "a.zip")
    let notes = try Self.step(recipe, "Import it").notes
    #expect(notes.last?.contains("does not name the application \(ExportSpecimen.model)") == true)
  }

  @Test func secretsAreToBeEntered() throws {
    var family = ExportSpecimen.family
    family.sequences[1].xml = family.sequences[1].xml.replacing(
      "</sequence>",
      with: """
        <step type="SMS_TaskSequence_JoinDomainWorkgroupAction" name="Join"><action>osdjoin.exe\
        </action><defaultVarList><variable name="OSDDomainName" property="DomainName">a.example\
        </variable><variable name="OSDJoinAccount" property="DomainUsername">join</variable>\
        <variable name="OSDJoinPassword" property="DomainPassword"></variable></defaultVarList>\
        </step></sequence>
        """)
    let recipe = try Self.recipe(family.bytes(), "a.zip")
    let notes = try Self.step(recipe, "Enter passwords and keys again").notes
    #expect(notes.count == 2 && notes[1].contains("“Software” (ABC00101): Join: "), "\(notes)")
    #expect(try !Self.family().steps.contains { $0.title.hasPrefix("Enter") })
  }

  @Test func aSequenceAloneIsWrittenOtherwise() throws {
    let recipe = try Self.recipe(ExportSpecimen.family.sequences[1].object, "object.xml")
    #expect(recipe.steps[0].notes[0].contains("unpacked from"))
    #expect(try Self.step(recipe, "Keep what is at the site").script[0] == "$id = 'ABC00101'")
    let bare = try Self.recipe(Array("<sequence version=\"3.10\"/>".utf8), "a.xml")
    #expect(bare.steps[0].notes[0].hasPrefix("A sequence alone is nothing an import reads."))
    #expect(try Self.step(bare, "Keep what is at the site").script[0].contains("Read-Host"))
  }

  @Test func aShareHasItsOwnWay() throws {
    let file = Array("<sequence version=\"3.00\" name=\"W\"/>".utf8)
    let recipe = try Self.recipe(file, "/srv/share/Control/W11'X/ts.xml")
    let keep = try Self.step(recipe, "Keep what is in the share")
    #expect(keep.script[1] == "$control = $share + '\\Control\\' + 'W11''X'")
    #expect(recipe.steps.contains { $0.title == "Update what is made of the share" })
    #expect(!recipe.script.contains { $0.contains("CMTaskSequence") })
  }

  // MARK: Quoting

  @Test(arguments: [
    ("", "''"), ("a b", "'a b'"), ("it's", "'it''s'"), ("$x `n \"q\"", "'$x `n \"q\"'"),
    ("’", "'’’'"), ("a\nb", "('' + 'a' + [char]10 + 'b')"), ("\u{1B}", "\"$([char]27)\""),
    ("\u{202E}x", "('' + [char]8238 + 'x')"),
  ])
  func everyNameCanBePasted(name: String, quoted: String) {
    #expect(PowerShell.quoted(name) == quoted)
  }

  /// Whatever a name is, what is quoted means it: the quotes are read back as PowerShell reads them.
  @Test(arguments: Seeded.seeds(50))
  func whatIsQuotedMeansTheName(seed: UInt64) {
    var random = Seeded(seed)
    let signs = [
      "a", "'", "’", "‘", "‚", "‛", "$", "`", "\"", "\n", "\u{1B}", ";", "é", "\u{202E}",
    ]
    let name = (0..<random.below(9)).map { _ in random.pick(signs) }.joined()
    #expect(Self.read(PowerShell.quoted(name)) == name, "seed \(seed): \(name)")
  }

  /// What an expression of such texts means.
  private static func read(_ expression: String) -> String {
    let quotes: Set<Character> = ["'", "‘", "’", "‚", "‛"]
    var result = ""
    var rest = expression[...]
    while let first = rest.first {
      if first == "'" {
        rest.removeFirst()
        while let sign = rest.first {
          rest.removeFirst()
          guard quotes.contains(sign) else {
            result.append(sign)
            continue
          }
          guard let next = rest.first, quotes.contains(next) else { break }
          result.append(sign)
          rest.removeFirst()
        }
      } else if let match = rest.prefixMatch(of: /\[char\](\d+)/) {
        if let scalar = UInt32(match.1).flatMap(Unicode.Scalar.init) {
          result.unicodeScalars.append(scalar)
        }
        rest = rest[match.range.upperBound...]
      } else {
        rest.removeFirst()
      }
    }
    return result
  }

  // MARK: Formats

  @Test(arguments: ["text", "markdown", "script"])
  func nothingInAFileDrivesATerminalOrAScript(format: String) throws {
    var family = ExportSpecimen.family
    family.sequences[1].name = "Evil\u{1B}[2J\u{202E}"
    family.sequences[1].id = "A'; rm -r / #"
    let recipe = try Self.recipe(family.bytes(), "a'\u{1B}.zip")
    let chosen = try #require(RecipeReport.formats.first { $0.name == format })
    let text = try chosen.text(of: RecipeReport(recipe))
    #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}") && text.hasSuffix("\n"))
    #expect(!text.contains("'A'; rm"))
    #expect(
      text.contains("Import-CMTaskSequence -Path ($folder + ('' + '\\a''' + [char]27 + '.zip'))"))
  }

  @Test func aScriptIsLinesToPaste() throws {
    let chosen = try #require(RecipeReport.formats.first { $0.name == "script" })
    let lines = try chosen.text(of: RecipeReport(try Self.family())).split(separator: "\n")
    let commands = ["$", "Import-Module", "Set-Location", "Export-", "Import-", "Get-", "#"]
    #expect(lines.allSatisfy { line in commands.contains { line.hasPrefix($0) } }, "\(lines)")
  }
}

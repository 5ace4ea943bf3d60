import Testing

/// One door stands before every edit, and the compiler guards it.
///
/// Only who imports `Edits` of `TaskSequence` sees what makes an `Edit`, puts a document into one or
/// another tree into a document, and a history takes nothing but an `Edit`. What is left to hold here is
/// who says that import, and that nothing below is declared for everybody: declarations, no calls.
@Suite("One door stands before every edit")
struct DoorTests {
  /// The door; templates, which make sequences nobody has opened yet; and the one file that covers hidden
  /// values in a copy that is looked at.
  private static let allowed = ["Sources/Operations/", "Sources/TemplateCatalog/"]
  private static let covers = "Sources/StepCatalog/Secrets.swift"

  @Test(arguments: try SourceFile.all())
  func whoMayEdit(file: SourceFile) {
    guard file.lines.contains(where: { $0.contains("@_spi(Edits)") && $0.contains("import ") })
    else { return }
    let isAllowed = file.path == Self.covers || Self.allowed.contains { file.path.hasPrefix($0) }
    #expect(isAllowed, "\(file.path) imports what makes edits")
  }

  /// What answers an edit is the door's alone, inside the target of the door; reading a file again is no
  /// operation, and says so.
  @Test(arguments: try SourceFile.all())
  func whatMakesAnEdit(file: SourceFile) {
    let text = file.lines.joined(separator: "\n")
    let open = text.matches(of: /package (?:mutating )?func (\w+)\([^{}]*?-> Edit\b/).map {
      String($0.output.1)
    }
    let known: Set<String> = ["applying", "reloaded", "edit", "perform"]
    #expect(open.filter { !known.contains($0) } == [], "\(file.path)")
  }
}

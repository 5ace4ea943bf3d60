import Foundation
import TaskSequence
import Testing

/// Work on a file that is gone, changed beyond recognition, or never was, is not lost either.
@Suite struct RecoverTests {
  /// A sequence of Configuration Manager with one step, whose package the import did not find.
  private static func sequence(_ name: String, package: String = "00000000") -> String {
    """
    <sequence version="3.10">
      <step type="SMS_TaskSequence_RunCommandLineAction" name="\(name)">
        <action>smsswd.exe /run:\(package) a</action>
        <defaultVarList>
          <variable name="CommandLine" property="CommandLine" hidden="true">a</variable>
          <variable name="PackageID" property="PackageID" hidden="true">\(package)</variable>
        </defaultVarList>
      </step>
    </sequence>
    """
  }

  /// Runs the program beside the journals of a bed.
  private func run(_ bed: Sickbed, _ arguments: String...) async throws -> Program.Result {
    try await Program.run(arguments, environment: ["XDG_STATE_HOME": bed.state])
  }

  /// Opens what is left in the editor.
  private func open(_ bed: Sickbed, _ arguments: String...) throws -> TerminalRun {
    try TerminalRun([Program.path] + arguments, state: bed.state)
  }

  private func leave(_ run: TerminalRun, typing keys: String) {
    run.type(keys)
    #expect(run.wait { run.hasEnded }, "\(run.text())")
  }

  // MARK: Without the editor

  @Test func workOnAFileThatIsGoneIsWritten() async throws {
    let bed = try Sickbed()
    try bed.leaveWork()
    try FileManager.default.removeItem(atPath: bed.path)
    let shown = try await run(bed, "show", bed.path)
    #expect(shown.code == 2 && shown.errors.contains("tsedit recover \(bed.path) opens it"))
    let list = try await run(bed, "recover")
    #expect(list.output.contains("/share/ts.xml: 1 edit, the last of "), "\(list.output)")
    #expect(list.output.hasSuffix(", the file is not there\n"), "\(list.output)")
    let other = bed.scratch("saved.xml")
    let written = try await run(bed, "recover", bed.path, "-o", other)
    #expect(written.code == 0 && written.errors.isEmpty, "\(written.errors)")
    #expect(try Scratch.read(other) == Sickbed.new)
    #expect(try await run(bed, "recover", bed.path, "-o", other).code == 2, "it is forgotten")
    #expect(try await run(bed, "recover").output.isEmpty)
  }

  @Test func whatIsReadByAPipeIsNotForgotten() async throws {
    let bed = try Sickbed()
    try bed.leaveWork()
    try FileManager.default.removeItem(atPath: bed.path)
    let piped = try await run(bed, "recover", bed.path, "-o", "-")
    #expect(piped.code == 0 && piped.output == Sickbed.new && bed.isInJournal)
  }

  @Test func nothingIsReplaced() async throws {
    let bed = try Sickbed()
    try bed.leaveWork()
    let result = try await run(bed, "recover", bed.path, "-o", bed.path)
    #expect(result.code == 3 && bed.content == Sickbed.old && bed.isInJournal)
  }

  @Test func theGateStandsBeforeIt() async throws {
    let bed = try Sickbed(holding: Self.sequence("Tools"))
    try bed.leaveWork(typing: "jrX\r")
    try FileManager.default.removeItem(atPath: bed.path)
    let journals = try bed.journals.map { try Data(contentsOf: URL(filePath: $0)) }
    let other = bed.scratch("saved.xml")
    let refused = try await run(bed, "recover", bed.path, "-o", other)
    let lines = refused.errors.split(separator: "\n")
    #expect(refused.code == 3 && lines.count == 3, "\(refused.errors)")
    #expect(lines.first?.contains("saved.xml:6:") == true, "\(refused.errors)")
    #expect(lines.first?.contains("package 00000000: unresolved") == true)
    #expect(lines.last?.contains("tsedit recover \(bed.path) opens it") == true)
    #expect(!FileManager.default.fileExists(atPath: other))
    #expect(try bed.journals.map { try Data(contentsOf: URL(filePath: $0)) } == journals)
  }

  /// What counted when the work was done counts again, and what is not there any more is told.
  @Test func theCataloguesOfTheWorkCount() async throws {
    let bed = try Sickbed(holding: Self.sequence("Tools", package: "ABC00001"))
    let site = bed.scratch("site.csv")
    try Data("Kind,Id,Name\npackage,ABC00002,Kit\n".utf8).write(to: URL(filePath: site))
    let run = try open(bed, bed.path, "--catalog", site)
    #expect(run.wait(for: "Tools"), "\(run.text())")
    run.type("jrX\r")
    #expect(run.wait(until: { bed.isInJournal }), "\(run.text())")
    kill(run.process, SIGKILL)
    #expect(run.wait(until: { run.hasEnded }))
    let other = bed.scratch("saved.xml")
    let refused = try await self.run(bed, "recover", bed.path, "-o", other)
    #expect(refused.code == 3, "\(refused.errors)")
    #expect(refused.errors.contains("package ABC00001: unresolved"), "\(refused.errors)")
    let again = try open(bed, bed.path)
    #expect(again.wait(for: "Unsaved work on"), "\(again.text())")
    again.type("r\u{13}")
    #expect(again.wait(for: "1 reference must be resolved"), "\(again.text())")
    kill(again.process, SIGKILL)
    #expect(again.wait(until: { again.hasEnded }))
    try FileManager.default.removeItem(atPath: site)
    let written = try await self.run(bed, "recover", bed.path, "-o", other)
    #expect(written.code == 0 && written.errors.contains("site.csv"), "\(written.errors)")
  }

  // MARK: In the editor

  @Test func whatTheGateStopsIsSettledInTheEditor() throws {
    let bed = try Sickbed(holding: Self.sequence("Tools"))
    try bed.leaveWork(typing: "jr\u{15}Kit\r")
    try FileManager.default.removeItem(atPath: bed.path)
    let site = bed.scratch("site.csv")
    try Data("Kind,Id,Name\npackage,XYZ00001,Kit\n".utf8).write(to: URL(filePath: site))
    let run = try open(bed, bed.path, "--catalog", site)
    #expect(run.wait(for: "Unsaved work on"), "\(run.text())")
    #expect(run.wait(for: "There is no such file now"), "\(run.text())")
    run.type("r\u{13}")
    #expect(run.wait(for: "1 reference must be resolved"), "\(run.text())")
    #expect(bed.content == nil)
    run.type("\rf\r")
    #expect(run.wait(for: "Saved"), "\(run.text())")
    #expect(bed.content?.contains("name=\"Kit\"") == true)
    #expect(bed.content?.contains("XYZ00001 a</action>") == true)
    leave(run, typing: "q")
    #expect(bed.names == ["ts.xml"] && bed.journals.isEmpty)
  }

  @Test func escapeLeavesTheWorkWhereItIs() throws {
    let bed = try Sickbed()
    try bed.leaveWork()
    let journals = bed.journals
    try FileManager.default.removeItem(atPath: bed.folder)
    let run = try open(bed, "recover", bed.path)
    #expect(run.wait(for: "Unsaved work on"), "\(run.text())")
    leave(run, typing: "\u{1B}")
    #expect(bed.journals == journals && bed.isInJournal)
    let again = try open(bed, bed.path)
    #expect(again.wait(for: "Unsaved work on"), "\(again.text())")
    leave(again, typing: "dd")
    #expect(bed.journals.allSatisfy { $0.hasSuffix(".forgotten") })
  }

  @Test func aFileThatBecameSomethingElseIsNotReplacedUnasked() throws {
    let bed = try Sickbed()
    try bed.leaveWork()
    try Data("torn".utf8).write(to: URL(filePath: bed.path))
    let run = try open(bed, bed.path)
    #expect(run.wait(for: "Unsaved work on"), "\(run.text())")
    #expect(run.wait(for: "The file cannot be opened now"), "\(run.text())")
    run.type("r\u{13}")
    #expect(run.wait(for: "was changed on the disk"), "\(run.text())")
    #expect(bed.content == "torn")
    run.type("k")
    #expect(run.wait(for: "Saved"), "\(run.text())")
    #expect(bed.content == Sickbed.new && bed.names.contains("ts.xml.~1~"))
    leave(run, typing: "q")
  }

  @Test func aNewSequenceHasAJournal() async throws {
    let bed = try Sickbed()
    let run = try open(bed, bed.path)
    #expect(run.wait(for: "Help"))
    run.type("\u{14}one step\rRooms\r{12345678-1234-1234-1234-123456789abc}\r")
    #expect(run.wait(until: { bed.isInJournal }), "\(run.text())")
    kill(run.process, SIGKILL)
    #expect(run.wait { run.hasEnded })
    let list = try await self.run(bed, "recover")
    let file = try #require(list.output.firstRange(of: "/Custom.xml: ")).lowerBound
    let again = try open(bed, list.output[..<file] + "/Custom.xml")
    #expect(again.wait(for: "Unsaved work on"), "\(again.text())")
    again.type("r")
    #expect(again.wait(for: "Install Application"), "\(again.text())")
    again.type("q")
    #expect(again.wait(for: "It is in no file"), "\(again.text())")
    leave(again, typing: "dd")
  }
}

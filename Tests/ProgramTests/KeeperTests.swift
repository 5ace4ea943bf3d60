import Appearance
import Containers
import Editor
import Foundation
import Journaling
import Screen
import Storage
import TaskSequence
import Testing

@testable import tsedit

/// The editor and what looks after its files, on real files, while others do what they like to them.
@Suite struct KeeperTests {
  /// A session without a terminal: everything `EditLoop` does to files.
  private struct Sitting: KeptWorld, HeadlessWorld {
    let bed: Sickbed
    var state: EditorState
    var keeper: Keeper
    var exitCode: Int32?

    init(_ bed: Sickbed, stateFolder: String? = nil) throws {
      self.bed = bed
      let bytes = try AtomicFile.read(bed.path)
      state = EditorState(
        try SequenceDocument(loading: bytes), path: bed.path, title: "ts.xml",
        size: Size(width: 80, height: 24),
        setup: Setup(keymap: .standard))
      keeper = Keeper(folder: stateFolder ?? bed.state + "/tsedit")
      take(.started)
    }

    mutating func press(_ keys: String) throws {
      for key in try Key.parse(keys) { take(.terminal(.key(key))) }
    }

    /// Nothing is pressed for a while.
    mutating func idle() {
      for change in keeper.changes(state.files) { take(.outcome(change)) }
    }

    var screen: String {
      var buffer = Buffer(size: state.size)
      _ = state.draw(into: &buffer, .probe)
      return buffer.plainText
    }

    func read(_ name: String) -> String? { try? Scratch.read(bed.folder + "/" + name) }
  }

  private static let theirs = oneStep.replacing("Say hello", with: "Say good-bye")

  @Test func theirChangeIsNoticedWhileIdleAndReloaded() throws {
    var sitting = try Sitting(try Sickbed())
    sitting.idle()
    #expect(!sitting.screen.contains("changed on the disk"))
    try sitting.bed.write(Self.theirs)
    sitting.idle()
    #expect(sitting.screen.contains("was changed on the disk"), "\(sitting.screen)")
    try sitting.press("r")
    #expect(sitting.screen.contains("Say good-bye"), "\(sitting.screen)")
    sitting.idle()
    #expect(!sitting.screen.contains("was changed on the disk"), "\(sitting.screen)")
  }

  @Test func theirChangeIsNeverOverwrittenUnasked() throws {
    var sitting = try Sitting(try Sickbed())
    try sitting.press("jd")
    try sitting.bed.write(Self.theirs)
    try sitting.press("<C-s>")
    #expect(sitting.read("ts.xml") == Self.theirs)
    try sitting.press("l")
    #expect(sitting.screen.contains("Say good-bye"), "\(sitting.screen)")
    try sitting.press("<Esc>k")
    #expect(sitting.read("ts.xml") == Sickbed.new)
    #expect(sitting.read("ts.xml.~1~") == Self.theirs, "theirs is kept")
    #expect(sitting.screen.contains("Theirs is “ts.xml.~1~”"), "\(sitting.screen)")
    try sitting.press("q")
    #expect(sitting.exitCode == 0)
    #expect(sitting.bed.names == ["ts.xml", "ts.xml.~1~"] && sitting.bed.journals.isEmpty)
  }

  @Test func whatIsKeptOfTheirsReplacesNoBackup() throws {
    let bed = try Sickbed()
    for name in ["ts.xml~", "ts.xml.~1~"] { try bed.write("mine", to: name) }
    var sitting = try Sitting(bed)
    try sitting.press("jd")
    try bed.write(Self.theirs)
    try sitting.press("<C-s>k")
    #expect(sitting.read("ts.xml") == Sickbed.new)
    #expect(sitting.read("ts.xml.~2~") == Self.theirs)
    #expect(sitting.read("ts.xml~") == "mine" && sitting.read("ts.xml.~1~") == "mine")
  }

  @Test func anotherFileIsReplacedAfterOneQuestion() throws {
    var sitting = try Sitting(try Sickbed())
    try sitting.bed.write(Self.theirs, to: "b.xml")
    try sitting.press("jdS<C-u>\(sitting.bed.folder)/b.xml<Enter>")
    #expect(sitting.read("b.xml") == Self.theirs)
    #expect(sitting.screen.contains("exists already"), "\(sitting.screen)")
    try sitting.press("o")
    #expect(sitting.read("b.xml") == Sickbed.new, "\(sitting.screen)")
    #expect(sitting.read("ts.xml") == Sickbed.old)
    #expect(sitting.bed.names == [".b.xml.tsedit-lock", "b.xml", "ts.xml"], "the lock moves along")
    sitting.idle()
    #expect(!sitting.screen.contains("on the disk"), "\(sitting.screen)")
  }

  @Test func whatSomebodyElseEditsIsNotReplaced() throws {
    let bed = try Sickbed()
    var sitting = try Sitting(bed)
    try sitting.bed.write(Self.theirs, to: "b.xml")
    try Self.lock("b.xml", in: bed)
    try sitting.press("jdS<C-u>\(bed.folder)/b.xml<Enter>")
    #expect(sitting.read("b.xml") == Self.theirs)
    #expect(sitting.screen.contains("Not saved"), "\(sitting.screen)")
    #expect(sitting.state.message?.text.contains("edited by carol") == true)
    try sitting.press("<C-s>")
    #expect(sitting.read("ts.xml") == Sickbed.new, "its own file is still its own")
  }

  /// A lock of a process that lives.
  private static func lock(_ name: String, in bed: Sickbed) throws {
    let text = """
      tsedit lock 1
      host \(ProcessMark.own.host)
      user carol
      process \(getppid())
      start 0
      time \(time(nil))

      """
    try Data(text.utf8).write(to: URL(filePath: "\(bed.folder)/.\(name).tsedit-lock"))
  }

  @Test func aLockedFileIsTakenOver() throws {
    let bed = try Sickbed()
    try Self.lock("ts.xml", in: bed)
    var sitting = try Sitting(bed)
    #expect(sitting.screen.contains("carol on"), "\(sitting.screen)")
    try sitting.press("tjd<C-s>")
    #expect(sitting.read("ts.xml") == Sickbed.new, "\(sitting.screen)")
    try sitting.press("q")
    #expect(bed.names == ["ts.xml"])
  }

  @Test func aDeletedFileIsSaidAndWrittenAgain() throws {
    var sitting = try Sitting(try Sickbed())
    try sitting.press("jd")
    try FileManager.default.removeItem(atPath: sitting.bed.path)
    sitting.idle()
    #expect(sitting.screen.contains("not on the disk any more"), "\(sitting.screen)")
    try sitting.press("<C-s>")
    #expect(sitting.screen.contains("deleted or moved"), "\(sitting.screen)")
    try sitting.press("w")
    #expect(sitting.read("ts.xml") == Sickbed.new, "\(sitting.screen)")
  }

  @Test func aFolderThatIsGoneOrReplacedIsSaid() throws {
    let bed = try Sickbed()
    var sitting = try Sitting(bed)
    try sitting.press("jd")
    try FileManager.default.moveItem(atPath: bed.folder, toPath: bed.folder + ".old")
    try sitting.press("<C-s>w")
    #expect(sitting.screen.contains("There is no folder"), "\(sitting.screen)")
    try sitting.press("<Esc>")
    try FileManager.default.createDirectory(
      atPath: bed.folder, withIntermediateDirectories: false)
    try sitting.bed.write(Self.theirs)
    try sitting.press("<C-s>")
    #expect(sitting.screen.contains("changed on the disk"), "\(sitting.screen)")
    #expect(sitting.read("ts.xml") == Self.theirs)
    #expect(bed.isInJournal, "the work is kept")
  }

  @Test func aFileThatBecameSomethingElseIsSaid() throws {
    let bed = try Sickbed()
    var sitting = try Sitting(bed)
    try sitting.press("jd")
    try FileManager.default.removeItem(atPath: bed.path)
    #expect(mkfifo(bed.path, 0o600) == 0)
    sitting.idle()
    #expect(sitting.screen.contains("a device or a pipe"), "\(sitting.screen)")
    try sitting.press("<C-s>")
    #expect(sitting.screen.contains("cannot be told"), "\(sitting.screen)")
    try sitting.press("w")
    #expect(sitting.state.message?.text.contains("Not saved") == true, "\(sitting.screen)")
  }

  @Test func withoutAJournalItSavesAndSaysSo() throws {
    let bed = try Sickbed()
    try Data().write(to: URL(filePath: bed.scratch("blocked")))
    var sitting = try Sitting(bed, stateFolder: bed.scratch("blocked"))
    try sitting.press("jd")
    #expect(sitting.screen.contains("cannot be written down"), "\(sitting.screen)")
    try sitting.press("<C-s>")
    #expect(sitting.read("ts.xml") == Sickbed.new)
  }

  @Test func aJournalThatSomebodyRemovesIsBegunAnew() throws {
    let bed = try Sickbed()
    var sitting = try Sitting(bed)
    try sitting.press("jd")
    try FileManager.default.removeItem(atPath: bed.state + "/tsedit")
    #expect(!bed.isInJournal)
    try sitting.press("e")
    let journal = try #require(bed.journals.first)
    #expect(try Recovery(reading: journal).editCount == 2)
  }

  @Test func workTakenUpStaysWhereItWasUntilItIsWrittenDownAnew() throws {
    let bed = try Sickbed()
    let killed = try bed.edited()
    kill(killed.process, SIGKILL)
    #expect(killed.wait { killed.hasEnded })
    let old = bed.journals
    var sitting = try Sitting(bed)
    #expect(sitting.screen.contains("Unsaved work"), "\(sitting.screen)")
    // No second journal can be made: the folder becomes a file while it looks.
    let folder = bed.journalFolder
    try FileManager.default.moveItem(atPath: folder, toPath: folder + ".real")
    try Data().write(to: URL(filePath: folder))
    try sitting.press("r")
    try FileManager.default.removeItem(atPath: folder)
    try FileManager.default.moveItem(atPath: folder + ".real", toPath: folder)
    #expect(bed.journals == old)
    // Now one can.
    try sitting.press("d")
    try sitting.press("d")
    #expect(bed.journals.count == 2)
  }

  @Test func twoProgramsMeet() throws {
    let bed = try Sickbed()
    let first = try bed.edited()
    let second = try TerminalRun([Program.path, bed.path], state: bed.state)
    #expect(second.wait(for: "Somebody edits"), "\(second.text())")
    second.type("tjr\u{15}Mine\r\u{13}")
    #expect(second.wait(for: "Saved"), "\(second.text())")
    second.type("q")
    #expect(second.wait { second.hasEnded })
    // The first one sees it when nothing is pressed for two seconds.
    #expect(first.wait(for: "was changed on the disk"), "\(first.text())")
    let start = first.output.count
    first.type("r")
    #expect(first.wait(for: "Reloaded", from: start), "\(first.text(from: start))")
    #expect(first.shows("Mine", from: start))
  }

  @Test(arguments: ["a\nb\u{9b}31m.xml", "größe\u{202E}.xml"])
  func namesCannotDriveTheTerminal(_ name: String) async throws {
    let scratch = Scratch()
    let path = try scratch.file(name, oneStep)
    let broken = try scratch.file("x" + name, "<sequence")
    for arguments in [
      ["show", path], ["show", broken], ["check", scratch.path], ["vars", path],
      ["play", path, "--keys", "jd<C-s>"], ["show", path, "--format", "json"],
      ["refs", path, "--format", "csv"], ["new", "--template", name],
    ] {
      let result = try await Program.run(arguments)
      for scalar in (result.output + result.errors).unicodeScalars where scalar != "\n" {
        #expect(!Printable.isDangerous(scalar), "\(arguments): \(result.output)\(result.errors)")
      }
    }
  }

  @Test func aNameThatIsNotUnicodeIsSaid() async throws {
    let scratch = Scratch()
    let result = try await Program.shell(
      "printf '<sequence/>' > \"$(printf 'a\\377.xml')\"; tsedit show a*.xml; tsedit check .",
      in: scratch.path)
    let sentences = result.errors.split(separator: "\n").filter { $0.contains("not valid UTF-8") }
    #expect(sentences.count == 2, "\(result.errors)")
  }
}

import Foundation
import Journaling
import TaskSequence
import Testing

/// When an edit is in the journal, and when the journal is on the disk.
@Suite(.enabled("there is no C compiler") { FaultLibrary.path != nil })
struct WrittenDownTests {
  /// Has the program note when it calls the system, in `log`.
  private static func noting(in bed: Sickbed) -> [String: String] {
    [
      "LD_PRELOAD": FaultLibrary.path ?? "", "FAULT_KEY": "d", "FAULT_LOG": bed.scratch("log"),
    ]
  }

  private static func calls(of bed: Sickbed) -> [(time: Int, name: String)] {
    FaultLibrary.calls(in: bed.scratch("log"))
  }

  @Test func whatTheScreenShowsOutlivesTheProgram() throws {
    let bed = try Sickbed()
    let run = try TerminalRun([Program.path, bed.path], state: bed.state)
    run.type("jd")
    #expect(run.wait(for: "Disabled"), "\(run.text())")
    kill(run.process, SIGKILL)
    #expect(bed.wholeJournal?.editCount == 1)
  }

  @Test func everyEditIsOnTheDiskWithinASecondWhateverIsTyped() throws {
    let bed = try Sickbed()
    let run = try bed.edited(Self.noting(in: bed))
    for _ in 0..<80 {
      run.type("d")
      usleep(20_000)
      run.pump()
    }
    func isOnDisk() -> Bool {
      let names = Self.calls(of: bed).map(\.name)
      guard let last = names.lastIndex(of: "fdatasync") else { return false }
      return !names[last...].contains("write")
    }
    #expect(run.wait { isOnDisk() })
    let calls = Self.calls(of: bed)
    // The first edit begins the journal.
    let begun = try #require(calls.lastIndex { $0.name == "open to write" })
    var (waiting, longest, syncs): (Int?, Int, Int) = (nil, 0, 0)
    for call in calls[begun...] {
      switch call.name {
      case "write": waiting = waiting ?? call.time
      case "fdatasync":
        longest = max(longest, call.time - (waiting ?? call.time))
        (waiting, syncs) = (nil, syncs + 1)
      default: break
      }
    }
    #expect(longest < 1000 && syncs > 2, "\(longest) ms, \(syncs) times")
  }

  @Test func itIsOnTheDiskBeforeAnotherProgramHasTheTerminal() throws {
    let bed = try Sickbed()
    let editor = bed.scratch("editor")
    try Data("#!/bin/sh\ncp \(bed.scratch("log")) \(bed.scratch("seen"))\n".utf8)
      .write(to: URL(filePath: editor))
    chmod(editor, 0o755)
    let run = try bed.edited(Self.noting(in: bed).merging(["VISUAL": editor]) { $1 })
    run.type("c\u{0F}")
    #expect(run.wait(for: "The text was not changed"), "\(run.text())")
    expectSynced(bed)
  }

  @Test func itIsOnTheDiskBeforeItIsStopped() throws {
    let bed = try Sickbed()
    let script = "\(Program.path) \(bed.path); cp \(bed.scratch("log")) \(bed.scratch("seen"))"
    let run = try TerminalRun(
      ["sh", "-mc", script + "; echo stopped; fg"], state: bed.state,
      environment: Self.noting(in: bed))
    run.type("jd")
    #expect(run.wait { bed.isInJournal }, "\(run.text())")
    run.type("\u{1B}z")
    #expect(run.wait(for: "stopped"), "\(run.text())")
    expectSynced(bed)
    run.type("qdd")
    #expect(run.wait { run.hasEnded })
  }

  /// Checks that the journal, and that it is there at all, was on the disk when the log was copied.
  private func expectSynced(_ bed: Sickbed, location: SourceLocation = #_sourceLocation) {
    let names = FaultLibrary.calls(in: bed.scratch("seen")).map(\.name)
    let begun = names.lastIndex(of: "open to write") ?? 0
    for call in ["fdatasync", "fsync"] {
      #expect(names[begun...].contains(call), "\(names)", sourceLocation: location)
    }
  }
}

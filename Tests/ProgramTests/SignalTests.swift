import Foundation
import Journaling
import Storage
import TaskSequence
import Testing

/// Whatever signal ends or disturbs the program, the terminal is as it was, the file whole, and the
/// work in the journal.
@Suite struct SignalTests {
  /// A shell in a terminal, and the program as its job.
  private final class Job {
    let bed: Sickbed
    let run: TerminalRun
    let process: pid_t

    /// Opens the file and disables its step.
    init(_ script: String = "RUN; echo code $?", environment: [String: String] = [:]) throws {
      bed = try Sickbed()
      let exports = environment.map { "\($0)='\($1)' " }.joined()
      let job =
        "sh -c 'echo $$ > \(bed.scratch("pid")); \(exports.replacing("'", with: "\"")) "
        + "exec \(Program.path) \(bed.path)'"
      let whole = "stty -a > before; \(script.replacing("RUN", with: job)); stty -a > after"
      run = try TerminalRun(["sh", "-mc", "cd \(bed.state); \(whole)"], state: bed.state)
      run.type("jd")
      guard run.wait(until: { [bed] in bed.isInJournal }),
        let text = try? Scratch.read(bed.scratch("pid")),
        let number = pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines))
      else { throw TerminalRun.Failed(what: "it does not start: \(run.text())") }
      process = number
    }

    deinit { kill(process, SIGKILL) }

    func send(_ signal: Int32) { kill(process, signal) }

    /// Whether the program waits for something.
    private var isWaiting: Bool {
      // The state stands behind the name in parentheses.
      (try? Scratch.read("/proc/\(process)/stat"))?.split(separator: ") ").last?.first == "S"
    }

    /// Waits until the program waits for something.
    func rest() {
      _ = run.wait { isWaiting }
    }

    /// Reads nothing and has it draw until the terminal takes no more, so that it stands in the middle
    /// of writing and cannot answer.
    func haveItStandInAWrite() throws {
      var isFull = false
      for turn in 0..<2000 {
        // A program that is told wakes at once; when it waits again, it has drawn or cannot.
        run.resize(columns: 100 + UInt16(turn % 100), rows: 50)
        try #require(holds { isWaiting })
        guard !isFull else { break }
        isFull = !run.takesOutput
      }
      guard isFull else { throw TerminalRun.Failed(what: "the terminal takes everything") }
      run.resize(columns: 80, rows: 24)
      try #require(holds { isWaiting })
    }

    /// Whether a signal that was sent has come to its handler, and the program waits again.
    func hasTaken(_ signal: Int32) -> Bool {
      holds {
        let status = try? Scratch.read("/proc/\(process)/status")
        let pending = status?.split(separator: "\n").first { $0.hasPrefix("ShdPnd:") }
        let bits = pending.flatMap {
          UInt64($0.dropFirst(7).drop(while: \.isWhitespace), radix: 16)
        }
        return bits.map { $0 & 1 << (signal - 1) == 0 } == true && isWaiting
      }
    }

    /// Waits without reading what the program writes.
    private func holds(_ isFine: () -> Bool) -> Bool {
      for _ in 0..<30_000 {
        if isFine() { return true }
        usleep(2000)
      }
      return false
    }

    /// Checks what must hold however it ended; answers what was written below the screen.
    func checkEnd(_ signal: String, location: SourceLocation = #_sourceLocation) throws -> String {
      #expect(run.wait { run.hasEnded }, "\(signal): it goes on", sourceLocation: location)
      let below = try #require(
        run.textBelowTheScreen, "\(signal): the screen is not left", sourceLocation: location)
      for mode in ["2004", "1000", "1002", "1006"] {
        #expect(
          run.text().components(separatedBy: "\u{1B}[?\(mode)h").last?
            .contains("\u{1B}[?\(mode)l") == true,
          "\(signal): mode \(mode) is on", sourceLocation: location)
      }
      let before = try Scratch.read(bed.scratch("before"))
      #expect(before.contains("icanon"), sourceLocation: location)
      let after = try Scratch.read(bed.scratch("after"))
      #expect(before == after, "\(signal): the terminal", sourceLocation: location)
      #expect(bed.content == Sickbed.old, "\(signal): the file", sourceLocation: location)
      return below
    }
  }

  @Test(arguments: [("TERM", SIGTERM), ("HUP", SIGHUP)])
  func anOrderlyEndKeepsADraft(_ name: String, _ signal: Int32) throws {
    let job = try Job()
    job.send(signal)
    let below = try job.checkEnd(name)
    #expect(below.contains("opening the file offers it again"), "\(below)")
    #expect(job.bed.wholeJournal?.isDraft == true)
    #expect(job.bed.names == ["ts.xml"], "no lock is left")
  }

  @Test(arguments: [
    ("QUIT", SIGQUIT), ("SEGV", SIGSEGV), ("ILL", SIGILL), ("ABRT", SIGABRT), ("BUS", SIGBUS),
    ("FPE", SIGFPE), ("TRAP", SIGTRAP), ("USR1", SIGUSR1), ("XCPU", SIGXCPU), ("ALRM", SIGALRM),
  ])
  func aCrashLeavesASaneTerminalAndAWholeJournal(_ name: String, _ signal: Int32) throws {
    let job = try Job()
    // The thread sanitizer runs the handlers of these signals at once, even where it holds a lock of
    // its own, and then waits for itself in the handler's call of sigaction.
    if isUnderThreadSanitizer { job.rest() }
    job.send(signal)
    let below = try job.checkEnd(name)
    #expect(below.contains("code \(128 + signal)"), "it ends by that signal: \(below)")
    #expect(job.bed.wholeJournal?.isDraft == false)
    #expect(job.bed.wholeJournal?.mark.isAlive == false)
  }

  @Test func anInterruptAsksAndAPipeIsNothing() throws {
    let job = try Job()
    job.send(SIGPIPE)
    job.send(SIGINT)
    #expect(job.run.wait(for: "before leaving?"), "\(job.run.text())")
    job.run.type("dd")
    let below = try job.checkEnd("INT")
    #expect(below.contains("code 0"), "\(below)")
    #expect(job.bed.journals.isEmpty, "what was discarded is not offered again")
  }

  @Test(
    .disabled("the thread sanitizer dies of that limit before the program begins") {
      isUnderThreadSanitizer
    }) func aLimitOfFileSizesIsSaidAndNotDiedOf() throws
  {
    let bed = try Sickbed()
    let run = try TerminalRun(
      ["sh", "-c", "ulimit -f 0; exec \(Program.path) \(bed.path)"], state: bed.state)
    run.type("jd")
    #expect(run.wait(for: "cannot be written down"), "\(run.text())")
    run.type("\u{13}")
    #expect(run.wait(for: "Not saved"), "\(run.text())")
    #expect(run.shows("File too large"), "\(run.text())")
    run.type("qdd")
    #expect(run.wait { run.hasEnded } && bed.content == Sickbed.old)
  }

  @Test func aSecondTermIsAnOrder() throws {
    let job = try Job()
    try job.haveItStandInAWrite()
    job.send(SIGTERM)
    try #require(job.hasTaken(SIGTERM))
    job.send(SIGTERM)
    let below = try job.checkEnd("TERM twice")
    #expect(below.contains("code \(128 + SIGTERM)"), "\(below)")
    #expect(!below.contains("offers it again"), "it went in order: \(below)")
    #expect(job.bed.wholeJournal != nil)
  }

  @Test func stoppedItGivesTheTerminalBackAndTakesItAgain() throws {
    let job = try Job("RUN; stty -a > stopped; echo stopped; fg; echo code $?")
    job.send(SIGTSTP)
    #expect(job.run.wait(for: "stopped"), "\(job.run.text())")
    // The shell has put it into the foreground again.
    #expect(
      job.run.wait { job.run.text().components(separatedBy: "\u{1B}[?1049h").count == 3 },
      "\(job.run.text())")
    let (before, stopped) = (
      try Scratch.read(job.bed.scratch("before")), try Scratch.read(job.bed.scratch("stopped"))
    )
    #expect(before == stopped)
    #expect(job.bed.wholeJournal != nil)
    let start = job.run.output.count
    job.run.type("q")
    #expect(job.run.wait(for: "before leaving?", from: start), "\(job.run.text(from: start))")
    job.run.type("dd")
    #expect(try job.checkEnd("TSTP").contains("code 0"))
  }

  @Test func aStormOfSizesIsSurvived() throws {
    let job = try Job()
    for step in 0..<200 {
      let side = UInt16(truncatingIfNeeded: step * 37 % 150)
      job.run.resize(columns: side, rows: UInt16(truncatingIfNeeded: step * 13 % 60))
      if step % 7 == 0 { job.run.type(step % 2 == 0 ? "j" : "k") }
      job.run.pump()
    }
    job.run.resize(columns: 80, rows: 24)
    let start = job.run.output.count
    job.run.type("q")
    #expect(job.run.wait(for: "before leaving?", from: start), "\(job.run.text(from: start))")
    #expect(job.bed.wholeJournal != nil)
    job.run.type("dd")
    #expect(try job.checkEnd("WINCH").contains("code 0"))
  }

  @Test(arguments: [false, true])
  func aVanishedTerminalKeepsADraft(isBusy: Bool) throws {
    let bed = try Sickbed()
    let run = try bed.edited()
    // Nobody reads what it draws: it stands in the middle of writing when the terminal goes.
    if isBusy { for _ in 0..<200 { run.type("hljk") } }
    usleep(isBusy ? 100_000 : 0)
    run.hangUp()
    #expect(run.wait { run.hasEnded }, "it goes on without a terminal")
    #expect(bed.content == Sickbed.old && bed.names == ["ts.xml"])
    #expect(bed.wholeJournal?.isDraft == true)
  }

  @Test func whatACrashSaysIsShownBelowTheScreenAndCannotDriveTheTerminal() throws {
    let library = try #require(FaultLibrary.path)
    let job = try Job(environment: [
      "LD_PRELOAD": library, "FAULT_NUMBER": "1", "FAULT_KIND": "shout",
    ])
    job.run.type("\u{13}")
    let below = try job.checkEnd("ABRT while saving")
    #expect(below.contains("something went badly wrong ?[31m??31m"), "\(below)")
    #expect(job.bed.wholeJournal != nil)
  }

  @Test func afterTheWorstTheNextStartOffersTheWork() throws {
    let bed = try Sickbed()
    let killed = try bed.edited()
    kill(killed.process, SIGKILL)
    #expect(killed.wait { killed.hasEnded })
    #expect(bed.names.count == 2, "its lock is there")
    let run = try TerminalRun([Program.path, bed.path], state: bed.state)
    #expect(run.wait(for: "Unsaved work"), "\(run.text())")
    run.type("l")
    #expect(run.wait(for: "What would come back"), "\(run.text())")
    var start = run.output.count
    run.type("\r")
    #expect(run.wait(for: "Recovered", from: start), "\(run.text(from: start))")
    start = run.output.count
    run.type("\u{13}")
    #expect(run.wait(for: "Saved", from: start), "\(run.text(from: start))")
    #expect(bed.content == Sickbed.new)
    run.type("q")
    #expect(run.wait { run.hasEnded })
    #expect(bed.names == ["ts.xml"] && bed.journals.isEmpty, "\(bed.names) \(bed.journals)")
  }

  @Test func whatCameThroughStandardInputIsOfferedWhenItComesAgain() async throws {
    let bed = try Sickbed()
    func open() throws -> TerminalRun {
      try TerminalRun(["sh", "-c", "exec \(Program.path) - < \(bed.path)"], state: bed.state)
    }
    let killed = try open()
    killed.type("jd")
    #expect(killed.wait { bed.isInJournal }, "\(killed.text())")
    kill(killed.process, SIGKILL)
    #expect(killed.wait { killed.hasEnded })
    let environment = ["XDG_STATE_HOME": bed.state]
    let list = try await Program.run(["recover"], environment: environment)
    #expect(list.output.hasPrefix("/dev/stdin#") && list.output.contains("1 edit"), "\(list)")
    let name = String(list.output.prefix { $0 != ":" })
    for open in [open, { try TerminalRun([Program.path, "recover", name], state: bed.state) }] {
      let run = try open()
      #expect(run.wait(for: "Unsaved work on “standard input”"), "\(run.text())")
      let start = run.output.count
      run.type("r")
      #expect(run.wait(for: "Recovered", from: start), "\(run.text(from: start))")
      kill(run.process, SIGHUP)
      #expect(run.wait { run.hasEnded })
      #expect(run.textBelowTheScreen?.contains("tsedit recover lists it") == true, "\(run.text())")
    }
    let beside = try open()
    #expect(beside.wait(for: "keep both"), "\(beside.text())")
    beside.type("b")
    #expect(beside.wait(for: "is a second file"), "\(beside.text())")
    kill(beside.process, SIGKILL)
    #expect(beside.wait { beside.hasEnded } && bed.isInJournal)
    let file = bed.scratch("new.xml")
    let written = try await Program.run(["recover", name, "-o", file], environment: environment)
    #expect(written.code == 0 && bed.journals.isEmpty, "\(written)")
    #expect(try Scratch.read(file) == Sickbed.new)
  }

  @Test func nobodyElseCanReadTheJournalWhateverTheMask() throws {
    let bed = try Sickbed()
    let run = try TerminalRun(
      ["sh", "-c", "umask 000; exec \(Program.path) \(bed.path)"], state: bed.state)
    run.type("jd")
    #expect(run.wait { bed.isInJournal })
    func mode(_ path: String) throws -> Int {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
    }
    #expect(try mode(bed.state + "/tsedit") == 0o700)
    #expect(try mode(bed.journalFolder) == 0o700)
    #expect(try mode(bed.journals[0]) == 0o600)
  }
}

/// Whether the thread sanitizer is part of this program, and so of the one that is tested.
private let isUnderThreadSanitizer = dlsym(nil, "__tsan_init") != nil

/// What is in a file stays between it and the one who reads the screen.
@Suite struct PrivacyTests {
  @Test func aCrashTellsNoSecretsAndLeavesNoCore() throws {
    let bed = try Sickbed()
    let secret = "Sesame-42"
    let text = oneStep.replacing(
      "</action>",
      with: """
        </action><defaultVarList><variable name="OSDJoinPassword" property="OSDJoinPassword">\
        \(secret)</variable></defaultVarList>
        """)
    try Data(text.utf8).write(to: URL(filePath: bed.path))
    let run = try TerminalRun(
      ["sh", "-c", "ulimit -c unlimited; exec \(Program.path) \(bed.path)"], state: bed.state,
      columns: 120, rows: 40)
    run.type("jj\t")
    #expect(run.wait(for: "••••"), "\(run.text())")
    kill(run.process, SIGSEGV)
    #expect(run.wait { run.hasEnded })
    let status = try #require(run.status)
    #expect(status & 0x7F == SIGSEGV && status & 0x80 == 0, "a core was dumped")
    #expect(!run.text().contains(secret), "\(run.text())")
    for title in ["]0;", "]1;", "]2;"] {
      #expect(!run.text().contains("\u{1B}" + title), "a title of the window")
    }
    #expect(bed.names.allSatisfy { $0.hasSuffix("ts.xml") || $0.hasSuffix("lock") }, "\(bed.names)")
  }

  @Test func theOutsideEditorsFileIsPrivateAndGoes() throws {
    let bed = try Sickbed()
    let editor = bed.scratch("editor")
    try Data("#!/bin/sh\nstat -c '%a %n' \"$1\" \"$(dirname \"$1\")\" > \(bed.state)/seen\n".utf8)
      .write(to: URL(filePath: editor))
    chmod(editor, 0o755)
    let run = try TerminalRun(
      ["sh", "-c", "umask 000; exec \(Program.path) \(bed.path)"], state: bed.state,
      environment: ["EDITOR": editor, "VISUAL": ""])
    run.type("jc")
    #expect(run.wait(for: "echo hello"))
    run.type("\u{0F}")
    var seen: [Substring] = []
    let folder = bed.state + "/tsedit/text"
    let isGone = try run.wait {
      seen = (try? Scratch.read(bed.scratch("seen")).split(separator: "\n")) ?? []
      return try seen.count == 2 && FileManager.default.contentsOfDirectory(atPath: folder).isEmpty
    }
    #expect(isGone, "\(run.text())")
    #expect(seen[0].hasPrefix("600 ") && seen[1].hasPrefix("700 "), "\(seen)")
  }
}

import ArgumentParser
import Foundation
import Subprocess
import SystemPackage
import Testing

@testable import tsedit

/// What is printed goes out whole, or the program says that it did not.
@Suite struct OutputTests {
  /// Files for every command, and the work that `recover` lists.
  private struct Stage {
    let bed: Sickbed
    let sequence: String
    let site: String
    let map: String
    let log: String

    init() throws {
      bed = try Sickbed()
      try bed.leaveWork()
      try bed.write(Self.text, to: "c.xml")
      try bed.write("Kind,Id,Name,Version\npackage,XYZ00001,Tools,2\n", to: "site.csv")
      try bed.write("Old,New\nABC00001,XYZ00001\n", to: "map.csv")
      sequence = bed.folder + "/c.xml"
      site = bed.folder + "/site.csv"
      map = bed.folder + "/map.csv"
      try bed.write(Self.record, to: "smsts.log")
      log = bed.folder + "/smsts.log"
    }

    static let record =
      "<![LOG[Start executing an instruction. Instruction name: Start. Instruction pointer: 0]LOG]!>"
      + "<time=\"08:00:00.000-60\" date=\"03-14-2024\" component=\"TSManager\" context=\"\" type=\"1\" "
      + "thread=\"1\" file=\"engine.cxx:144\">\r\n"

    static let text = """
      <sequence version="3.10"><referenceList><reference package="ABC00001"/></referenceList>\
      <group name="Start"><condition>\
      <expression type="SMS_TaskSequence_VariableConditionExpression">\
      <variable name="Operator">equals</variable><variable name="Value">true</variable>\
      <variable name="Variable">Stage</variable></expression></condition>\
      <step type="SMS_TaskSequence_RunCommandLineAction" name="Tools">\
      <action>smsswd.exe /run:ABC00001 a</action><defaultVarList>\
      <variable name="CommandLine" property="CommandLine" hidden="true">a</variable>\
      <variable name="PackageID" property="PackageID" hidden="true">ABC00001</variable>\
      </defaultVarList></step></group></sequence>
      """

    /// How each command is made to print, in all its formats.
    var lines: [String: [[String]]] {
      [
        "show": [[sequence], [sequence, "--format", "json"]],
        "play": ["text", "ansi", "svg"].map { [sequence, "--format", $0] },
        "keys": [[], ["--markdown"]], "themes": [[]], "manual": [[]],
        "help": [[], ["keys"], ["show"]],
        "new": [["--list"], ["--template", "cm-custom", "-o", "-"]],
        "check": ["text", "json"].map { [sequence, "--catalog", site, "--format", $0] },
        "refs": ["text", "json", "csv"].map { [sequence, "--format", $0] },
        "remap": [
          [sequence, "--map", map, "--dry-run"], [sequence, "--map", map],
          [sequence, "--map", map, "-o", "-"],
        ],
        "catalog build": [[site, "-o", bed.scratch("all.json")]], "catalog show": [[site]],
        "vars": [
          [sequence], [sequence, "--name", "Stage"], [sequence, "--format", "json"],
        ],
        "condition": [
          [sequence], [sequence, "Start"], [sequence, "Start/Tools"], ["--eval", "A = 1"],
          [sequence, "Start", "--set", "Stage=1"], ["-", "Start", "--set-text", "A = 1"],
        ],
        "recipe": [
          [sequence], [sequence, "--format", "markdown"], [sequence, "--format", "script"],
        ],
        "size": [[sequence], [sequence, "--format", "json"]],
        "log": ["text", "json", "markdown"].map { [log, "--sequence", sequence, "--format", $0] }
          + [[log, "--anonymous"]],
        "situation": [["--from-log", log]],
        "simulate": [["--list"]] + ["text", "json", "markdown"].map { [sequence, "--format", $0] },
        "recover": [[], [bed.path, "-o", "-"]],
      ]
    }

    /// Every way the program prints something, and runs in which it prints.
    var all: [[String]] {
      get throws {
        let commands = OutputTests.names(below: TSEdit.self)
        // The editor has a terminal, not standard output.
        #expect(Set(commands) == Set(lines.keys).union(["edit"]))
        return lines.sorted { $0.key < $1.key }.flatMap { name, lines in
          lines.map { name.split(separator: " ").map(String.init) + $0 }
        } + [
          ["--version"], ["--help"], ["catalog"], ["show", "--help"],
          ["--experimental-dump-help"],
        ] + ["bash", "zsh", "fish"].map { ["--generate-completion-script", $0] }
      }
    }

    /// Runs a command with other descriptors than a shell's.
    ///
    /// - Parameter redirection: As a shell writes it.
    func run(_ arguments: [String], _ redirection: String) async throws -> Ending {
      try await run(
        ["-c", "exec \"$@\" < c.xml \(redirection)", "sh", Program.path] + arguments, .discarded)
    }

    /// Runs a command whose output nobody reads.
    ///
    /// - Parameter trap: What the shell does first that starts it.
    func runUnread(_ arguments: [String], _ trap: String) async throws -> Ending {
      let pipe = try FileDescriptor.pipe()
      try pipe.readEnd.close()
      return try await run(
        ["-c", "\(trap); exec \"$@\" < c.xml", "sh", Program.path] + arguments,
        .fileDescriptor(pipe.writeEnd, closeAfterSpawningProcess: true))
    }

    private func run(
      _ arguments: [String], _ output: some OutputProtocol
    ) async throws -> Ending {
      let result = try await Subprocess.run(
        .name("sh"), arguments: Arguments(arguments),
        environment: .inherit.updating([
          "XDG_CONFIG_HOME": "/nonexistent", "XDG_STATE_HOME": .some(bed.state),
        ]),
        workingDirectory: FilePath(bed.folder), output: output, error: .string(limit: 1 << 24))
      return Ending(status: result.terminationStatus, errors: result.standardError)
    }
  }

  private struct Ending {
    let status: TerminationStatus
    let errors: String
  }

  /// The commands that do something, with the names of those they are below.
  private static func names(below command: any ParsableCommand.Type) -> [String] {
    command.configuration.subcommands.flatMap { inner -> [String] in
      let name = inner.configuration.commandName ?? ""
      let below = names(below: inner)
      return below.isEmpty ? [name] : below.map { "\(name) \($0)" }
    }
  }

  @Test(arguments: [("> /dev/full", "No space left"), (">&-", "Bad file descriptor")])
  func whatCannotBeWrittenIsSaid(_ redirection: String, _ reason: String) async throws {
    let stage = try Stage()
    for arguments in try stage.all {
      let ending = try await stage.run(arguments, redirection)
      let last = ending.errors.split(separator: "\n").last ?? ""
      #expect(ending.status == .exited(2), "\(arguments)")
      #expect(
        last.hasPrefix("tsedit: standard output: cannot write it: \(reason)"),
        "\(arguments): \(ending.errors)")
    }
    #expect(try Scratch.read(stage.sequence) == Stage.text, "no report, no change")
  }

  /// Whoever starts it may have the signal ignored, which other programs inherit.
  @Test(arguments: ["trap - PIPE", "trap '' PIPE"])
  func whereNobodyReadsItEndsQuietly(_ trap: String) async throws {
    let stage = try Stage()
    for arguments in try stage.all {
      let ending = try await stage.runUnread(arguments, trap)
      #expect(ending.status == .signaled(SIGPIPE), "\(arguments)")
      #expect(!ending.errors.contains("standard output"), "\(arguments): \(ending.errors)")
    }
  }

  /// What nothing is printed to may be missing.
  @Test func whoPrintsNothingNeedsNoOutput() async throws {
    let stage = try Stage()
    let arguments = ["condition", stage.sequence, "Start", "--set-text", "A = 1"]
    for redirection in ["> /dev/full", ">&-", ">&- 2>&- <&-"] {
      #expect(try await stage.run(arguments, redirection).status == .exited(0), "\(redirection)")
    }
    #expect(try Scratch.read(stage.sequence).contains("<variable name=\"Variable\">A</variable>"))
  }

  @Test func whatIsLongArrivesWhole() async throws {
    let scratch = Scratch()
    let steps = (0..<20_000).map { "<step name=\"Step \($0)\"/>" }.joined()
    let path = try scratch.file("long.xml", "<sequence version=\"3.00\">\(steps)</sequence>")
    let result = try await Program.shell(
      "tsedit show long.xml | (sleep 0.2; cat) | tail -n 1", in: scratch.path)
    #expect(result.output == "└─ 20000 Step 19999\n" && result.errors.isEmpty, "\(path)")
  }

  /// Every call that writes to a file, with everything that can happen to it.
  @Test(.enabled("there is no C compiler") { FaultLibrary.path != nil })
  func aFaultIsRetriedOrSaid() async throws {
    let scratch = Scratch()
    _ = try scratch.file("in.xml", oneStep)
    let whole = try await Program.run(["show", "-"], input: oneStep).output
    let faults = "LD_PRELOAD='\(FaultLibrary.path ?? "")' FAULT_KEY='<'"
    func show(_ fault: String) async throws -> Program.Result {
      try await Program.shell(
        "PROGRAM=$(command -v tsedit); \(faults) \(fault) exec \"$PROGRAM\" show - < in.xml > out",
        in: scratch.path)
    }
    _ = try await show("FAULT_LOG=log")
    let calls = FaultLibrary.calls(in: scratch.path + "/log").map(\.name)
    #expect(calls.contains("write") && calls.contains("close"), "\(calls)")
    for (index, call) in calls.enumerated() where ["write", "close"].contains(call) {
      for kind in SaveFaultTests.kinds(of: call) where !["kill", "torn"].contains(kind) {
        let result = try await show("FAULT_NUMBER=\(index + 1) FAULT_KIND=\(kind)")
        let isWhole = try Scratch.read(scratch.path + "/out") == whole
        let isHarmless = kind == "short" || kind == "\(EINTR)"
        #expect(result.code == (isHarmless ? 0 : 2), "\(call), \(kind): \(result.errors)")
        #expect(isHarmless ? isWhole : result.errors.contains("standard output"), "\(kind)")
      }
    }
  }
}

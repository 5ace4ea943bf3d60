import Foundation
import TestSupport
import Testing

/// Those of the thirty jobs that need a terminal: what is pasted, killed, drawn on a poor one.
@Suite(.enabled(if: Corpus.isThere, Comment(rawValue: Corpus.skipped)))
struct JobTerminalTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Starts the program on a file in a terminal, and waits until it is drawn.
  private func start(
    _ path: String, options: [String] = [], environment: [String: String] = [:],
    columns: UInt16 = 80, rows: UInt16 = 24
  ) throws -> TerminalRun {
    let run = try TerminalRun(
      [Program.path, path] + options, state: folder.path + "/state", environment: environment,
      columns: columns, rows: rows)
    #expect(run.wait(for: "Help"), "\(run.text())")
    return run
  }

  @Test("B3, killed, and the work is there again by one key")
  func recovers() throws {
    let path = try Job.File.capture.put(into: folder)
    let first = try start(path)
    first.type("jd")
    #expect(first.wait(for: "Disabled"), "\(first.text())")
    kill(first.process, SIGKILL)
    #expect(first.wait { first.hasEnded })
    let second = try TerminalRun([Program.path, path], state: folder.path + "/state")
    #expect(second.wait(for: "Unsaved work"), "\(second.text())")
    second.type("\r")
    #expect(second.wait(for: "1 change"), "\(second.text())")
  }

  @Test("B5, a script of 61 lines into a new step")
  func pastes() throws {
    let path = try Job.File.capture.put(into: folder)
    let script = (1...61).map { "Write-Output \"line \($0)\"  # {$_}" }
    let run = try start(path)
    let keys = "apowershell\r"
    #expect(keys.count + 1 <= 16)
    run.type(keys)
    #expect(run.wait(for: "line 1, column 1"), "\(run.text())")
    run.type("\u{1B}[200~\(script.joined(separator: "\n"))\u{1B}[201~")
    #expect(run.wait(for: "line 61"), "\(run.text())")
    run.type("\u{13}\u{13}")
    #expect(run.wait(for: "Saved"), "\(run.text())")
    let text = try Scratch.read(path)
    let coded = try #require(text.firstMatch(of: /"SourceScript">([^<]*)</)?.output.1)
    let decoded = try #require(Data(base64Encoded: String(coded)))
    let lines = try #require(String(data: decoded, encoding: .utf16))
    #expect(lines.split(whereSeparator: \.isNewline).map(String.init) == script)
  }

  @Test("B9, the row one stands on in eight colours", arguments: ["dark", "light"])
  func eightColours(_ theme: String) throws {
    let path = try Job.File.client.put(into: folder)
    let run = try start(
      path, options: ["--theme", theme], environment: ["TERM": "linux"], columns: 60, rows: 16)
    let begin = run.output.count
    run.type("j")
    #expect(run.wait(for: "Initialization", from: begin), "\(run.text())")
    let drawn = Drawn(run.text(from: begin))
    let (chosen, other) = (drawn.style(of: "Initialization"), drawn.style(of: "Execute"))
    #expect(chosen != nil && other != nil && chosen != other, "\(run.text(from: begin))")
    let unseen = Drawn(run.text()).letters.filter { $0.style.isUnseen }
    #expect(unseen.isEmpty, "\(unseen.map(\.text))")
  }

  @Test("C7, keys and a theme of one's own")
  func remembersItsTheme() throws {
    let path = try Job.File.capture.put(into: folder)
    let settings = folder.path + "/state/config/tsedit"
    try FileManager.default.createDirectory(
      atPath: settings, withIntermediateDirectories: true)
    try Data("[tree]\n\"Z\" = \"step.duplicate\"\n".utf8)
      .write(to: URL(filePath: settings + "/keys.toml"))
    let run = try start(path)
    run.type("jZ")
    #expect(run.wait(for: "1 change"), "\(run.text())")
    run.type("Tdark\rs")
    #expect(
      run.wait { (try? Scratch.read(settings + "/config.toml"))?.contains("dark") == true },
      "\(run.text())")
  }

  @Test("C8, a command in one's own editor")
  func editsElsewhere() throws {
    let path = try Job.File.capture.put(into: folder)
    let editor = folder.path + "/editor"
    try folder.write("printf ' -Verbose' >> \"$1\"\n", to: "editor")
    let run = try start(path, environment: ["VISUAL": "sh \(editor)"])
    run.type("3\r")
    #expect(run.wait(for: "Set PS Execution policy"), "\(run.text())")
    run.type("c\u{0F}")
    #expect(run.wait(for: "-Verbose"), "\(run.text())")
    run.type("\u{13}")
    #expect(run.wait(for: "1 change"), "\(run.text())")
    run.type("\u{13}")
    #expect(run.wait(for: "Saved"), "\(run.text())")
    let text = try Scratch.read(path)
    #expect(text.contains(" -Verbose</action>"), "\(text.prefix(2000))")
  }

  @Test("C9, a terminal of the oldest kind, of any size")
  func oldTerminal() throws {
    let path = try Job.File.capture.put(into: folder)
    let run = try start(
      path, environment: ["TERM": "vt100", "LC_ALL": "C", "LANG": "C"], columns: 200, rows: 50)
    #expect(run.wait(for: "Capture the Reference Machine"), "\(run.text())")
    run.resize(columns: 60, rows: 16)
    let begin = run.output.count
    run.type("j")
    #expect(run.wait { run.output.count > begin + 500 }, "\(run.text(from: begin))")
    #expect(run.output.allSatisfy { $0 < 0x80 })
  }
}

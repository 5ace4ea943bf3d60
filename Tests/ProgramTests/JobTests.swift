import Foundation
import TestSupport
import Testing

/// The thirty jobs of three kinds of people, done on real sequences as they would do them.
///
/// What is done by the mouse alone is in `EditorTests`.
@Suite(.enabled(if: Corpus.isThere, Comment(rawValue: Corpus.skipped)))
struct JobTests {
  /// Does a job on fresh copies; answers the last screen and the file before and after.
  private func play(
    _ job: Job, ending: String
  ) async throws -> (screen: String, old: String, new: String) {
    let folder = try TemporaryFolder()
    let paths = try job.files.map { try $0.put(into: folder) }
    let old = try Scratch.read(paths[0])
    let result = try await Program.run(
      ["play"] + paths + ["--keys", job.given + job.keys + ending])
    #expect(result.code == 0, "\(result.errors)")
    return (result.output, old, try Scratch.read(paths[0]))
  }

  /// Checks a law; where a job is known to break it, that it still does.
  private func check(
    _ job: Job, unless lack: Job.Lack, _ law: () async throws -> Void
  ) async throws {
    guard job.lacks == lack else { return try await law() }
    await withKnownIssue { try await law() }
  }

  @Test(arguments: Job.all)
  func keysDoIt(_ job: Job) async throws {
    try await check(job, unless: .way) {
      let (screen, _, _) = try await play(job, ending: "")
      for text in job.shows { #expect(screen.contains(text), "\(screen)") }
      let (last, old, new) = try await play(job, ending: "<C-s>")
      #expect(Job.Lines(from: old, to: new) == job.lines, "\(last)")
      for text in job.gained { #expect(new.contains(text) && !old.contains(text), "\(text)") }
    }
  }

  @Test(arguments: Job.all.filter { $0.before != nil })
  func itTakesNoMoreKeysThanBefore(_ job: Job) async throws {
    let count = try job.count
    try await check(job, unless: .shortness) {
      #expect(count <= job.before ?? 0, "\(count) keys")
    }
  }

  @Test(arguments: ShellJob.all)
  func linesDoIt(_ job: ShellJob) async throws {
    let folder = try TemporaryFolder()
    let path = try job.file.put(into: folder)
    let old = try Scratch.read(path)
    for (name, text) in job.beside { try folder.write(text, to: name) }
    let result = try await Program.shell(job.line, in: folder.path)
    #expect(result.code == job.code, "\(result.output)\(result.errors)")
    for text in job.prints {
      #expect(result.output.contains(text), "\(result.output)\(result.errors)")
    }
    #expect(Job.Lines(from: old, to: try Scratch.read(path)) == job.lines)
  }
}

/// A job done in a shell.
struct ShellJob: Sendable, CustomTestStringConvertible {
  let id: String
  let goal: String
  let file: Job.File
  /// What lies beside the file, by name.
  var beside: [String: String] = [:]
  /// What is typed.
  let line: String
  var code: Int32 = 0
  var prints: [String] = []
  var lines = Job.Lines(gone: 0, new: 0)

  var testDescription: String { "\(id), \(goal)" }

  static let all = [
    ShellJob(
      id: "B10", goal: "the ids of another site", file: .client,
      beside: ["map.csv": "Old,New\nCAS0001E,XYZ00001\n"],
      line: "tsedit remap s.xml --map map.csv",
      prints: ["Refresh Only/Use Toolkit Package: package CAS0001E → XYZ00001"],
      lines: Job.Lines(gone: 15, new: 16)),
    ShellJob(
      id: "C3", goal: "an outline for a change request", file: .share,
      line: "tsedit show \(Job.File.share.rawValue)",
      prints: ["├─ State Restore if PHASE = STATERESTORE\n", "66 Configure - Final Cleanup"]),
    ShellJob(
      id: "C4", goal: "check, a condition and a step by a script", file: .share,
      line: """
        set -e; file=\(Job.File.share.rawValue)
        tsedit check --format json $file
        tsedit condition $file Validation --set-text 'PHASE = VALIDATION and Model = Book'
        tsedit play $file --keys 'G/install app<Enter>d<C-s>' | tail -2
        tsedit check $file
        """,
      prints: ["[\n\n]\n", "Saved “ts.xml”."], lines: Job.Lines(gone: 2, new: 7)),
    ShellJob(
      id: "C5", goal: "the diff of an edit in git", file: .share,
      line: """
        set -e; file=\(Job.File.share.rawValue)
        git init -q; git add $file; git -c user.name=A -c user.email=a@b.test commit -qm A
        tsedit play $file --keys '/restart<Enter>*d<C-s>' > /dev/null
        git diff --numstat; git status --short Control/PC0002
        """,
      prints: [
        "3\t3\t\(Job.File.share.rawValue)\n M \(Job.File.share.rawValue)\n"
      ], lines: Job.Lines(gone: 3, new: 3)),
  ]
}

import Containers
import Editor
import Foundation
import Journaling
import Storage
import TaskSequence
import Testing

@testable import tsedit

/// Kills the program at every call of a save, and makes every call fail.
///
/// The program is the real one; a library loaded before the C library counts its calls from Ctrl+S on
/// and does harm at one of them. What is then on the disk must be the old file or the new one, and
/// what the next start finds must be the work that is not in it, and no litter.
@Suite(.enabled("there is no C compiler") { FaultLibrary.path != nil })
struct SaveFaultTests {
  /// What is done at a call.
  struct Fault {
    let number: Int
    let call: String
    let kind: String

    /// The name of what is done.
    var name: String { Int32(kind).map { errorNames[$0] ?? "error \($0)" } ?? kind }
  }

  private static let errorNames = [
    EIO: "EIO", EINTR: "EINTR", EACCES: "EACCES", ENOSPC: "ENOSPC", EDQUOT: "EDQUOT",
    EXDEV: "EXDEV", EPERM: "EPERM", EROFS: "EROFS", ENOLCK: "ENOLCK",
  ]

  static func kinds(of call: String) -> [String] {
    let errors: [Int32] =
      switch call {
      case "open", "read": [EIO, EINTR, EACCES]
      case "open to write", "mkstemps": [EIO, EINTR, EACCES, ENOSPC, EDQUOT, EROFS, ENOLCK]
      case "write": [EIO, EINTR, ENOSPC, EDQUOT]
      case "fsync", "fdatasync", "close": [EIO, EINTR, ENOSPC, EDQUOT]
      case "rename": [EIO, EXDEV, EACCES, ENOSPC, EDQUOT]
      case "fchown", "fchmod": [EPERM]
      default: [EIO]
      }
    let whole = ["kill"] + errors.map { "\($0)" }
    return call == "write" ? whole + ["short", "full", "torn"] : whole
  }

  @Test func whateverFailsTheFileIsTheOldOneOrTheNewOne() throws { try suffer(.text, "A save") }

  @Test func whateverFailsTheArchiveIsTheOldOneOrTheNewOne() throws {
    try suffer(.archive, "A save into an archive")
  }

  private func suffer(_ patient: Sickbed.Patient, _ what: String) throws {
    let calls = try Self.calls(patient)
    #expect(calls.contains("rename") && calls.contains("fsync") && calls.count > 20, "\(calls)")
    let faults = calls.enumerated().flatMap { index, call in
      Self.kinds(of: call).map { Fault(number: index + 1, call: call, kind: $0) }
    }
    let results = FaultResults()
    DispatchQueue.concurrentPerform(iterations: faults.count) { index in
      do { results.add(faults[index], try Self.suffer(faults[index], patient)) } catch {
        results.add(faults[index], "BROKEN: \(error)")
      }
    }
    print(results.table(what, faults.count, calls.count))
    for (fault, outcome) in results.all where outcome.hasPrefix("BROKEN") {
      Issue.record("\(fault.name) at call \(fault.number), \(fault.call): \(outcome)")
    }
    #expect(results.all.count == faults.count)
  }

  /// The calls of a save with which nothing is wrong.
  private static func calls(_ patient: Sickbed.Patient) throws -> [String] {
    let bed = try Sickbed(settings: "backup = true", as: patient)
    let run = try bed.edited([
      "LD_PRELOAD": FaultLibrary.path ?? "", "FAULT_LOG": bed.scratch("log"),
    ])
    run.type("\u{13}")
    #expect(run.wait(for: "Saved"), "\(run.text())")
    #expect(bed.content == patient.new)
    return FaultLibrary.calls(in: bed.scratch("log")).map(\.name)
  }

  /// Saves with a fault and answers what came of it; begins with BROKEN when a promise was.
  private static func suffer(
    _ fault: Fault, _ patient: Sickbed.Patient
  ) throws -> String {
    let bed = try Sickbed(settings: "backup = true", as: patient)
    let run = try bed.edited([
      "LD_PRELOAD": FaultLibrary.path ?? "", "FAULT_NUMBER": "\(fault.number)",
      "FAULT_KIND": fault.kind,
    ])
    run.type("\u{13}")
    let words = ["Saved", "Not saved", "cannot be told", "was changed on the disk"]
    guard run.wait(until: { run.hasEnded || words.contains { run.shows($0) } }) else {
      return "BROKEN: it hangs: \(run.text())"
    }
    let said = run.hasEnded ? nil : words.first { run.shows($0) }
    let content = bed.content
    kill(run.process, SIGKILL)
    guard run.wait(until: { run.hasEnded }) else { return "BROKEN: it does not die" }

    guard content == bed.content, content == patient.old || content == patient.new else {
      return "BROKEN: neither the old nor the new file: \(content ?? "none")"
    }
    let isOld = content == patient.old
    if said == "Saved", isOld { return "BROKEN: it said “Saved”" }
    if let said, said != "Saved", !isOld { return "BROKEN: it said “\(said)”" }
    let start = try nextStart(bed)
    if isOld != start.isOffered { return "BROKEN: offered: \(start.isOffered), old: \(isOld)" }
    guard start.litter.isEmpty else { return "BROKEN: left \(start.litter)" }
    let file = isOld ? "old file, draft offered" : "new file"
    return said.map { "\(file); said “\($0)”" } ?? "\(file) after the kill"
  }

  /// What the next start finds and leaves.
  static func nextStart(_ bed: Sickbed) throws -> (isOffered: Bool, litter: [String]) {
    var keeper = Keeper(folder: bed.state + "/tsedit")
    let bytes = try AtomicFile.read(bed.path)
    let id = FileID(0)
    let container = try Opener().open(bytes)
    let patient = bed.patient
    let file = OpenFile(
      id: id, path: bed.path, member: patient.member, title: patient.name,
      document: try container.document(of: patient.member))
    let outcomes = keeper.attend(file, at: bed.path, isReadOnly: false)
    let isOffered = outcomes.contains { outcome in
      guard case .recoverable(_, let recovery) = outcome else { return false }
      return recovery.history.document.serialized().elementsEqual(patient.edited.utf8)
    }
    let (backup, lock) = (patient.name + "~", ".\(patient.name).tsedit-lock")
    var litter = bed.names.filter { ![patient.name, backup, lock].contains($0) }
    keeper.releaseLocks()
    if bed.names.contains(lock) { litter.append("a lock") }
    if bed.names.contains(backup),
      try Sickbed.Patient.latin(Data(contentsOf: URL(filePath: bed.path + "~"))) != patient.old
    {
      litter.append("a backup that is not the old file")
    }
    litter += bed.journals.filter { !$0.hasSuffix(".journal") }
    if bed.journals.isEmpty == isOffered { litter.append("journals: \(bed.journals)") }
    return (isOffered, litter)
  }
}

/// The library that does harm, compiled for these tests.
enum FaultLibrary {
  /// The calls that a log tells of, and when they were made, in milliseconds.
  static func calls(in log: String) -> [(time: Int, name: String)] {
    let lines = (try? Scratch.read(log))?.split(separator: "\n") ?? []
    return lines.compactMap { line in
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let time = Int(parts[0]) else { return nil }
      return (time, String(parts[1]))
    }
  }

  /// Where it is; nil without a C compiler.
  static let path: String? = {
    let path = NSTemporaryDirectory() + "tsedit-faults-\(getpid()).so"
    let source = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Faults/faults.c").path
    let compiler = Process()
    compiler.executableURL = URL(filePath: "/usr/bin/env")
    compiler.arguments = ["cc", "-shared", "-fPIC", "-o", path, source, "-ldl"]
    guard (try? compiler.run()) != nil else { return nil }
    compiler.waitUntilExit()
    atexit { if let path = FaultLibrary.path { unlink(path) } }
    return compiler.terminationStatus == 0 ? path : nil
  }()
}

/// What came of every fault.
final class FaultResults: @unchecked Sendable {
  private let lock = NSLock()
  private var outcomes: [(fault: SaveFaultTests.Fault, outcome: String)] = []

  func add(_ fault: SaveFaultTests.Fault, _ outcome: String) {
    lock.withLock { outcomes.append((fault, outcome)) }
  }

  var all: [(fault: SaveFaultTests.Fault, outcome: String)] { lock.withLock { outcomes } }

  /// A line for each call, fault and outcome, with how many times that was tried.
  func table(_ what: String, _ faults: Int, _ calls: Int) -> String {
    var counts: [String: (order: Int, count: Int)] = [:]
    for (fault, outcome) in all {
      let call = fault.call + String(repeating: " ", count: max(0, 14 - fault.call.count))
      let name = fault.name + String(repeating: " ", count: max(0, 7 - fault.name.count))
      let row = "\(call) \(name) \(outcome)"
      let old = counts[row]
      counts[row] = (min(old?.order ?? .max, fault.number), (old?.count ?? 0) + 1)
    }
    let rows = counts.sorted { ($0.value.order, $0.key) < ($1.value.order, $1.key) }
    return "\(what) of \(calls) calls under \(faults) faults:\n"
      + rows.map { "  \($0.value.count) × \($0.key)" }.joined(separator: "\n")
  }
}

import Containers
import Foundation
import Journaling
import SequenceSpecimens
import TaskSequence
import TestSupport

/// A folder with one sequence in it, and a state folder beside it: what is looked at after the
/// program came to harm.
final class Sickbed {
  private let scratch = Scratch(inMemory: true)
  /// The file as it was, and as it is after its first step was disabled.
  static let old = oneStep
  static let new = oneStep.replacing(
    "hello\" disable=\"false\"", with: "hello\" disable=\"true\"")

  var folder: String { scratch.path + "/share" }
  var state: String { scratch.path }
  /// The file, and what is opened.
  var path: String { folder + "/" + patient.name }
  var place: String {
    patient.member == .only ? path : "\(path)#\(patient.member.text)"
  }
  /// What kind of file it is.
  let patient: Patient

  /// A file, the sequence in it that is edited, and what it holds before and after: a character for
  /// each byte.
  struct Patient {
    let name: String
    let member: MemberID
    let old: String
    let new: String
    /// The sequence as a text of its own, edited.
    let edited: String

    static let text = Patient(
      name: "ts.xml", member: .only, old: Sickbed.old, new: Sickbed.new, edited: Sickbed.new)

    /// The archive of an export whose first sequence is edited.
    static let archive: Patient = {
      func export(_ xml: String) -> ExportSpecimen {
        var export = ExportSpecimen.family
        export.sequences[0].references = []
        export.sequences[0].bootImage = ""
        export.sequences[0].xml = xml
        return export
      }
      let (old, new) = (export(Sickbed.old), export(Sickbed.new))
      return Patient(
        name: "export.zip", member: MemberID("ABC00100"), old: latin(old.bytes()),
        new: latin(new.bytes()),
        edited: String(decoding: new.sequences[0].object, as: UTF8.self))
    }()

    static func latin(_ bytes: some Sequence<UInt8>) -> String {
      var text = ""
      text.unicodeScalars.append(contentsOf: bytes.map { Unicode.Scalar($0) })
      return text
    }
  }
  var journalFolder: String { state + "/tsedit/journal" }

  init(
    settings: String = "", holding content: String? = nil, as patient: Patient = .text
  ) throws {
    self.patient = patient
    for name in ["share", "config/tsedit"] {
      try FileManager.default.createDirectory(
        atPath: scratch.path + "/" + name, withIntermediateDirectories: true)
    }
    let bytes = (content ?? patient.old).unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    try Data(content.map { Array($0.utf8) } ?? bytes).write(to: URL(filePath: path))
    if !settings.isEmpty { _ = try scratch.file("config/tsedit/config.toml", settings) }
  }

  /// Makes the folder of journals, as an earlier session did.
  func makeJournalFolder() throws {
    try FileManager.default.createDirectory(
      atPath: journalFolder, withIntermediateDirectories: true)
  }

  /// A place for a file of the test's own.
  func scratch(_ name: String) -> String { scratch.path + "/" + name }

  /// Opens the file and disables its step, or types something else; answers when that is in the
  /// journal.
  func edited(
    _ environment: [String: String] = [:], typing keys: String = "jd"
  ) throws -> TerminalRun {
    let run = try TerminalRun([Program.path, place], state: state, environment: environment)
    // What is typed before the terminal is its own comes in changed.
    _ = run.wait { run.hasEnded || run.shows("Help") }
    run.type(keys)
    guard run.wait(until: { run.hasEnded || isInJournal }), !run.hasEnded else {
      throw TerminalRun.Failed(what: "no edit reached the journal: \(run.text())")
    }
    return run
  }

  /// Edits the file and is killed at once.
  func leaveWork(typing keys: String = "jd") throws {
    let run = try edited(typing: keys)
    kill(run.process, SIGKILL)
    guard run.wait(until: { run.hasEnded }) else {
      throw TerminalRun.Failed(what: "it does not end: \(run.text())")
    }
  }

  /// The names in the folder of the file.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// Somebody else writes a file.
  func write(_ text: String, to name: String = "ts.xml") throws {
    try Data(text.utf8).write(to: URL(filePath: folder + "/" + name))
  }

  /// What the file holds, a character for each byte.
  var content: String? { try? Patient.latin(Data(contentsOf: URL(filePath: path))) }

  /// The paths of all journals.
  var journals: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: journalFolder)) ?? []).sorted()
      .map { journalFolder + "/" + $0 }
  }

  /// Whether a journal holds the edit.
  var isInJournal: Bool {
    journals.contains { (try? Recovery(reading: $0))?.hasWork == true }
  }

  /// The one journal there is, if it is whole and holds the edit.
  var wholeJournal: Recovery? {
    guard journals.count == 1, let recovery = try? Recovery(reading: journals[0]),
      !recovery.isTorn,
      recovery.history.document.serialized().elementsEqual(patient.edited.utf8)
    else { return nil }
    return recovery
  }
}

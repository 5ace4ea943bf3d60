import Foundation
import Screen
import TestSupport
import Testing

/// Something people want done, and the keys by which they do it who know the help and no more.
struct Job: Sendable, CustomTestStringConvertible {
  let id: String
  let goal: String
  /// The files it is done on, the one on the screen first.
  let files: [File]
  /// What brings about the situation; nobody counts it.
  let given: String
  /// What is pressed for it, without the save that follows.
  let keys: String
  /// How many keys it took when the thirty were first done; nil where nobody counted.
  let before: Int?
  /// How the file changes, line by line.
  let lines: Lines
  /// What stands in the saved file and did not before.
  let gained: [String]
  /// What the last screen shows.
  let shows: [String]
  /// What does not hold yet.
  let lacks: Lack?

  /// What can be missing.
  enum Lack: Sendable {
    /// It cannot be done.
    case way
    /// It takes more keys than before.
    case shortness
  }

  /// How many lines are no more, and how many are new; a changed one is both.
  struct Lines: Equatable, Sendable {
    let gone: Int
    let new: Int
  }

  init(
    _ id: String, _ goal: String, _ files: File..., given: String = "", keys: String,
    before: Int? = nil,
    lines: Lines = Lines(gone: 0, new: 0), gained: [String] = [], shows: [String] = [],
    lacks: Lack? = nil
  ) {
    (self.id, self.goal, self.files, self.given, self.keys) = (id, goal, files, given, keys)
    (self.before, self.lines, self.gained, self.shows) = (before, lines, gained, shows)
    self.lacks = lacks
  }

  var testDescription: String { "\(id), \(goal)" }

  /// How many keys it takes.
  var count: Int { get throws { try Key.parse(keys).count } }

  /// A real sequence.
  enum File: String, Sendable {
    /// MDT's, in its deployment share.
    case share = "Control/PC0002/ts.xml"
    /// Another of the same share.
    case neighbour = "Control/PC0001/ts.xml"
    /// Configuration Manager's, which builds an image and captures it.
    case capture = "b.xml"
    /// Configuration Manager's with MDT's steps.
    case client = "s.xml"

    /// What is copied, from a place in the corpus to a place in the folder of a test.
    private var copied: (from: String, to: String) {
      switch self {
      case .share, .neighbour:
        ("DeploymentResearch__HydrationKitWS2022/Source/Hydration/Control", "Control")
      case .capture:
        (
          "microsoft__configmgr-hub/objects/TaskSequence/Windows10 - Build and Capture.xml",
          rawValue
        )
      case .client: ("keithga__DeployShared/Source/MDT.8450/SCCM/SCCM_Client.xml", rawValue)
      }
    }

    /// Puts it, with what belongs to it, into a folder; answers its path there.
    func put(into folder: TemporaryFolder) throws -> String {
      let (from, to) = copied
      let path = folder.path + "/" + to
      if !FileManager.default.fileExists(atPath: path) { try Corpus.copy(from, to: path) }
      return folder.path + "/" + rawValue
    }
  }
}

extension Job.Lines {
  /// What became of a text.
  init(from old: String, to new: String) {
    let change = new.split(whereSeparator: \.isNewline).difference(
      from: old.split(whereSeparator: \.isNewline))
    self.init(gone: change.removals.count, new: change.insertions.count)
  }
}

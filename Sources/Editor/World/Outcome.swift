package import Containers
package import Handover
package import Journaling
package import ObjectCatalog
package import Storage
package import TaskSequence
package import Workspace

/// What came of an effect.
package enum Outcome: Sendable {
  case written(FileID, path: String, Result<Void, FileFailure>)
  /// Which sequence of a file it is, with what is known of objects around the file.
  case read(path: String, MemberID, Result<SequenceDocument, OpenFailure>, Catalog)
  /// A file that was to be opened holds several sequences.
  case holdsSeveral(path: String, [Member])
  case readNodes(FileID, path: String, Result<LooseNodes, OpenFailure>)
  /// The text as the outside editor left it; nil when it was not changed or the editor failed.
  case editedOutside(FileID, String?)
  /// What is known around the place a file is to be saved at.
  case surveyed(FileID, path: String, Catalog)
  /// What is known of objects around a file from now on.
  case known(FileID, Catalog)
  /// What the user stated of an object, once it is kept.
  case stated(FileID, path: String, Result<Statement, FileFailure>)
  /// The objects in a file or folder; what could not be read as sentences.
  case readCatalog(FileID, path: String, Catalog, faults: [String])
  /// How a file goes back to where it runs.
  case recipe(FileID, Recipe)
  /// Work that was left when the program last ended with this file open.
  case recoverable(FileID, Recovery)
  /// Somebody else edits the file.
  case locked(FileID, path: String, by: ProcessMark)
  /// The file is not as it was read or written last; `isSaving` when that kept it from being replaced.
  case changedOnDisk(FileID, path: String, FileStamp.Change, isSaving: Bool)
  case reloaded(FileID, Result<SequenceDocument, OpenFailure>)
  /// The values conditions were tried out with before, as `StatedFacts` writes them.
  case facts(FileID, String)
  /// How a file was looked at before, as the effect that keeps it said.
  case view(FileID, String)
  /// The sequences around a file, and why they were looked for.
  case around(FileID, [NearbySequence], NearbyWish)
  /// What stands in a folder, folders with a `/` behind them.
  case folder(FileID, [String])
  /// A folder was made for the file of that path.
  case madeFolder(FileID, path: String, Result<Void, FileFailure>)
  /// What the editor is told anew, since the settings were read again.
  case settings(Setup)
  /// The settings were read again and stay as they were: what is wrong with them, in sentences.
  case settingsRefused(String)
  /// The name of the theme it is drawn with from now on.
  case drawn(theme: String)
  /// Something to say.
  case message(Message)
}

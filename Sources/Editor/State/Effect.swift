package import ObjectCatalog
package import TaskSequence

/// Names an open file for as long as the program runs.
package struct FileID: Hashable, Sendable {
  let number: Int

  package init(_ number: Int) { self.number = number }
}

/// What the editor wants done in the world.
///
/// The one loop of the program does it and hands back an
/// `Outcome`.
package enum Effect: Equatable, Sendable {
  /// Replace a file, after a backup of what is there when asked for; with `isNew` refuse with
  /// `FileFailure.exists` when there is one already.
  case write(FileID, path: String, bytes: [UInt8], backup: Bool, isNew: Bool)
  /// Read a file to open it.
  case read(path: String)
  /// Put text on the system's clipboard.
  case copy([UInt8])
  /// Let the user's own editor change a text.
  case editOutside(String, suffix: String)
  /// Draw with another theme from now on.
  case useTheme(String)
  /// Stop until the shell continues the program.
  case suspend
  /// Leave with this exit code.
  case quit(Int32)
}

/// What came of an effect.
package enum Outcome: Sendable {
  case written(FileID, path: String, Result<Void, FileFailure>)
  /// With what is known of objects around the file.
  case read(path: String, Result<SequenceDocument, OpenFailure>, Catalog)
  /// The text as the outside editor left it; nil when it was not changed or the editor failed.
  case editedOutside(String?)
  /// Something to say.
  case message(Message)
}

/// Why a file could not be opened.
package enum OpenFailure: Error, Equatable, Sendable {
  case file(FileFailure)
  case content(LoadFailure)

  /// The reason without a full stop.
  package var sentence: String {
    switch self {
    case .file(let failure): failure.reason
    case .content(let failure): failure.sentence
    }
  }
}

package import ObjectCatalog
package import References
package import Storage

/// Names an open file for as long as the program runs.
package struct FileID: Hashable, Sendable {
  let number: Int

  package init(_ number: Int) { self.number = number }
}

/// What the editor wants done in the world.
///
/// A `World` does it and hands back what came of it, as an `Outcome`.
package enum Effect: Equatable, Sendable {
  /// Put sequences into a file and replace it, after a backup of what is there when asked for; with
  /// `isNew` refuse with `FileFailure.exists` when there is one already.
  case write(FileID, path: String, ClearedSequences, backup: AtomicFile.Backup?, isNew: Bool)
  /// Read a file to open it.
  case read(path: String)
  /// Read the steps and groups of a file, to be put into another one.
  case readNodes(FileID, path: String)
  /// Look what is known of objects around the place a file is to be saved at.
  case survey(FileID, path: String)
  /// Look objects of a file up again in the catalogues that counted when work on it was done.
  case use(FileID, catalogs: [String], path: String)
  /// Keep that the user states of an object that it is there, for the sequences around a place.
  case state(FileID, CatalogObject, path: String)
  /// Read objects that the references of a file may be matched with by name.
  case readCatalog(FileID, path: String)
  /// Tell how a file goes back to where it runs.
  case recipe(FileID, path: String)
  /// Look after a file that was opened: lock it unless it is only read, remember what is in it, and
  /// look for work that was left.
  case attend(FileID, path: String, isReadOnly: Bool)
  /// Look for work that was left on a document without a file.
  case recall(FileID, origin: String)
  /// Attend to a file, taking the lock from whoever has it.
  case takeOver(FileID, path: String)
  /// Add what is new in a file's history to its journal.
  case record(FileID)
  /// Keep the file's journal when the program leaves, as a draft that the next opening offers.
  case keepDraft(FileID)
  /// The file is done with: remove its journal, unless it is a draft, and let go of the lock.
  case forget(FileID)
  /// Remove a journal whose work was taken up or is not wanted.
  case discard(journal: String)
  /// Put a journal aside whose work is not wanted: for a week it is still listed.
  case setAside(journal: String)
  /// What is on the disk now is known and may be replaced.
  case acceptDisk(FileID, path: String)
  /// Read the file of an open document again.
  case reload(FileID, path: String)
  /// Look for the values conditions of a file were tried out with before.
  case readFacts(FileID, path: String)
  /// Keep the values conditions of a file are tried out with, for the next time.
  case keepFacts(path: String, String)
  /// Keep how a file is looked at, for its next opening.
  case keepView(path: String, String)
  /// Find the sequences around a file.
  case lookAround(FileID, path: String?, NearbyWish)
  /// List what stands in a folder, to complete a path that is typed.
  case listFolder(FileID, path: String)
  /// Make the folder a file is to be saved in, with those above it.
  case makeFolder(FileID, path: String)
  /// Put text on the system's clipboard.
  case copy([UInt8])
  /// Let the user's own editor change a text of a file.
  case editOutside(FileID, String, suffix: String)
  /// Call a program of the user's by a name, with the terminal its own meanwhile.
  case call(String, [String])
  /// Draw with another theme from now on.
  case useTheme(String)
  /// Write into the settings that a theme is the one to start with.
  case keepTheme(String)
  /// Read the settings, keys and themes again.
  case rereadSettings
  /// Draw all of the screen anew.
  case redraw
  /// Stop until the shell continues the program.
  case suspend
  /// Leave with this exit code.
  case quit(Int32)
}

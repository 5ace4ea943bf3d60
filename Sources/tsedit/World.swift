import Editor
import Glibc
import ObjectCatalog
import Storage
import TaskSequence

/// Does in the world what the editor asks for.
///
/// The same for a terminal and for `play`.
enum World {
  /// Replaces a file, and says where what somebody else wrote is kept.
  static func write(
    _ id: FileID, _ path: String, _ bytes: [UInt8], backup: AtomicFile.Backup?, isNew: Bool
  ) -> [Outcome] {
    do throws(FileFailure) {
      let copy: String? = if let backup { try AtomicFile.backUp(path, as: backup) } else { nil }
      try AtomicFile.write(bytes, to: path, isNew: isNew)
      let written = Outcome.written(id, path: path, .success(()))
      guard let copy, backup == .numbered else { return [written] }
      return [written, .message(Message("Theirs is “\(EditorState.title(of: copy))”."))]
    } catch {
      return [.written(id, path: path, .failure(error))]
    }
  }

  /// Reads a file to open it.
  static func read(_ path: String, _ library: inout CatalogLibrary) -> Outcome {
    do throws(OpenFailure) {
      let document = try Files.open(path)
      return .read(path: path, .success(document), library.catalog(around: path))
    } catch {
      guard LeftWork.has(on: path) else { return .read(path: path, .failure(error), Catalog()) }
      let advice = LeftWork.advice(on: path)
      return .message(
        Message("\(path): \(error.sentence); \(advice)", .error))
    }
  }

  /// The folder of texts an outside editor has, and of what it puts beside them: nobody else's
  /// business.
  static var textFolder: String {
    Environment.stateFolder.map { $0 + "/text" } ?? "/tmp"
  }

  /// Reads objects for a file: a file of them, a folder of files, or a deployment share.
  static func readCatalog(_ path: String, for id: FileID) -> Outcome {
    let share = Folder.isFolder(path) ? Surroundings.share(at: path) : nil
    if let share { return .readCatalog(id, path: path, share.catalog, faults: share.faults) }
    let files = CatalogFiles(path)
    return .readCatalog(id, path: path, files.catalog, faults: files.faults)
  }

  /// Lets a program of the user's change a text; the terminal is its alone meanwhile.
  static func edit(
    _ text: String, of id: FileID, suffix: String, with program: String
  ) -> Outcome {
    let folder = (try? PrivateFolder.make(textFolder)) != nil ? textFolder : "/tmp"
    var path = folder
    do throws(FileFailure) {
      let file = try Leftovers.makeTemporary(beside: folder + "/text", suffix: suffix)
      path = file.path
      defer { unlink(path) }
      do throws(FileFailure) {
        try AtomicFile.writeAll(Array(text.utf8), to: file.descriptor)
      } catch {
        close(file.descriptor)
        throw error
      }
      close(file.descriptor)
      let quoted = path.replacing("'", with: "'\\''")
      guard system("\(program) '\(quoted)'") == 0 else {
        return .message(
          Message("Your editor (\(program)) failed; the text is unchanged.", .warning))
      }
      let new = String(decoding: try AtomicFile.read(path), as: UTF8.self)
      return .editedOutside(id, new == text ? nil : new)
    } catch {
      return .message(Message("\(path): \(error.reason).", .error))
    }
  }
}

import Editor
import Glibc
import ObjectCatalog
import TaskSequence

/// Does in the world what the editor asks for.
///
/// The same for a terminal and for `play`.
enum World {
  /// Replaces a file.
  static func write(
    _ id: FileID, _ path: String, _ bytes: [UInt8], backup: Bool, isNew: Bool
  ) -> Outcome {
    do throws(FileFailure) {
      if isNew, access(path, F_OK) == 0 {
        throw FileFailure("cannot make it", code: FileFailure.exists)
      }
      if backup, access(path, F_OK) == 0 {
        try AtomicFile.write(try AtomicFile.read(path), to: path + "~")
      }
      try AtomicFile.write(bytes, to: path)
      return .written(id, path: path, .success(()))
    } catch {
      return .written(id, path: path, .failure(error))
    }
  }

  /// Reads a file to open it.
  static func read(_ path: String, _ library: inout CatalogLibrary) -> Outcome {
    do throws(OpenFailure) {
      let document = try Files.open(path)
      return .read(path: path, .success(document), library.catalog(around: path))
    } catch {
      return .read(path: path, .failure(error), Catalog())
    }
  }

  /// Lets a program of the user's change a text; the terminal is its alone meanwhile.
  static func edit(_ text: String, suffix: String, with program: String) -> Outcome {
    var template = Array("/tmp/tsedit-XXXXXX\(suffix)".utf8CString)
    let descriptor = mkstemps(&template, Int32(suffix.utf8.count))
    guard descriptor >= 0 else {
      return .message(Message("A temporary file cannot be made.", .error))
    }
    close(descriptor)
    let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer { unlink(path) }
    do throws(FileFailure) {
      try AtomicFile.write(Array(text.utf8), to: path)
      guard system("\(program) '\(path)'") == 0 else {
        return .message(
          Message("Your editor (\(program)) failed; the text is unchanged.", .warning))
      }
      let new = String(decoding: try AtomicFile.read(path), as: UTF8.self)
      return .editedOutside(new == text ? nil : new)
    } catch {
      return .message(Message("\(path): \(error.reason).", .error))
    }
  }
}

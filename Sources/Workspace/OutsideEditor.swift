import Glibc
package import Storage

/// A program of the user's that changes texts.
package struct OutsideEditor {
  /// The command line it is called with; the name of a file comes behind it.
  package let program: String
  private let folder: String

  /// Names a program.
  ///
  /// - Parameter folder: Where the texts are, made when it is not there, for the user's eyes alone.
  package init(_ program: String, in folder: String = Self.folder) {
    self.program = program
    self.folder = folder
  }

  /// Why a text could not be changed.
  package enum Fault: Error {
    /// The program did not end well.
    case failed
    /// The file of the text, or its folder, cannot be used.
    case file(String, FileFailure)
  }

  /// The folder of the texts, and of what such a program puts beside them: nobody else's business.
  package static var folder: String {
    Environment.stateFolder.map { $0 + "/text" } ?? "/tmp"
  }

  /// Lets the program change a text; the terminal is its alone meanwhile.
  ///
  /// - Parameter suffix: How the file's name ends, which tells many programs what is in it.
  /// - Returns: The text as it is then; nil when it was not changed.
  package func change(_ text: String, suffix: String) throws(Fault) -> String? {
    let folder = (try? PrivateFolder.make(folder)) != nil ? folder : "/tmp"
    var path = folder
    do throws(FileFailure) {
      let file = try Leftovers.makeTemporary(beside: folder + "/text", suffix: suffix)
      path = file.path
      defer { close(file.descriptor) }
      try AtomicFile.writeAll(TextContent(text), to: file.descriptor)
    } catch {
      if path != folder { unlink(path) }
      throw .file(path, error)
    }
    defer { unlink(path) }
    guard run(on: path) else { throw .failed }
    do throws(FileFailure) {
      let new = String(decoding: try AtomicFile.read(path), as: UTF8.self)
      return new == text ? nil : new
    } catch {
      throw .file(path, error)
    }
  }

  private func run(on path: String) -> Bool {
    system("\(program) '\(path.replacing("'", with: "'\\''"))'") == 0
  }
}

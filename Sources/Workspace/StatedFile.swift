import Glibc
import ObjectCatalog
import Screen
import Storage

/// The table of what the user states of objects, `stated.csv` beside the settings.
package struct StatedFile {
  /// What it is called.
  static let name = "stated.csv"
  private let folder: String
  private var path: String { "\(folder)/\(Self.name)" }

  /// - Parameter folder: Where the settings are; nil where there is no such place.
  package init?(in folder: String? = Environment.configFolder) {
    guard let folder else { return nil }
    self.folder = folder
  }

  /// What it says, and what of it makes no sense; nothing when it is not there.
  func read() -> (statements: [Statement], faults: [String]) {
    guard access(path, F_OK) == 0 else { return ([], []) }
    let place = Printable.line(path)
    do throws(FileFailure) {
      let found = Statement.read(try AtomicFile.read(path))
      return (found.statements, found.faults.map { $0.words(in: place) })
    } catch {
      return ([], ["\(place): \(error.reason)"])
    }
  }

  /// Adds what is stated of an object for the sequences in the folder of one.
  func add(_ object: CatalogObject, around sequence: String) throws(FileFailure) -> Statement {
    let statement = Statement(
      object, at: Int64(time(nil)), folder: Path.folder(of: Path.absolute(sequence)))
    let old = access(path, F_OK) == 0 ? try AtomicFile.read(path) : nil
    let text: String
    do throws(CatalogFault) { text = try statement.added(to: old) } catch {
      throw FileFailure(refusal: error.words(in: Printable.line(path)))
    }
    if access(folder, F_OK) != 0 { try PrivateFolder.make(folder) }
    try AtomicFile.write(TextContent(text), to: path)
    return statement
  }
}

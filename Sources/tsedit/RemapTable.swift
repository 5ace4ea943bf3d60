import ObjectCatalog
import Screen
import Storage
import Workspace

/// Which ids take the place of which: a CSV file with the header `Old,New`.
struct RemapTable {
  let rows: [(old: String, new: String)]

  /// Reads a file, or standard input where its name is `-`.
  /// - Throws: why it cannot be read, with the line.
  init(_ path: String) throws(Failure) {
    let isInput = path == "-"
    let name = isInput ? "standard input" : Printable.line(path)
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = isInput ? try StandardInput.read() : try AtomicFile.read(path, pipes: true)
    } catch {
      throw Failure("\(name): \(error.reason).")
    }
    do throws(CatalogFault) {
      var table = try CSVTable(file: bytes)
      let header = try table.next()?.cells.prefix(2).map { $0.lowercased() }
      guard header == ["old", "new"] else {
        throw CatalogFault(line: 1, "expected the header Old,New")
      }
      var rows: [(old: String, new: String)] = []
      while let row = try table.next() {
        guard row.cells.count >= 2, !row.cells[0].isEmpty, !row.cells[1].isEmpty else {
          throw CatalogFault(line: row.line, "a row has an old id and a new one")
        }
        rows.append((row.cells[0], row.cells[1]))
      }
      self.rows = rows
    } catch {
      throw Failure("\(error.words(in: name)).")
    }
  }
}

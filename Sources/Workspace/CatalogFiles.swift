package import ObjectCatalog
import Screen
import Storage

/// A catalogue file, or every one in a folder; or what a deployment share knows.
package struct CatalogFiles {
  package private(set) var catalog = Catalog()
  /// What could not be read, each a sentence without its full stop.
  package private(set) var faults: [String] = []
  /// What should be known of how the others were read, likewise.
  package private(set) var notes: [String] = []
  /// When the oldest of them was told, in seconds since 1970.
  package private(set) var oldest: Int64?

  private init() {}

  /// Reads a file, or those of a folder and of the folders below it.
  init(_ path: String) {
    let isFolder = Folder.isFolder(path)
    let files =
      isFolder
      ? Folder.files(below: path).filter {
        CatalogFormat.mayRead(fileNamed: $0) || $0.lowercased().hasSuffix(".zip")
      } : [path]
    if files.isEmpty {
      faults.append("\(Printable.line(path)): there is no \(CatalogFormat.usualEndings) file in it")
    }
    for file in files { read(file, isNamed: !isFolder) }
  }

  /// The same, where a folder may also be a deployment share.
  package init(orShare path: String) {
    guard Folder.isFolder(path), let share = Surroundings.share(at: path) else {
      self.init(path)
      return
    }
    self.init()
    catalog = share.catalog
    faults = share.faults
    oldest = share.catalog.sources.compactMap(\.written).min()
  }

  /// Takes in the objects of an export's archive; what is there when it was exported is no list of all.
  private mutating func readExport(_ path: String, isNamed: Bool) {
    do throws(OpenFailure) {
      let found = try ExportCatalog(path, as: .known)
      let written = Folder.written(path)
      var catalog = found.catalog
      let count = found.objectCount + found.sequenceCount
      catalog.add(
        source: CatalogSource(name: Path.name(of: path), written: written, count: count))
      self.catalog.formUnion(catalog)
      faults += found.faults
      oldest = [oldest, written].compactMap(\.self).min()
    } catch {
      // A folder may hold archives of any kind.
      guard isNamed || !error.isOtherKind else { return }
      faults.append("\(Printable.line(path)): \(error.sentence)")
    }
  }

  /// - Parameter isNamed: Whether it was named itself: then it may be standard input, or a pipe.
  private mutating func read(_ path: String, isNamed: Bool) {
    let isInput = isNamed && path == "-"
    if !isInput, ArchiveFile.isOne(path) { return readExport(path, isNamed: isNamed) }
    let name = isInput ? "standard input" : Printable.line(path)
    do throws(FileFailure) {
      let bytes =
        isInput ? try StandardInput.read() : try AtomicFile.read(path, pipes: isNamed)
      let title = isInput ? name : Path.name(of: path)
      let file = CatalogFile(bytes, name: title)
      faults += file.faults.map { $0.words(in: name) }
      notes += [file.remark(on: name)].compactMap(\.self)
      let written = file.written ?? Folder.written(path)
      var catalog = file.catalog
      let words = [title, file.guessedEncoding.map { "read as \($0)" }].compactMap(\.self)
      catalog.add(
        source: CatalogSource(
          name: words.joined(separator: ", "), written: written, count: file.count))
      self.catalog.formUnion(catalog)
      oldest = [oldest, written].compactMap(\.self).min()
    } catch {
      faults.append("\(name): \(error.reason)")
    }
  }
}

import Editor
import Glibc
import TaskSequence

/// The sequences a command works on: files as they are named, and every sequence in a folder.
struct SequenceFiles {
  /// A sequence and where it was read.
  struct Entry {
    let path: String
    let document: SequenceDocument
  }

  private(set) var entries: [Entry] = []
  /// What could not be read, each a sentence.
  private(set) var faults: [String] = []

  /// Reads them all.
  ///
  /// In a folder, and those below it, every `.xml` file that holds a sequence counts; others are
  /// passed over, broken ones are told. Links to folders are not followed.
  /// - Throws: when a file that was named cannot be read, or there is no sequence at all.
  init(_ paths: [String]) throws(Failure) {
    for path in paths {
      if Self.isFolder(path) {
        addFolder(path)
      } else {
        entries.append(Entry(path: path, document: try Files.load(path)))
      }
    }
    guard !entries.isEmpty else {
      faults.forEach { Failure.say("tsedit: " + $0) }
      throw Failure(
        "there is no task sequence in \(Printable.line(paths.joined(separator: ", "))).")
    }
  }

  private mutating func addFolder(_ folder: String) {
    for path in Self.files(below: folder) where path.lowercased().hasSuffix(".xml") {
      do throws(OpenFailure) {
        entries.append(Entry(path: path, document: try Files.open(path)))
      } catch .content(.notASequence) {
        continue
      } catch {
        faults.append("\(Printable.line(path)): \(error.sentence).")
      }
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The files of a folder and of those below it, sorted by name.
  private static func files(below folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var files: [String] = []
    var folders: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      status.st_mode & S_IFMT == S_IFDIR ? folders.append(path) : files.append(path)
    }
    return files.sorted() + folders.sorted().flatMap(Self.files(below:))
  }
}

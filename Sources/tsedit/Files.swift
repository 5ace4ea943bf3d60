import CEmbedded
import Editor
import Glibc
import ObjectCatalog
import Screen
import TaskSequence

/// What was read from standard input is known to its journal by what was in it.
enum StandardInput {
  private static let stem = "/dev/stdin#"

  /// The name it has wherever a file has a path; the same bytes have the same name.
  static func name(of document: SequenceDocument) -> String {
    stem + Fingerprint(of: document.serialized()).text
  }

  static func isName(_ path: String) -> Bool { path.hasPrefix(stem) }
}

/// Reads documents for every command that takes files.
enum Files {
  /// Reads a sequence from a file, or from standard input for `-`.
  static func open(_ path: String) throws(OpenFailure) -> SequenceDocument {
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes =
        path == "-"
        ? try AtomicFile.readAll(STDIN_FILENO) : try AtomicFile.read(path, pipes: true)
    } catch {
      throw .file(error)
    }
    do throws(LoadFailure) { return try SequenceDocument(loading: bytes) } catch {
      throw .content(error)
    }
  }

  /// The same, with the failure as one that ends the program.
  static func load(_ path: String) throws(Failure) -> SequenceDocument {
    do { return try open(path) } catch {
      var sentences = ["\(Printable.line(path)): \(error.sentence)."]
      if case .file(let failure) = error, failure.isMissing, LeftWork.has(on: path) {
        sentences.append("work on it was left; tsedit recover writes it to a file.")
      }
      throw Failure(sentences)
    }
  }

  /// The editor with some files open, the first one shown; with none, the sample.
  static func editor(
    of paths: [String], withSample: Bool, isReadOnly: Bool, size: Size, setup: Setup,
    _ library: inout CatalogLibrary
  ) throws(Failure) -> EditorState {
    var files: [(document: SequenceDocument, path: String?, origin: String?, title: String)] = []
    if withSample { files.append((try sample(), nil, nil, "sample.xml")) }
    for path in paths {
      let document = try load(path)
      files.append(
        path == "-"
          ? (document, nil, StandardInput.name(of: document), "standard input")
          : (document, path, nil, EditorState.title(of: path)))
    }
    var state = EditorState(
      files[0].document, path: files[0].path, origin: files[0].origin, title: files[0].title,
      isReadOnly: isReadOnly, size: size, setup: setup,
      catalog: library.catalog(around: files[0].path))
    for file in files.dropFirst() {
      state.add(
        file.document, path: file.path, origin: file.origin, title: file.title,
        isReadOnly: isReadOnly, isShown: false, catalog: library.catalog(around: file.path))
    }
    return state
  }

  /// The sample that is compiled in.
  static func sample() throws(Failure) -> SequenceDocument {
    var count = 0
    guard let bytes = embedded_file("Sample/sample.xml", &count),
      let document = try? SequenceDocument(
        loading: Array(UnsafeBufferPointer(start: bytes, count: count)))
    else { throw Failure("the sample is missing in this build.") }
    return document
  }
}

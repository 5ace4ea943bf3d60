import Containers
import Editor
import Embedded
import Journaling
import Screen
import Storage
import TaskSequence
import Workspace

/// Opens files for the editor.
enum EditorOpening {
  /// The editor with some files open, the first one shown; with none, the sample.
  ///
  /// - Parameter offersLeftWork: Whether a file that cannot be opened is shown as it was when work was
  ///   left on it, for that work to be offered.
  static func editor(
    of paths: [String], withSample: Bool, isReadOnly: Bool, offersLeftWork: Bool, size: Size,
    setup: Setup, _ library: inout CatalogLibrary
  ) throws(Failure) -> EditorState {
    var files: [Opened] = []
    if withSample { files.append(Opened(document: try sample(), title: "sample.xml")) }
    for path in paths {
      if path == "-" {
        files.append(Opened(input: try Files.load(path)))
      } else if offersLeftWork, !isReadOnly {
        files.append(try Opened(pathOrLeftWork: path))
      } else {
        files.append(Opened(document: try Files.load(path), path: path))
      }
    }
    var state = EditorState(
      files[0].document, path: files[0].path, origin: files[0].origin, title: files[0].title,
      isReadOnly: isReadOnly, size: size, setup: setup,
      catalog: library.catalog(around: files[0].path), absence: files[0].absence)
    for file in files.dropFirst() {
      state.add(
        file.document, path: file.path, origin: file.origin, title: file.title,
        isReadOnly: isReadOnly, isShown: false, catalog: library.catalog(around: file.path),
        absence: file.absence)
    }
    return state
  }

  /// A document the editor starts with.
  private struct Opened {
    let document: SequenceDocument
    let path: String?
    let title: String
    private(set) var origin: String?
    private(set) var absence: OpenFailure?

    init(document: SequenceDocument, title: String) {
      (self.document, self.title, path) = (document, title, nil)
    }

    init(input document: SequenceDocument, origin: String? = nil) {
      self.init(document: document, title: "standard input")
      self.origin = origin ?? StandardInput.name(of: document)
    }

    init(document: SequenceDocument, path: String, absence: OpenFailure? = nil) {
      (self.document, self.path, self.absence) = (document, path, absence)
      title = Path.name(of: path)
    }

    init(pathOrLeftWork path: String) throws(Failure) {
      do throws(OpenFailure) { self.init(document: try Files.open(path), path: path) } catch {
        guard let left = LeftWork.on(path).first else {
          throw Failure("\(Printable.line(path)): \(error.sentence).")
        }
        guard !StandardInput.isName(left.file) else {
          self.init(input: left.document, origin: left.file)
          return
        }
        self.init(document: left.document, path: path, absence: error)
      }
    }
  }

  /// The sample that is compiled in.
  static func sample() throws(Failure) -> SequenceDocument {
    guard let bytes = EmbeddedFile.bytes(of: "Sample/sample.xml"),
      let document = try? SequenceDocument(loading: bytes)
    else { throw Failure("the sample is missing in this build.") }
    return document
  }
}

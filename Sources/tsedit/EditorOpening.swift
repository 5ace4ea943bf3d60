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
    var (remarks, faults): ([String], [String]) = ([], [])
    var choice: OpenedFile?
    for path in paths {
      if path == "-" {
        files.append(Opened(input: try Files.load(path)))
        continue
      }
      if Folder.isFolder(path) {
        let words = "\(Printable.line(path)) is a folder; tsedit check looks at all in it"
        guard offersLeftWork else { throw Failure(words + ".") }
        faults.append(words + ", o in the editor lists what is beside a file.")
        continue
      }
      do throws(OpenFailure) {
        let file = try Files.opened(path)
        files += try Opened.all(of: file)
        if file.members.count > 1, paths.count == 1 { choice = file }
        if let remark = file.container.remark { remarks.append("\(path): \(remark)") }
      } catch {
        guard offersLeftWork, !isReadOnly, let left = LeftWork.on(path).first else {
          guard offersLeftWork else { throw Files.failure(error, path) }
          faults.append("\(Printable.line(path)): \(error.sentence).")
          continue
        }
        files.append(Opened(left, of: path, absence: error))
      }
    }
    // The others can be worked on all the same.
    guard !files.isEmpty else { throw Failure(faults) }
    remarks += faults.map { "Not opened: \($0)" }
    var state = EditorState(
      files[0].document, path: files[0].path, member: files[0].member, origin: files[0].origin,
      title: files[0].title,
      isReadOnly: isReadOnly, size: size, setup: setup,
      catalog: library.catalog(around: files[0].path), absence: files[0].absence)
    for file in files.dropFirst() {
      state.add(
        file.document, path: file.path, member: file.member, origin: file.origin,
        title: file.title, isReadOnly: isReadOnly, isShown: false,
        catalog: library.catalog(around: file.path),
        absence: file.absence)
    }
    // A script knows which it means.
    if offersLeftWork, let choice {
      _ = state.handle(.outcome(.holdsSeveral(path: choice.path, choice.members)))
    }
    for remark in remarks { _ = state.handle(.outcome(.message(Message(remark, .warning)))) }
    return state
  }

  /// A document the editor starts with.
  private struct Opened {
    let document: SequenceDocument
    let path: String?
    let title: String
    private(set) var member = MemberID.only
    private(set) var origin: String?
    private(set) var absence: OpenFailure?

    /// How many sequences of one file are opened unasked.
    private static let limit = 30

    init(document: SequenceDocument, title: String) {
      (self.document, self.title, path) = (document, title, nil)
    }

    init(input document: SequenceDocument, origin: String? = nil) {
      self.init(document: document, title: "standard input")
      self.origin = origin ?? StandardInput.name(of: document)
    }

    private init(
      _ document: SequenceDocument, _ member: MemberID, _ path: String, _ title: String
    ) {
      self.document = document
      self.member = member
      self.path = path
      self.title = title
    }

    init(_ left: Recovery, of path: String, absence: OpenFailure) {
      guard !StandardInput.isName(left.file) else {
        self.init(input: left.document, origin: left.file)
        return
      }
      self.init(left.document, left.member, SequencePlace(path).path, Path.name(of: path))
      self.absence = absence
    }

    /// The sequences of a file that are meant.
    static func all(of file: OpenedFile) throws(OpenFailure) -> [Opened] {
      let members = file.members.count > limit ? [try file.only] : file.members.map(\.id)
      var all: [Opened] = []
      for member in members {
        let title = Path.name(of: file.name(of: member))
        all.append(Opened(try file.document(of: member), member, file.path, title))
      }
      return all
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

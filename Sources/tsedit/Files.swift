import CEmbedded
import Editor
import Glibc
import TaskSequence

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
      throw Failure("\(Printable.line(path)): \(error.sentence).")
    }
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

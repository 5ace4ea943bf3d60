package import Containers
import Glibc
import Screen
import Storage
package import TaskSequence

/// Reads documents for every command that takes files.
package enum Files {
  /// Reads the first sequence of a file, or of standard input for `-`.
  package static func open(_ path: String) throws(OpenFailure) -> SequenceDocument {
    let container = try container(path)
    do throws(LoadFailure) {
      return try container.document(of: container.members.first?.id ?? .only)
    } catch {
      throw .content(error)
    }
  }

  /// Reads the steps and groups of a file: those it holds alone, or those of its first sequence.
  package static func nodes(_ path: String) throws(OpenFailure) -> LooseNodes {
    do throws(OpenFailure) { return LooseNodes(try open(path)) } catch {
      guard case .content(.loose(let nodes)) = error else { throw error }
      return nodes
    }
  }

  /// Opens a file of sequences, or standard input for `-`.
  package static func container(
    _ path: String, _ opener: Opener = Opener()
  ) throws(OpenFailure) -> any Container {
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes =
        path == "-"
        ? try AtomicFile.readAll(STDIN_FILENO) : try AtomicFile.read(path, pipes: true)
    } catch {
      throw .file(error)
    }
    do throws(LoadFailure) { return try opener.open(bytes) } catch {
      throw .content(error)
    }
  }

  /// The same, with the failure as one that ends the program.
  package static func load(_ path: String) throws(Failure) -> SequenceDocument {
    do { return try open(path) } catch {
      var sentences = ["\(Printable.line(path)): \(error.sentence)."]
      if path != "-", LeftWork.has(on: path) { sentences.append(LeftWork.advice(on: path)) }
      throw Failure(sentences)
    }
  }
}

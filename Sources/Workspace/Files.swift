package import Containers
import Screen
import Storage
package import TaskSequence

/// Reads documents for every command that takes files.
package enum Files {
  /// Reads the sequence a file holds, or the one that is named, or that of standard input for `-`.
  /// - Throws: when it holds several and none is named, too.
  package static func open(_ name: String) throws(OpenFailure) -> SequenceDocument {
    let file = try opened(name)
    return try file.document(of: try file.only)
  }

  /// Reads the steps and groups of a file: those it holds alone, or those of its sequence.
  package static func nodes(_ name: String) throws(OpenFailure) -> LooseNodes {
    do throws(OpenFailure) { return LooseNodes(try open(name)) } catch {
      guard case .content(.loose(let nodes)) = error else { throw error }
      return nodes
    }
  }

  /// Opens the file a name means, with the sequences in it that are meant.
  package static func opened(_ name: String) throws(OpenFailure) -> OpenedFile {
    let place = SequencePlace(name)
    return try OpenedFile(place, try container(place.path))
  }

  /// Opens a file of sequences, or standard input for `-`.
  package static func container(
    _ path: String, _ opener: Opener = Opener()
  ) throws(OpenFailure) -> any Container {
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes =
        path == "-" ? try StandardInput.read() : try AtomicFile.read(path, pipes: true)
    } catch {
      throw .file(error)
    }
    do throws(LoadFailure) { return try opener.open(bytes) } catch {
      throw .content(error)
    }
  }

  /// Reads a sequence as `open` does, and tells what should be known of how its file was read.
  /// - Throws: the failure as one that ends the program.
  package static func load(_ name: String) throws(Failure) -> SequenceDocument {
    do throws(OpenFailure) {
      let file = try opened(name)
      let document = try file.document(of: try file.only)
      if let remark = file.container.remark {
        Failure.say("tsedit: \(Printable.line(file.path)): \(remark)")
      }
      return document
    } catch {
      throw failure(error, name)
    }
  }

  /// Why a name opens nothing, as a failure that ends the program.
  package static func failure(_ failure: OpenFailure, _ name: String) -> Failure {
    var sentences = ["\(Printable.line(name)): \(failure.sentence)."]
    let path = SequencePlace(name).path
    if path != "-", LeftWork.has(on: path) { sentences.append(LeftWork.advice(on: path)) }
    return Failure(sentences)
  }
}

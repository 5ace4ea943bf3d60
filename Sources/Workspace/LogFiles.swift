package import RunLogs
import Screen
import Storage

/// Reads logs of runs: files as they are named, and every log in a folder.
package enum LogFiles {
  /// The largest log that is read.
  private static let limit = 1024 * 1024 * 1024

  /// The files some names mean: `*.log` and rolled over `*.lo_` in a folder; and whether each was named
  /// itself.
  /// - Throws: when a folder has none.
  package static func paths(
    _ names: [String]
  ) throws(Failure) -> [(path: String, isNamed: Bool)] {
    var paths: [(path: String, isNamed: Bool)] = []
    for name in names {
      guard Folder.isFolder(name) else {
        paths.append((name, true))
        continue
      }
      let found = Folder.files(below: name).filter {
        $0.lowercased().hasSuffix(".log") || $0.lowercased().hasSuffix(".lo_")
      }
      guard !found.isEmpty else {
        throw Failure("there is no log in \(Printable.line(name)).")
      }
      paths += found.map { ($0, false) }
    }
    return paths
  }

  /// The bytes of a log, or of standard input for `-`.
  package static func bytes(_ path: String) throws(Failure) -> [UInt8] {
    do throws(FileFailure) {
      if path == "-" { return try StandardInput.read() }
      return try AtomicFile.read(path, limit: limit, pipes: true)
    } catch {
      throw Failure("\(Printable.line(path)): \(error.reason).")
    }
  }

  /// Reads some logs, one after the other, and none of them stays in memory.
  /// - Throws: when one cannot be read, or is no log.
  package static func read(_ names: [String]) throws(Failure) -> LogReading {
    var digests: [LogDigest] = []
    for (path, isNamed) in try paths(names) {
      let digest = LogDigest(name(of: path), try bytes(path))
      guard !digest.isEmpty else {
        // A folder holds other things as well.
        guard isNamed else { continue }
        throw Failure(
          "\(Printable.line(path)): it is no log; no record of a form that is known is in it.")
      }
      digests.append(digest)
    }
    return LogReading(digests)
  }

  /// Reads logs that must tell of a run.
  /// - Throws: when they do not, too; in whose logs they are is said.
  package static func runs(_ names: [String]) throws(Failure) -> LogReading {
    let reading = try read(names)
    guard reading.runs.isEmpty else { return reading }
    guard reading.files.isEmpty else {
      let files = reading.files.map(\.name).joined(separator: ", ")
      throw Failure("\(Printable.line(files)): the engine speaks in it, but of no step.")
    }
    throw Failure(reading.companions.map { "\(Printable.line($0.name)): \(complaint(about: $0))." })
  }

  private static func complaint(about digest: LogDigest) -> String {
    let shown = digest.components.prefix(3).map(Printable.line).joined(separator: ", ")
    let whose = shown.isEmpty ? "" : "; it is a log of \(shown)"
    return "no line of the engine (TSManager, TSMBootstrap) is in it" + whose
  }

  private static func name(of path: String) -> String { path == "-" ? "standard input" : path }
}

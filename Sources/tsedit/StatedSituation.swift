import Facts
import Glibc
import Screen
import Storage
import Workspace

/// A situation that was named on the command line.
struct StatedSituation {
  /// What it is called; nil where nobody named one.
  let name: String?
  /// The folder its files are in; nil for one that is no file.
  let folder: String?
  var situation: Situation

  /// Those that were named, or the one in which nothing is stated.
  /// - Throws: when one is not there, or makes no sense: the file, the line, and what.
  static func all(
    _ names: [String], changing change: (inout Situation) throws(Failure) -> Void
  ) throws(Failure) -> [StatedSituation] {
    var all: [StatedSituation] = []
    for name in names { all.append(try read(name)) }
    if all.isEmpty { all = [StatedSituation(name: nil, folder: nil, situation: Situation())] }
    for index in all.indices { try change(&all[index].situation) }
    return all
  }

  private static func read(_ name: String) throws(Failure) -> StatedSituation {
    if name != "-", access(name, F_OK) != 0 {
      guard let ready = ReadySituations.named(name) else {
        throw Failure(
          "there is no situation '\(Printable.line(name))', neither a file nor one that tsedit simulate --list shows."
        )
      }
      return StatedSituation(name: name, folder: nil, situation: ready)
    }
    let bytes = try bytes(name)
    do throws(FactFault) {
      let situation = try Situation(reading: bytes)
      let title = situation.name ?? Path.name(of: name)
      let folder = name == "-" ? nil : Path.folder(of: Path.absolute(name))
      return StatedSituation(name: title, folder: folder, situation: situation)
    } catch {
      throw failure(error, name)
    }
  }

  /// A trace that was kept.
  static func expectation(_ name: String) throws(Failure) -> Expectation {
    let bytes = try bytes(name)
    do throws(FactFault) { return try Expectation(kept: bytes) } catch {
      throw failure(error, name)
    }
  }

  /// A deployment that a situation names, as the nearest `tsedit.toml` above a file states it.
  static func deployment(_ name: String, around file: String?) throws(Failure) -> Deployment {
    let path = file == "-" ? nil : file.flatMap(SiteFile.path)
    guard let path else {
      throw Failure("the deployment '\(Printable.line(name))' needs a tsedit.toml that states it.")
    }
    let bytes = try bytes(path)
    let found: Deployment?
    do throws(FactFault) { found = try Deployment.named(name, in: bytes) } catch {
      throw failure(error, path)
    }
    guard let found else {
      throw Failure("\(Printable.line(path)): there is no deployment '\(Printable.line(name))'.")
    }
    return found
  }

  private static func bytes(_ name: String) throws(Failure) -> [UInt8] {
    do throws(FileFailure) {
      return name == "-" ? try StandardInput.read() : try AtomicFile.read(name, pipes: true)
    } catch {
      throw Failure("\(Printable.line(name)): \(error.reason).")
    }
  }

  private static func failure(_ fault: FactFault, _ name: String) -> Failure {
    Failure("\(Printable.line(name)), line \(fault.line): \(Printable.line(fault.reason)).")
  }
}

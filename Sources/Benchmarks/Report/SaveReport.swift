import Glibc
import Storage
import TaskSequence
import TestSupport

/// Serialising, and saving beside a plain copy that reaches the disk.
struct SaveReport {
  let stage: Stage

  func table(_ files: [Stage.File]) throws -> Table {
    var table = Table(["saving, ms", "serialise", "save", "copy and fsync", "ratio"])
    let clock = ContinuousClock()
    for file in files {
      let serialise = stage.repeated("serialise", file, times: 15) ?? .nan
      var player = try Player(file.bytes)
      try player.press("d")
      let document = player.document
      var (save, copy) = (Sample(), Sample())
      for _ in 0..<stage.rounds(for: file, most: 21) {
        save.add(
          try clock.measure {
            try AtomicFile.write(document.serialized(), to: "\(stage.folder)/saved.xml")
          })
        copy.add(try clock.measure { try Self.copy(file.path, to: "\(stage.folder)/copy.xml") })
      }
      table.add(
        [file.title]
          + [serialise, save.median, copy.median].map { short($0) }
          + ["×\(short(save.median / copy.median))"])
    }
    return table
  }

  /// What `cp` and `sync FILE` do.
  private static func copy(_ path: String, to other: String) throws {
    let bytes = try AtomicFile.read(path)
    let descriptor = open(other, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw BenchmarkFailure("\(other) cannot be written") }
    defer { close(descriptor) }
    try AtomicFile.writeAll(bytes, to: descriptor)
    fsync(descriptor)
  }
}

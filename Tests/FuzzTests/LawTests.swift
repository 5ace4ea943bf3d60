import Foundation
import TestSupport
import Testing

/// The laws that `Tests/FuzzTests/run` has libFuzzer break, held against what once broke them, against
/// the seeds, and against small changes to them: a short run of the same kind, the same one each time.
@Suite struct LawTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Seeds")

  static func seeds(of law: Law) throws -> [(name: String, bytes: [UInt8])] {
    let folder = folder.appending(path: law.rawValue)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
      (name, [UInt8](try Data(contentsOf: folder.appending(path: name))))
    }
  }

  @Test(arguments: Law.allCases) func seedsKeepTheLaw(law: Law) throws {
    let seeds = try Self.seeds(of: law)
    #expect(!seeds.isEmpty)
    for (name, bytes) in seeds {
      let complaint = law.complaint(about: bytes)
      #expect(complaint == nil, "\(law) \(name)")
    }
  }

  @Test(arguments: Law.allCases) func whatIsMadeOfThemKeepsTheLaw(law: Law) throws {
    let seeds = try Self.seeds(of: law).map(\.bytes)
    let first = Seeded.seeds(1)[0]
    var random = Seeded(first)
    for round in 0..<(law == .editor ? 40 : 300) {
      let bytes = random.change(of: seeds)
      let complaint = law.complaint(about: bytes)
      #expect(complaint == nil, "\(law), seed \(first), round \(round): \(bytes)")
    }
  }
}

extension Seeded {
  /// One of some inputs with a few small changes, pieces of the others among them.
  fileprivate mutating func change(of seeds: [[UInt8]]) -> [UInt8] {
    var bytes = pick(seeds)
    for _ in 0..<pick([1, 1, 2, 4, 8]) {
      let place = below(bytes.count + 1)
      let end = min(bytes.count, place + pick([1, 1, 2, 8, 40]))
      switch below(6) {
      case 0: bytes.removeSubrange(place..<end)
      case 1: bytes.insert(UInt8(below(256)), at: place)
      case 2 where place < bytes.count: bytes[place] ^= 1 << UInt8(below(8))
      case 3: bytes.insert(contentsOf: Array(bytes[place..<end]), at: below(bytes.count + 1))
      case 4:
        let other = pick(seeds)
        let start = below(other.count + 1)
        bytes.insert(contentsOf: other[start..<min(other.count, start + below(60))], at: place)
      default: bytes.replaceSubrange(place..<end, with: [UInt8(below(256)), UInt8(below(128))])
      }
    }
    return bytes
  }
}

import Archive
import TestSupport
import Testing

/// What two programs could read in two ways, and what lies, is refused in words.
@Suite("Archives that are not to be trusted")
struct HostileTests {
  private static let text = Array(String(repeating: "<a/>", count: 30).utf8)

  private static func one(_ change: (inout ZipItem) -> Void) -> [UInt8] {
    var item = ZipItem("a.xml", text, isDeflated: true)
    change(&item)
    return ZipRecipe([item, ZipItem("b.xml", text)]).bytes
  }

  private static let sound = one { _ in }

  /// An archive with some bytes written over where one pattern stands, the last of them.
  private static func patched(
    _ pattern: [UInt8], _ offset: Int, _ new: [UInt8], in bytes: [UInt8] = sound
  ) -> [UInt8] {
    var bytes = bytes
    let last = bytes.indices.last { bytes[$0...].starts(with: pattern) } ?? 0
    bytes.replaceSubrange(last + offset..<last + offset + new.count, with: new)
    return bytes
  }

  private static let central: [UInt8] = [0x50, 0x4B, 1, 2]
  private static let end: [UInt8] = [0x50, 0x4B, 5, 6]

  static let refused: [(name: String, bytes: [UInt8], sentence: String)] = [
    (
      "cut off", Array(sound.dropLast(40)),
      "it is a .zip archive that was cut off: the directory at its end is missing"
    ),
    (
      "only a header", Array("PK\u{3}\u{4}zip".utf8),
      "it is a .zip archive that was cut off: the directory at its end is missing"
    ),
    (
      "no directory where it says", patched(end, 16, [1, 1, 0, 0]),
      "it is a damaged .zip archive: its directory is not where it says"
    ),
    (
      "more entries than it says", patched(end, 10, [1, 0]),
      "it is a damaged .zip archive: its directory has 2 entries and says 1"
    ),
    (
      "fewer entries than it says", patched(end, 10, [9, 0]),
      "it is a damaged .zip archive: its directory has 2 entries and says 9"
    ),
    (
      "a header beyond the directory", patched(central, 30, [0xFF, 0xFF]),
      "it is a damaged .zip archive: its directory makes no sense"
    ),
    (
      "one name twice", ZipRecipe([ZipItem("a", []), ZipItem("b", []), ZipItem("a", [1])]).bytes,
      "its entry “a” is there twice"
    ),
    (
      "another name before the data", one { $0.claims.localName = "c.xml" },
      "its entry “a.xml” is not what the directory says"
    ),
    (
      "another sum in the directory", patched(central, 16, [1, 2, 3, 4]),
      "its entry “b.xml” is not what the directory says"
    ),
    (
      "another method in the directory", patched(central, 10, [8, 0]),
      "its entry “b.xml” is not what the directory says"
    ),
    (
      "two sizes of what is not packed", patched(central, 24, [9, 0, 0, 0]),
      "its entry “b.xml” is not packed and has two different sizes"
    ),
    (
      "an entry beyond the archive", patched(central, 42, [0xF0, 0xFF, 0, 0]),
      "its entry “b.xml” is somewhere beyond the archive"
    ),
    (
      "an entry elsewhere", patched(central, 42, [3, 0, 0, 0]),
      "its entry “b.xml” is not where the directory says"
    ),
    (
      "encrypted", one { $0.flags = 1 },
      "its entry “a.xml” is encrypted; unpack the archive with its password, and pack it again"
    ),
    (
      "encrypted by AES", one { $0.claims.method = 99 },
      "its entry “a.xml” is encrypted; unpack the archive with its password, and pack it again"
    ),
    (
      "in several files", patched(central, 34, [1, 0]),
      "its entry “b.xml” is in another file of an archive in several files"
    ),
    (
      "two archives", sound + sound,
      "it is a .zip archive that was cut off, or two of them one after the other"
    ),
    (
      "an archive inside one that was cut off",
      Array(
        ZipRecipe([ZipItem("in.zip", sound), ZipItem("b", [])]).bytes.prefix(sound.count + 36)),
      "it is a .zip archive that was cut off, or two of them one after the other"
    ),
    (
      "another one behind it, cut off", sound + sound.prefix(60),
      "it is a .zip archive that another one follows, which is cut off"
    ),
    (
      "entries that share bytes", overlapping,
      "its entry “b” has bytes that are another entry's, too"
    ),
  ]

  /// Two entries whose data is the same.
  private static let overlapping: [UInt8] = {
    let inner = ZipRecipe([ZipItem("b", [7, 7])])
    // What stands in the first entry is the second one's header.
    let local = Array(inner.bytes.prefix(33))
    var bytes = ZipRecipe([ZipItem("a", local), ZipItem("b", [7, 7])]).bytes
    let last = bytes.indices.last { bytes[$0...].starts(with: central) } ?? 0
    bytes[last + 42] = 31
    return bytes
  }()

  @Test(arguments: refused)
  func isRefused(name: String, bytes: [UInt8], sentence: String) {
    do throws(ZipFailure) {
      let archive = try ZipArchive(bytes)
      Issue.record("\(name): \(archive == nil ? "no archive" : "opened")")
    } catch {
      #expect(error.reason == sentence)
    }
  }

  static let broken: [(name: String, bytes: [UInt8], sentence: String)] = [
    (
      "a sum that is not so", one { $0.claims.sum = 5 },
      "its entry “a.xml” is damaged: its CRC-32 is another one"
    ),
    (
      "less than it says", one { $0.claims.size = text.count + 1 },
      "its entry “a.xml” unpacks to another size than it says"
    ),
    (
      "more than it says", one { $0.claims.size = text.count - 1 },
      "its entry “a.xml” unpacks to another size than it says"
    ),
    (
      "nothing, it says", one { $0.claims.size = 0 },
      "its entry “a.xml” unpacks to another size than it says"
    ),
    (
      "no deflated data", firstData,
      "its entry “a.xml” is damaged: its data cannot be unpacked"
    ),
    (
      "another method", one { $0.claims.method = 12 },
      "its entry “a.xml” is packed by the method 12, which is not known"
    ),
    (
      "a bomb", one { ($0.content, $0.claims.size) = ([], 4_000_000_000) },
      "its entry “a.xml” says that 2 bytes unpack to 4000000000, which is not opened"
    ),
    (
      "a bomb that is none", one { $0.content = Array(repeating: 65, count: 2 << 20) },
      "its entry “a.xml” says that 2050 bytes unpack to 2097152, which is not opened"
    ),
  ]

  /// The first entry's data, which stands behind its header and name, is something else.
  private static let firstData: [UInt8] = {
    var bytes = sound
    bytes.replaceSubrange(35..<37, with: [0xFF, 0xFF])
    return bytes
  }()

  @Test(arguments: broken)
  func isNotRead(name: String, bytes: [UInt8], sentence: String) throws {
    let archive = try #require(try ZipArchive(bytes))
    #expect(throws: ZipFailure.self, "\(name)") { try archive.content(of: archive.entries[0]) }
    do throws(ZipFailure) {
      _ = try archive.content(of: archive.entries[0])
    } catch {
      #expect(error.reason == sentence)
    }
    // The other one is as sound as ever.
    guard archive.entries.count > 1 else { return }
    #expect(try archive.content(of: archive.entries[1]) == Self.text)
    let changed = try archive.replacing([1: [1, 2, 3]])
    let again = try #require(try ZipArchive(changed))
    #expect(try again.content(of: again.entries[1]) == [1, 2, 3])
  }

  @Test(
    arguments: [[], Array("<sequence/>".utf8), Array("{}".utf8), Array("PK".utf8)] as [[UInt8]])
  func otherBytesAreNone(bytes: [UInt8]) throws {
    #expect(try ZipArchive(bytes) == nil)
  }

  @Test func anEmptyArchiveIsOne() throws {
    let archive = try #require(try ZipArchive(ZipRecipe([]).bytes))
    #expect(archive.entries.isEmpty && archive.bytes.count == 22)
    #expect(try archive.replacing([:]) == archive.bytes)
  }

  /// Names that climb are names.
  @Test(arguments: ["../../etc/passwd", "/abs", "C:\\x", "a\u{1B}[2Jb", "CON"])
  func namesAreKeys(name: String) throws {
    let recipe = ZipRecipe([ZipItem(name, [1])])
    let archive = try #require(try ZipArchive(recipe.bytes))
    #expect(archive.name(of: archive.entries[0]) == name)
    #expect(try archive.content(of: archive.entries[0]) == [1])
  }

  /// Whatever bytes are changed, it is read, or refused in words; what is written is read again.
  @Test(arguments: Seeded.seeds(200))
  func damageIsNoTrap(seed: UInt64) throws {
    var random = Seeded(seed)
    var bytes = Shapes.random(seed).bytes
    for _ in 0..<random.below(4) + 1 {
      let place =
        random.chance(60) ? max(0, bytes.count - random.below(140) - 1) : random.below(bytes.count)
      bytes[place] = random.pick([0, 1, 0xFF, UInt8(random.below(256))])
    }
    do throws(ZipFailure) {
      guard let archive = try ZipArchive(bytes) else { return }
      for index in archive.entries.indices {
        guard (try? archive.content(of: archive.entries[index])) != nil,
          let changed = try? archive.replacing([index: [UInt8(seed & 0xFF)]])
        else { continue }
        guard let again = try ZipArchive(changed) else {
          Issue.record("seed \(seed): what was written is no archive")
          return
        }
        #expect(again.entries.count == archive.entries.count, "seed \(seed)")
        let content = try again.content(of: again.entries[index])
        #expect(content == [UInt8(seed & 0xFF)], "seed \(seed)")
      }
    } catch {
      #expect(!error.reason.isEmpty, "seed \(seed)")
    }
  }

  /// Linear: 100,000 entries are opened and one is changed, in seconds even where nothing is optimised.
  @Test func manyEntries() throws {
    let recipe = ZipRecipe((0..<100_000).map { ZipItem("\($0)", []) })
    let bytes = recipe.bytes
    let start = ContinuousClock.now
    let archive = try #require(try ZipArchive(bytes))
    #expect(archive.entries.count == 100_000)
    let changed = try archive.replacing([50_000: [1, 2, 3]])
    #expect(changed.count == bytes.count + 3)
    #expect(try #require(try ZipArchive(changed)).index(named: "99999") == 99_999)
    #expect(ContinuousClock.now - start < .seconds(5))
    #expect(MemoryLayout<ZipEntry>.stride <= 40)
  }
}

import Archive
import TestSupport
import Testing

/// An archive with another content is the archive that would have been made with that content.
@Suite("Laws of archives")
struct SpliceLawTests {
  private static let shapes =
    Shapes.all + Seeded.seeds(60).map { Shape(name: "seed \($0)", recipe: Shapes.random($0)) }

  private static let contents: [[UInt8]] = [
    [], [7], Array("<b/>".utf8),
    Array(String(repeating: "longer than all others ", count: 90).utf8),
  ]

  @Test(arguments: shapes)
  func everythingIsRead(shape: Shape) throws {
    let recipe = shape.recipe
    let archive = try #require(try ZipArchive(recipe.bytes))
    let order = recipe.order ?? Array(recipe.entries.indices)
    #expect(archive.entries.map(archive.name) == order.map { recipe.entries[$0].name })
    for (entry, index) in zip(archive.entries, order) {
      #expect(try archive.content(of: entry) == recipe.entries[index].content)
      #expect(archive.index(named: recipe.entries[index].name) == order.firstIndex(of: index))
    }
    #expect(archive.index(named: "none") == nil)
  }

  @Test(arguments: shapes)
  func onlyWhatMustDiffersDoes(shape: Shape) throws {
    let recipe = shape.recipe
    let archive = try #require(try ZipArchive(recipe.bytes))
    for index in recipe.entries.indices {
      let place = try #require(archive.index(named: recipe.entries[index].name))
      for content in Self.contents {
        var wanted = recipe
        wanted.entries[index].content = content
        let changed = try archive.replacing([place: content])
        #expect(changed == wanted.bytes, "entry \(index), \(content.count) bytes")
        let again = try #require(try ZipArchive(changed))
        let back = try again.replacing([place: recipe.entries[index].content])
        #expect(back == recipe.bytes, "entry \(index), \(content.count) bytes, and back")
      }
    }
  }

  @Test(arguments: shapes)
  func severalAtOnceAreAsOneAfterTheOther(shape: Shape) throws {
    let recipe = shape.recipe
    let archive = try #require(try ZipArchive(recipe.bytes))
    var wanted = recipe
    var contents: [Int: [UInt8]] = [:]
    for index in recipe.entries.indices {
      wanted.entries[index].content = Self.contents[index % Self.contents.count]
      let place = try #require(archive.index(named: recipe.entries[index].name))
      contents[place] = wanted.entries[index].content
    }
    #expect(try archive.replacing(contents) == wanted.bytes)
  }

  /// What another program has packed stays as that packed it.
  @Test func theSameContentIsTheSameData() throws {
    let text = Array(String(repeating: "abcabcab", count: 60).utf8)
    // One block that is not packed at all, which zlib would never write.
    var item = ZipItem("a", text, isDeflated: true)
    item.isDeflated = false
    let stored =
      [
        1, UInt8(text.count & 0xFF), UInt8(text.count >> 8), ~UInt8(text.count & 0xFF),
        ~UInt8(text.count >> 8),
      ] + text
    var bytes = ZipRecipe([ZipItem("a", stored)]).bytes
    // It says that it is deflated, and what of.
    let real = ZipRecipe([ZipItem("a", text, isDeflated: true)]).bytes
    let centrals = [bytes, real].map { $0.firstRange(of: [0x50, 0x4B, 1, 2])?.lowerBound ?? 0 }
    bytes[8] = 8
    bytes[centrals[0] + 10] = 8
    for offset in Array(14..<18) + Array(22..<26) { bytes[offset] = real[offset] }
    for offset in Array(16..<20) + Array(24..<28) {
      bytes[centrals[0] + offset] = real[centrals[1] + offset]
    }
    let archive = try #require(try ZipArchive(bytes))
    #expect(try archive.content(of: archive.entries[0]) == text)
    #expect(try archive.replacing([0: text]) == bytes)
    #expect(try archive.replacing([0: text + [1]]) != bytes)
  }

  @Test(.enabled(if: ZipReader.unzip.isThere, "\(ZipReader.unzip.skipped)"))
  func unzipReadsIt() throws { try isRead(by: .unzip) }

  @Test(.enabled(if: ZipReader.p7zip.isThere, "\(ZipReader.p7zip.skipped)"))
  func p7zipReadsIt() throws { try isRead(by: .p7zip) }

  @Test(.enabled(if: ZipReader.python.isThere, "\(ZipReader.python.skipped)"))
  func pythonReadsIt() throws { try isRead(by: .python) }

  /// Whatever another program says of an archive, it says of the changed one.
  private func isRead(by reader: ZipReader) throws {
    var sound = 0
    for shape in Shapes.all {
      let recipe = shape.recipe
      let archive = try #require(try ZipArchive(recipe.bytes))
      let before = try reader.verdict(on: recipe.bytes)
      let all = Dictionary(
        uniqueKeysWithValues: archive.entries.indices.map { ($0, Self.contents[3]) })
      let after = try reader.verdict(on: try archive.replacing(all))
      #expect(after == before, "\(shape.name)")
      if before == 0 { sound += 1 }
    }
    // Some warn of bytes before or behind, and of sums without a signature.
    #expect(sound >= Shapes.all.count - 7)
  }
}

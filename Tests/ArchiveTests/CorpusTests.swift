import Archive
import TestSupport
import Testing

@Suite("Real archives")
struct CorpusTests {
  @Test(.enabled(if: Corpus.isThere, "\(Corpus.skipped)"))
  func everyEntryIsReadAndCanChange() throws {
    let archives = Corpus.archives()
    #expect(!archives.isEmpty)
    for (path, bytes) in archives {
      let archive = try #require(try ZipArchive(bytes), "\(path)")
      for (index, entry) in archive.entries.enumerated() {
        let content = try archive.content(of: entry)
        #expect(try archive.replacing([index: content]) == bytes, "\(path)")
        let changed = try archive.replacing([index: content + [0x20]])
        // What differs are the sum, the sizes, offsets and sizes behind: the rest is as it was.
        let again = try #require(try ZipArchive(changed), "\(path)")
        #expect(changed.count == bytes.count + (entry.isStored ? 1 : changed.count - bytes.count))
        for (other, old) in zip(again.entries, archive.entries).enumerated().filter({
          $0.offset != index
        }).map(\.element) {
          #expect(again.name(of: other) == archive.name(of: old), "\(path)")
          #expect(try again.content(of: other) == archive.content(of: old), "\(path)")
        }
        #expect(try again.content(of: again.entries[index]) == content + [0x20], "\(path)")
        if entry.isStored {
          #expect(try again.replacing([index: content]) == bytes, "\(path)")
        }
      }
    }
  }
}

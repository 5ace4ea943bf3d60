import TestSupport
import Testing

@testable import XMLTree

@Suite("Law 1: what is read is what is written")
struct RoundTripTests {
  @Test(arguments: Seeded.seeds(400))
  func generated(seed: UInt64) throws {
    let bytes = Specimen.make(seed)
    let document = try Document(parsing: bytes)
    #expect(document.serialized() == bytes)
    #expect(broken(document) == nil)
  }

  @Test(.enabled(if: Corpus.isThere, "\(Corpus.skipped)"))
  func corpus() throws {
    var refused: [String] = []
    for (path, bytes) in Corpus.files() {
      do throws(ParseFailure) {
        let document = try Document(parsing: bytes)
        #expect(document.serialized() == bytes, "\(path)")
      } catch {
        refused.append(path)
      }
    }
    #expect(refused.count == 2, "the two malformed files of the manifest, not \(refused)")
  }
}

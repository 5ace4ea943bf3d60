import Containers
@_spi(Edits) import TaskSequence
import TestSupport
import Testing
import XMLTree

@Suite(
  "Real task sequences are written as they were read",
  .enabled(if: Corpus.isThere, "\(Corpus.skipped)"))
struct CorpusTests {
  @Test func everyFile() {
    var malformed: [String] = []
    var sequences = 0
    for (path, file) in Corpus.files() {
      do throws(LoadFailure) {
        let document = try SequenceDocument(loading: file)
        sequences += 1
        #expect(document.serialized() == file, "\(path)")
      } catch {
        guard case .malformed(let failure) = error else { continue }
        malformed.append("\(failure.line):\(failure.column)")
        #expect(error.sentence.hasPrefix("line \(failure.line), column \(failure.column): "))
      }
    }
    #expect(malformed.sorted() == ["4:1", "4:57"])
    #expect(sequences > 100)
  }

  /// One attribute of a file that is one line: what `git diff` shows must be those bytes.
  @Test func oneAttribute() throws {
    var lines = 0
    for (path, file) in Corpus.files() where file.filter({ $0 == 0x0A }).count < 3 {
      guard let document = try? SequenceDocument(loading: file),
        let step = document.sequence.children.first, step.value(of: .name) != nil
      else { continue }
      lines += 1
      let edit = try document.setting(.name, to: "changed here", on: [step.id])
      let output = edit.document.serialized()
      let head = zip(file, output).prefix { $0 == $1 }.count
      let tail = zip(file.reversed(), output.reversed()).prefix { $0 == $1 }.count
      let old = file[head..<max(head, file.count - tail)]
      #expect(!old.contains(UInt8(ascii: "\"")), "\(path): more than one value changed")
      let back = try edit.document.setting(.name, to: step.name, on: [step.id])
      #expect(back.document.serialized() == file, "\(path)")
    }
    #expect(lines > 0)
  }
}

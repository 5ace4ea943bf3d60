import Containers
@_spi(Edits) import TaskSequence
import TestSupport
import Testing

@Suite("Steps and groups without a sequence around them")
struct LooseNodesTests {
  private static let group =
    "<group name=\"Prepare\" expand=\"true\">\n  <step name=\"Copy\"><action>a</action></step>\n"
    + "  <action />\n</group>"
  private static let step = "<step name=\"Größe\"/>"
  private static let child = "<subtasksequence name=\"Drivers\"/>"

  private static let texts: [(text: String, words: String, count: Int)] = [
    (group, "the group “Prepare”", 1),
    ("<?xml version=\"1.0\"?>\r\n\(step)", "the step “Größe”", 1),
    (child, "the child sequence “Drivers”", 1), (step + child, "2 steps", 2),
    ("<!-- paste me -->\n\(group)\n\(step)\n", "2 steps and groups", 2),
    (group + group, "2 groups", 2),
  ]

  @Test(arguments: texts)
  func areToldForWhatTheyAre(text: String, words: String, count: Int) throws {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    for file in [Array(text.utf8), mark + Array(text.utf8), Self.utf16(text)] {
      let failure = #expect(throws: LoadFailure.self) { try Opener().open(file) }
      guard case .loose(let nodes) = failure else {
        Issue.record("\(text): \(failure?.sentence ?? "")")
        return
      }
      #expect(nodes.words == words && nodes.origin == nil)
      #expect(failure?.sentence.hasPrefix("it is \(words) without a sequence around it; ") == true)
      // They can be put into a sequence, as they are.
      let host = try SequenceDocument(loading: Array("<sequence version=\"3.10\"/>".utf8))
      let edit = try host.inserting(
        xml: Array(nodes.xml.utf8), at: .end(of: host.sequenceID), knowing: Nothing())
      #expect(edit.document.sequence.children.count == count)
    }
  }

  private static func utf16(_ text: String) -> [UInt8] {
    [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  @Test(arguments: [
    "<group name=\"a\">", "<settings/>", "<group name=\"a\"/>text", "<group/><settings/>",
    "<sequence/><sequence/>", "", "text", "<step/><sequence/>",
  ])
  func othersAreNot(text: String) {
    let failure = #expect(throws: LoadFailure.self) { try Opener().open(Array(text.utf8)) }
    if case .loose = failure { Issue.record("\(text)") }
  }

  /// A sequence's nodes, with the product they are for.
  @Test func ofASequence() throws {
    let text = "<sequence name=\"n\">\(Self.group)<x/>\(Self.step)</sequence>"
    let nodes = LooseNodes(try SequenceDocument(loading: Array(text.utf8)))
    #expect(nodes.xml == "\(Self.group)\n\(Self.step)")
    #expect(nodes.words == "2 steps and groups" && nodes.origin == .mdt)
  }

  @Test(.enabled(if: SituationFiles.areThere, "\(SituationFiles.skipped)"))
  func aPublishedGroup() throws {
    let file = try #require(SituationFiles.bytes(of: "17-group-fragment.xml"))
    #expect(LooseNodes(file)?.words == "the group “Name picker”")
    let failure = #expect(throws: LoadFailure.self) { try Opener().open(file) }
    #expect(failure?.sentence.contains("the group “Name picker”") == true)
  }
}

/// Knows no types.
private struct Nothing: StepKnowledge {
}

import Conditions
import Help
import Testing

/// The texts of the help are what their reader and their readers expect.
@Suite struct HelpTopicTests {
  @Test func thereIsWhatTheManualPromises() {
    #expect(
      HelpTopic.all.map(\.name) == [
        "commands", "keys", "signs", "conditions", "references", "runs", "logs", "exports",
        "settings",
      ])
    #expect(HelpTopic.named("Keys")?.title == "Keys")
    #expect(HelpTopic.named("nothing") == nil)
  }

  @Test(arguments: HelpTopic.all)
  func everyTopicHasATitleAndASentence(topic: HelpTopic) {
    #expect(topic.title.lowercased() == topic.name)
    #expect(topic.summary.hasSuffix(".") && topic.summary.count <= 64, "\(topic.summary)")
    #expect(topic.page.blocks.count > 2)
  }

  /// Only what `HelpPage` reads is written, so that nothing is shown with its marks.
  @Test(arguments: HelpTopic.all)
  func everyTopicIsWrittenInThePartOfMarkdownThatIsRead(topic: HelpTopic) {
    for block in topic.page.blocks {
      switch block {
      case .paragraph(let text):
        for mark in ["**", "](", "<!--", "|"]
        where HelpText.spans(in: text).contains(where: {
          !$0.isCode && $0.text.contains(mark)
        }) {
          Issue.record("\(topic.name): \(mark) in “\(text.prefix(60))”")
        }
      case .table(let rows):
        #expect(Set(rows.map(\.count)).count == 1, "\(topic.name): \(rows[0])")
        #expect(!rows.joined().contains { $0.contains("`") }, "\(topic.name): \(rows[0])")
      case .insertion(let name): #expect(["keys", "commands"].contains(name))
      case .heading, .items, .code: break
      }
    }
  }

  @Test(arguments: HelpTopic.all)
  func linesFitATerminal(topic: HelpTopic) {
    for line in topic.page.lines(width: 80) where line.pieces.last?.look == .plain {
      #expect(line.text.count <= 80, "\(topic.name): \(line.text)")
    }
  }

  @Test func everyConditionShownIsOne() throws {
    let topic = try #require(HelpTopic.named("conditions"))
    var count = 0
    for case .table(let rows) in topic.page.blocks {
      for row in rows.dropFirst() {
        count += 1
        #expect(throws: Never.self, "\(row)") { try ConditionText.parse(row[0]) }
      }
    }
    #expect(count > 20)
  }
}

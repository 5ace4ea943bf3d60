import Containers
import Journaling
import Screen
import Storage
import TaskSequence
import Testing
import Widgets

@testable import Editor

/// Questions: every way to answer, and what letters mean in all of them.
@Suite struct QuestionTests {
  /// Keys that lead to a question, with what lies beneath them.
  private static let ways: [(xml: String, keys: String)] = {
    let broken = smallSequence.replacing("ABC00001", with: "00000000")
    let group = smallSequence.replacing("IsLaptop", with: "IsTablet")
    let secret = smallSequence.replacing(
      ">run.cmd</variable>", with: ">net use /user:x /password:Tr0ub4dor</variable>")
    return [
      (smallSequence, "jdq"), (smallSequence, "jjc<C-End>x<Esc>"), (group, "<End><Up>U"),
      (smallSequence, "jdScase.xml<Enter>"), (secret, "jjyxml in clear<Enter>"),
      (broken, "jjdd<C-s><Enter>"), (broken, "jjrx<Enter><C-s><Enter>"),
    ]
  }()

  /// Every question there is a way to.
  private func all() throws -> [(name: String, question: QuestionLayer)] {
    var found: [(String, QuestionLayer)] = []
    func keep(_ name: String, _ robot: Robot) {
      if let question = robot.state.top as? QuestionLayer { found.append((name, question)) }
    }
    for way in Self.ways {
      var robot = try Robot(way.xml)
      try robot.press(way.keys)
      keep(way.keys, robot)
    }
    for change in [
      FileStamp.Change.content(Array("<sequence/>".utf8)), .gone(FileFailure("gone", code: 2)),
    ] {
      for isModified in [true, false] {
        var robot = try Robot(smallSequence)
        if isModified { try robot.press("jd") }
        _ = DiskChanges.tellChanged(&robot.state, "case.xml", change, isSaving: true)
        keep("changed \(isModified)", robot)
      }
    }
    var robot = try Robot(smallSequence)
    _ = DiskChanges.tellLocked(&robot.state, "case.xml", .own)
    keep("locked", robot)
    return found
  }

  /// A letter that loses something for good in one question keeps nothing in another.
  @Test func noLetterKeepsHereAndDestroysThere() throws {
    let questions = try all()
    #expect(questions.count >= 9, "\(questions.map(\.name))")
    let choices = questions.flatMap(\.question.choices)
    let losing = choices.filter { if case .loss = $0.risk { true } else { false } }.map(\.key)
    #expect(!losing.isEmpty)
    for choice in choices where losing.contains(choice.key) {
      // To disable is to keep.
      let isAlike = choice.risk != .none || choice.label.hasPrefix("disable")
      #expect(isAlike, "\(choice.key) \(choice.label)")
    }
    let keeping = choices.filter { $0.label.hasPrefix("keep") || $0.label.hasPrefix("save") }
    for choice in keeping { #expect(!losing.contains(choice.key), "\(choice.label)") }
  }

  /// Whatever is safe comes first; the bar is on it, and leaving has a row of its own.
  @Test func theBarIsOnWhatIsSafe() throws {
    for (name, question) in try all() {
      let ranks = question.choices.map { choice in
        switch choice.risk {
        case .none: 0
        case .some: 1
        case .loss: 2
        }
      }
      #expect(ranks == ranks.sorted(), "\(name)")
      #expect(question.selectedChoice.map { $0.risk == .none } ?? true, "\(name)")
    }
  }

  /// The bar answers as the letter does.
  @Test func arrowsAndEnterAnswer() throws {
    for keys in ["<Down><Enter>", "<Tab><Enter>", "<Right><Enter>", "k"] {
      var robot = try Robot(smallSequence)
      let id = robot.state.file.id
      try robot.press("jdq\(keys)")
      #expect(robot.performed.suffix(1) == [.keepDraft(id)] && robot.exitCode == 0, "\(keys)")
    }
    for keys in ["<Enter>", "s", "<C-s>", "<Down><Up><Enter>"] {
      var robot = try Robot(smallSequence)
      try robot.press("jdq\(keys)")
      #expect(robot.exitCode == 0 && robot.files["case.xml"] == Array(robot.xml.utf8), "\(keys)")
    }
    for keys in ["<Esc>", "<Up><Enter>", "<S-Tab><Enter>", "d<Enter><Esc>", "d<Esc><Esc>"] {
      var robot = try Robot(smallSequence)
      try robot.press("jdq\(keys)")
      #expect(robot.exitCode == nil && robot.state.layers.isEmpty, "\(keys) \(robot.screen)")
      #expect(robot.state.file.history.isModified)
    }
  }

  @Test func itSaysWhatItsAnswersMean() throws {
    var robot = try Robot(smallSequence)
    try robot.press("jdq?")
    #expect(robot.screen.contains("asks once more") && robot.screen.contains("discard"))
    try robot.press("<Esc>")
    #expect(robot.state.top is QuestionLayer)
  }
}

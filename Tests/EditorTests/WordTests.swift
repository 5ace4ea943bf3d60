import Appearance
import Screen
import TaskSequence
import Testing
import Widgets

@testable import Editor

/// What people type into the list of commands leads to what they mean.
@Suite("Words lead to commands")
struct WordTests {
  /// What people who had never seen the program typed, and the command that must be first.
  static let typed: [(words: String, command: String)] = [
    ("add step", "step.add"), ("new step", "step.add"), ("insert", "step.add"),
    ("install application", "step.add"),
    ("if statement", "condition.type"), ("add if", "condition.type"),
    ("condition", "condition.type"), ("wmi query", "condition.type"),
    ("disable", "option.disable"), ("enable", "option.disable"),
    ("options tab", "pane.edit"), ("properties", "pane.edit"),
    ("continue on error", "option.continue"), ("ignore errors", "option.continue"),
    ("success codes", "option.successCodes"), ("exit codes", "option.successCodes"),
    ("return codes", "option.successCodes"),
    ("timeout", "option.timeout"), ("rename", "step.rename"),
    ("move", "move.to"), ("move to group", "move.to"), ("drag", "move.to"),
    ("new group", "step.addGroup"), ("new folder", "step.addGroup"),
    ("copy", "clip.copy"), ("paste", "clip.paste"), ("cut", "clip.cut"),
    ("duplicate", "step.duplicate"), ("clone", "step.duplicate"),
    ("delete", "step.remove"), ("remove", "step.remove"),
    ("undo", "history.undo"), ("redo", "history.redo"),
    ("history", "history.list"), ("revert", "history.list"),
    ("save", "file.save"), ("save as", "file.saveAs"),
    ("template", "file.new"), ("new", "file.new"), ("wizard", "file.new"),
    ("theme", "theme"), ("colors", "theme"), ("dark mode", "theme"),
    ("help", "help"), ("shortcuts", "help"), ("keys", "help"),
    ("run in", "option.runIn"), ("winpe", "option.runIn"), ("start in", "option.startIn"),
    ("compare", "file.preview"), ("diff", "file.preview"), ("changes", "file.preview"),
    ("preview", "file.preview"),
    ("open", "file.open"), ("close", "file.close"), ("exit", "quit"), ("quit", "quit"),
    ("search", "find.start"), ("find", "find.start"), ("go to", "find.start"),
    ("replace", "find.replace"), ("find and replace", "find.replace"),
    ("filter", "find.filter"),
    ("select", "mark.toggle"), ("multi select", "mark.toggle"),
    ("select all", "mark.siblings"),
    ("expand", "fold.openAll"), ("expand all", "fold.openAll"), ("collapse", "fold.closeAll"),
    ("next error", "reference.next"), ("problems", "problem.list"),
    ("errors", "reference.next"),
    ("broken", "reference.list"), ("missing", "reference.list"),
    ("references", "reference.list"), ("packages", "reference.list"),
    ("applications", "reference.list"),
    ("replace package", "reference.swap"), ("swap", "reference.swap"),
    ("migrate", "reference.remap"), ("remap", "reference.remap"),
    ("variables", "variable.list"), ("rename variable", "variable.rename"),
    ("secrets", "variable.secrets"), ("password", "variable.secrets"),
    ("credentials", "variable.secrets"),
    ("test condition", "condition.open"), ("why", "condition.open"),
    ("simulate", "condition.open"),
    ("xml", "pane.xml"), ("source", "pane.xml"),
    ("script", "option.command"), ("command line", "option.command"),
    ("clipboard", "clip.text"),
    ("description", "option.description"), ("comment", "option.description"),
    ("retry", "option.retry"),
  ]

  /// Forty more, in Microsoft's words: those of its articles on the task sequence editor, on the steps
  /// and on managing sequences, of the help of the Options tab, of MDT's reference, of its cmdlets.
  static let documented: [(words: String, command: String)] = [
    ("disable this step", "option.disable"), ("comment out", "option.disable"),
    ("expand all groups", "fold.openAll"), ("collapse all groups", "fold.closeAll"),
    ("change the order", "move.to"), ("add a group", "step.addGroup"),
    ("remove a step", "step.remove"),
    ("copy conditions", "condition.copy"), ("remove condition", "condition.clear"),
    ("query wmi", "condition.type"), ("registry setting", "condition.type"),
    ("operating system version", "condition.type"), ("installed software", "condition.type"),
    ("file properties", "condition.type"),
    ("task sequence variable", "variable.list"), ("retry count", "option.retry"),
    ("create task sequence", "file.new"), ("import task sequence", "file.open"),
    ("copy task sequence", "file.saveAs"),
    ("install software updates", "step.add"), ("apply operating system", "step.add"),
    ("restart computer", "step.add"), ("run powershell script", "step.add"),
    ("set task sequence variable", "step.add"), ("run task sequence", "step.add"),
    ("join domain", "step.add"), ("format and partition disk", "step.add"),
    ("step name", "step.rename"), ("product key", "variable.secrets"),
    ("do not display this value", "variable.secrets"),
    ("full operating system", "option.runIn"), ("working directory", "option.startIn"),
    ("error handling", "option.continue"), ("save and close", "file.save"),
    ("apply changes", "file.save"), ("close without saving", "file.close"),
    ("find next", "find.next"), ("boot image", "reference.list"),
    ("referenced content", "reference.list"), ("keyboard shortcuts", "help"),
  ]

  /// The list of commands once words are typed into it, from the tree or from the details.
  private func list(_ words: String, _ before: String = "<Down>") throws -> PickerLayer {
    var robot = try Robot(smallSequence)
    try robot.press(before + "?")
    for character in words {
      try robot.press(character == " " ? "<Space>" : String(character))
    }
    return try #require(robot.state.top as? PickerLayer)
  }

  @Test(arguments: typed + documented)
  func theRightCommandIsFirst(words: String, command: String) throws {
    let found = try list(words)
    let wanted = try #require(Commands.table[command])
    let first = found.matches.first.map { found.items[$0] }
    #expect(
      first?.title == wanted.title && first?.detail == wanted.summary,
      "“\(words)” leads to \(first?.title ?? "nothing")")
  }

  /// An exact title is first, whether it can be had or not; then it says why.
  @Test(arguments: ["<Down>", "<Down><Tab>"])
  func everyTitleLeadsToItsCommand(before: String) throws {
    for command in Commands.all where command.isListed {
      let found = try list(command.title, before)
      let first = try #require(found.matches.first.map { found.items[$0] }, "\(command.id)")
      #expect(first.title == command.title, "\(command.id)")
    }
  }

  @Test func everyCommandHasOtherWordsAndNoneIsClaimedTwice() {
    let listed = Commands.all.filter(\.isListed)
    var owners: [String: Command] = [:]
    for command in listed {
      #expect(!command.phrases.isEmpty, "\(command.id) has no other words")
      for phrase in command.phrases {
        let key = phrase.lowercased()
        if let other = owners[key] {
          let meet = Set(other.contexts).intersection(command.contexts)
          #expect(meet.isEmpty || other.id == command.id, "“\(phrase)”: \(other.id), \(command.id)")
        }
        owners[key] = command
      }
    }
    #expect(Set(CommandWords.all.keys) == Set(listed.map(\.id)), "words of no command")
  }

  /// Endings do not count, nor does the order of words.
  @Test(arguments: [
    ("condition copying", "condition.copy"), ("codes success", "option.successCodes"),
    ("renaming", "step.rename"), ("timeouts", "option.timeout"), ("hits marking", "mark.hits"),
    ("groups new", "step.addGroup"),
  ])
  func endingsAndOrderDoNotCount(words: String, command: String) throws {
    try theRightCommandIsFirst(words: words, command: command)
  }

  /// Letters in order are looked for in titles alone: in sentences they are an accident.
  @Test func lettersInOrderCountInTitlesAlone() throws {
    let found = try list("cpycnd")
    #expect(found.matches.allSatisfy { found.items[$0].title == "Copy condition" })
    #expect(try list("zqwv").matches.isEmpty)
  }

  @Test func theListBeginsWithWhatThePaneCanDo() throws {
    let tree = try list("")
    #expect(tree.items[0].title == "Help: signs" && tree.selected == 1)
    #expect(tree.items[1].refusal == nil)
    let details = try list("", "<Down><Tab>")
    let own = Commands.all.filter { $0.contexts == [.details] }.map(\.title)
    #expect(Array(details.items.map(\.title)[1...own.count]) == own)
    for (list, pane) in [(tree, KeyContext.tree), (details, .details)] {
      let here = Set(Commands.all.filter { $0.contexts.contains(pane) }.map(\.summary))
      let last = try #require(list.items.lastIndex { here.contains($0.detail) })
      let elsewhere = list.items.firstIndex { $0.refusal?.hasPrefix("only in the") == true }
      #expect(last < elsewhere ?? .max)
    }
  }

  @Test(arguments: ["print", "outline", "export", "reload", "recent", "discard", "deploy"])
  func whatIsElsewhereIsSaid(word: String) throws {
    let found = try list(word)
    let first = try #require(found.matches.first.map { found.items[$0] })
    let isCommand = Commands.all.contains { $0.title == first.title }
    #expect(isCommand || first.refusal?.isEmpty == false, "“\(word)” leads to \(first.title)")
  }

  /// What cannot be had does nothing but say why, and the list stays.
  @Test func choosingWhatCannotBeHadSaysWhy() throws {
    for command in Commands.all where command.isListed {
      var robot = try Robot(smallSequence, isReadOnly: true)
      try robot.press("<Down>?")
      let before = try #require(robot.state.top as? PickerLayer)
      let row = try #require(before.items.firstIndex { $0.detail == command.summary })
      guard let reason = before.items[row].refusal else { continue }
      for _ in 1..<max(1, row) { try robot.press("<Down>") }
      try robot.press("<Enter>")
      #expect(robot.state.top is PickerLayer, "\(command.id)")
      #expect(robot.state.message?.text.contains(reason) == true, "\(command.id)")
      #expect(robot.xml == smallSequence, "\(command.id)")
    }
  }

  /// The beginning of a step's name, written out, goes to the step; what a command is called is that.
  @Test(arguments: [("windows upd", "Go to “Windows Update (Pre)”"), ("save as", "Save as …")])
  func aNameWrittenOutIsTheStep(text: String, title: String) throws {
    let step = "<step name=\"Windows Update (Pre)\"><action>x</action><defaultVarList/></step>"
    var robot = try Robot("<sequence version=\"3.00\" name=\"S\">\(step)</sequence>")
    try robot.press("?\(text)")
    let picker = try #require(robot.state.top as? PickerLayer)
    #expect(picker.selectedItem?.title == title, "\(robot.screen)")
  }
}

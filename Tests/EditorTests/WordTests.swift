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
    ("next error", "reference.next"), ("problems", "reference.next"),
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
}

/// How each command that edits is driven: the keys that make it ready, and the one that edits.
///
/// A test holds this against the editor's table of commands: each is here or among `Self.readers`.
struct EditScript: Sendable {
  /// The command of the editor.
  let command: String
  /// What is pressed before, from the step “Probe command” on.
  let lead: String
  /// The key that makes the edit.
  let key: String
  /// The key that takes it back.
  let back: String
  /// Keys that go back to where the lead began, and how many edits the lead made.
  let leave: String
  let leadEdits: Int

  private init(
    _ command: String, after lead: String = "", _ key: String, back: String = "<C-z>",
    leave: String = "", leadEdits: Int = 0
  ) {
    self.command = command
    self.lead = lead
    self.key = key
    self.back = back
    self.leave = leave
    self.leadEdits = leadEdits
  }

  /// Goes to the step all scripts begin on.
  static let start = "/probe command<Enter><Esc>"
  private static let second = "/probe second<Enter><Esc>"
  private static let group = "/probe inner<Enter><Esc>"

  /// Commands that have no key, and those they get here.
  static let extraKeys = """
    [global]
    "<F21>" = "option.retry"
    "<F22>" = "option.startIn"
    "<F23>" = "condition.copy"
    "<F24>" = "condition.replace"
    "<F25>" = "condition.and"
    "<F26>" = "condition.clear"
    "<F27>" = "variable.rename"
    "<F28>" = "reference.swap"
    """

  static let all: [EditScript] = steps + options + moving + conditions + bulk

  private static let steps = [
    EditScript("step.add", after: "arestart computer", "<Enter>"),
    EditScript("step.addGroup", after: "gx", "<Enter>"),
    EditScript("step.group", after: "<C-g>x", "<Enter>"),
    EditScript("step.ungroup", after: group, "U"),
    EditScript("step.rename", after: "rx", "<Enter>"),
    EditScript("step.remove", "<Del>"),
    EditScript("step.duplicate", "D"),
    EditScript("clip.cut", "<C-x>"),
    EditScript("clip.paste", after: "<C-c>", "<C-v>"),
    EditScript("clip.pasteBefore", after: "<C-c>", "P"),
    EditScript("clip.pasteInto", after: "<C-c>" + group, "I"),
  ]

  private static let options = [
    EditScript("option.disable", "d"),
    EditScript("option.continue", "e"),
    EditScript("option.runIn", after: "wfull", "<Enter>"),
    EditScript("option.description", after: "ix", "<Enter>"),
    EditScript("option.successCodes", after: "x<Space>1", "<Enter>"),
    EditScript("option.timeout", after: "t9", "<Enter>"),
    EditScript("option.retry", after: "<F21>3", "<Enter>"),
    EditScript("option.startIn", after: "<F22>C:", "<Enter>"),
    EditScript("option.command", after: "cx", "<C-s>"),
    EditScript("option.setVariable", after: "VProbeNew<Enter>x", "<Enter>"),
    EditScript("pane.editField", after: "<Tab><Home><Enter>x", "<Enter>", leave: "<Esc>"),
    EditScript("pane.toggleField", after: "<Tab><Home>" + downs(15), "<Space>", leave: "<Esc>"),
    EditScript("pane.removeField", after: "<Tab><Home>" + downs(13), "<Del>", leave: "<Esc>"),
  ]

  private static let moving = [
    EditScript("move.up", "K"),
    EditScript("move.down", "J"),
    EditScript("move.out", "<lt>"),
    EditScript("move.in", "<gt>"),
    EditScript("move.to", after: "m<Down>", "<Enter>"),
    EditScript("place.after", after: "m<Down>", "a"),
    EditScript("place.before", after: "m<Up>", "b"),
    EditScript("place.into", after: "m<Up><Up>", "i"),
  ]

  private static let conditions = [
    EditScript("condition.type", after: "C<Space>and<Space>B<Space>=<Space>3", "<Enter>"),
    EditScript("condition.replace", after: "<F23>" + second, "<F24>"),
    EditScript("condition.and", after: "<F23>" + second, "<F25>"),
    EditScript("condition.clear", "<F26>"),
    inPane("condition.add", "<Down>avariable<Enter>B", "<C-s>"),
    inPane("condition.edit", "<Down><Enter><Down><Down>5", "<C-s>"),
    inPane("condition.text", "<Down>t5", "<Enter>"),
    inPane("condition.remove", "<Down>", "x"),
    inPane("condition.wrap", "<Down>wany", "<Enter>"),
    inPane("condition.unwrap", "<Down>wany<Enter>", "U", leadEdits: 1),
    inPane("condition.negate", "", "n"),
    inPane("condition.junction", "", "o"),
    inPane("condition.moveUp", "<Down><Down>", "K"),
    inPane("condition.moveDown", "<Down>", "J"),
    inPane("condition.moveOut", "<Down>wany<Enter><Down>", "<lt>", leadEdits: 1),
    inPane("condition.moveIn", "<Down>wany<Enter><Down><Down>", "<gt>", leadEdits: 1),
    inPane("condition.cut", "<Down>", "<C-x>"),
    inPane("condition.insert", "<Down>y", "<C-v>"),
  ]

  /// Those that look at all nodes, and those that go back and forth.
  private static let bulk = [
    EditScript("find.replace", after: "%probe.cmd<Enter>x<Enter>", "<Enter>"),
    EditScript("variable.rename", after: "<F27>ProbeFirst<Enter>New<Enter>", "<Enter>"),
    EditScript("reference.swap", after: "<F28>", "<Enter>"),
    EditScript("history.undo", after: "d", "<C-z>", back: "<C-y>", leadEdits: 1),
    EditScript("history.redo", after: "d<C-z>", "<C-y>"),
    EditScript("history.list", after: "d<C-z>H<Home>", "<Enter>"),
  ]

  private static func inPane(
    _ command: String, _ lead: String, _ key: String, leadEdits: Int = 0
  ) -> EditScript {
    EditScript(command, after: "&" + lead, key, leave: "<Esc>", leadEdits: leadEdits)
  }

  private static func downs(_ count: Int) -> String {
    String(repeating: "<Down>", count: count)
  }

  /// Commands that edit nothing, by the beginning of their names; those that need a file on a disk, which
  /// a benchmark lacks, are among them.
  static let readers = [
    "go.", "fold.", "mark.", "find.start", "find.next", "find.previous", "find.filter",
    "find.clear", "pane.next", "pane.edit", "pane.tree", "pane.aboutField", "pane.reveal",
    "pane.xml", "condition.copy", "condition.open", "condition.same", "condition.take",
    "condition.down", "condition.up", "condition.pageDown", "condition.pageUp", "condition.first",
    "condition.last", "condition.try", "condition.forget", "condition.help", "condition.close",
    "place.cancel", "clip.copy", "clip.text", "clip.fromFile", "variable.list", "variable.secrets",
    "reference.list",
    "reference.remap", "reference.next", "reference.previous", "file.", "help", "palette",
    "problem.list", "history.discard", "child.", "view.", "theme", "settings.reread", "suspend",
    "redraw", "quit",
    "field.", "form.", "list.", "question.", "review.",
  ]

  /// A group that holds what the scripts need, to be put at the end of a sequence.
  static let probe = """
    <group name="Probe group" description=""><group name="Probe inner" description="">\
    <step type="SMS_TaskSequence_RebootAction" name="Probe restart" description="" \
    successCodeList="0"><action>smsboot.exe /target:HD</action><defaultVarList><variable \
    name="SMSRebootTarget" property="Target" hidden="true">HD</variable></defaultVarList></step>\
    </group><step type="SMS_TaskSequence_RunCommandLineAction" name="Probe command" \
    description="" successCodeList="0 3010"><action>smsswd.exe /run:NBG00001 probe.cmd</action>\
    <defaultVarList><variable name="CommandLine" property="CommandLine" \
    hidden="true">probe.cmd</variable><variable name="PackageID" \
    property="PackageID">NBG00001</variable><variable name="SuccessCodes" \
    property="SuccessCodes">0 3010</variable><variable name="ProbeExtra">one</variable>\
    </defaultVarList><condition>\(expression("ProbeFirst", "1"))\(expression("ProbeSecond", "2"))\
    </condition></step><step type="SMS_TaskSequence_RunCommandLineAction" name="Probe second" \
    description="" successCodeList="0"><action>smsswd.exe /run: probe.cmd</action><defaultVarList>\
    <variable name="CommandLine" property="CommandLine" hidden="true">probe.cmd</variable>\
    <variable name="SuccessCodes" property="SuccessCodes">0</variable></defaultVarList></step>\
    </group>
    """

  private static func expression(_ variable: String, _ value: String) -> String {
    """
    <expression type="SMS_TaskSequence_VariableConditionExpression"><variable \
    name="Operator">equals</variable><variable name="Value">\(value)</variable><variable \
    name="Variable">\(variable)</variable></expression>
    """
  }
}

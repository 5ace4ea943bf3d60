import Screen
import Testing

@testable import Appearance

@Suite("Settings are read, or refused with the line")
struct SettingsTests {
  private func fault(_ read: () throws -> Void) -> String? {
    do {
      try read()
      return nil
    } catch {
      return (error as? SettingsFault)?.sentence ?? "\(error)"
    }
  }

  @Test(arguments: Theme.builtIn) func everyThemeIsRead(_ name: String) throws {
    _ = try Theme(named: name, depth: .direct)
    #expect(!Theme.summary(of: name) { _ in nil }.isEmpty)
  }

  @Test func everySettingIsRead() throws {
    let text = """
      theme = "dark"
      ascii = false
      mouse = false
      backup = true
      editor = 'vim -f'
      strict = true
      numbers = "engine"
      [catalogs]
      "/srv/b" = ["x.csv", '''y''']
      '/srv/a' = "z"
      """
    let read = try Configuration(text, file: "config.toml")
    #expect(read.theme == "dark" && read.ascii == false && read.editor == "vim -f")
    #expect(!read.mouse && read.backup && read.strict && read.numbers == "engine")
    #expect(read.catalogs.map(\.folder) == ["/srv/a", "/srv/b"])
    #expect(read.catalogs.map(\.paths) == [["z"], ["x.csv", "y"]])
    let none = try Configuration("# nothing", file: "config.toml")
    #expect(none.theme == "default" && none.mouse && !none.backup && none.ascii == nil)
    #expect(none.numbers == "steps")
  }

  @Test(arguments: [
    ("mouse = true\ntheme = 7", "line 2: 'theme' needs a text in quotes"),
    ("theme = dark", "line 1: expected a text in quotes"),
    ("backup = 'yes'", "line 1: 'backup' needs true or false"),
    ("numbers = 'log'", "line 1: 'numbers' needs one of \"steps\", \"engine\""),
    ("mouse = true\n\ncolour = 1", "line 3: there is no setting 'colour'; there are theme, editor"),
    ("catalogs = '/srv'", "line 1: 'catalogs' is a table, [catalogs], of folders"),
    ("[catalogs]\n'/a' = '/b'\n'/c' = []", "line 3: '/c' needs a path, or several"),
    ("commands = 'ls'", "line 1: 'commands' is a table, [commands], of programs"),
    ("[commands]\nx = 1", "line 2: 'x' needs a command line in quotes"),
    ("[commands]\nx = ' '", "line 2: 'x' names no program"),
    ("[commands]\n' ' = 'ls'", "line 2: a command needs a name"),
    ("[commands]\nx = '{file} a'", "line 2: 'x' begins with a placeholder"),
    ("[commands]\nx = 'ls {flie}'", "line 2: 'x' has {flie} in it; there are {file}, {path}"),
    ("[commands]\nx = \"ls 'a\"", "line 2: 'x' has a quote that is not closed"),
    ("theme = 'a'\ntheme = 'b'", "line 2: 'theme' is set already, in line 1, column 1"),
    ("editor = \"C:\\vim\"", "line 1: '\\' is written '\\\\' in a text"),
  ]) func configurations(_ text: String, _ expected: String) {
    let found = fault { _ = try Configuration(text, file: "config.toml") }
    #expect(found?.hasPrefix("config.toml, " + expected) == true, "\(found ?? "nothing")")
  }

  /// The same key in two places, and a name inside a value, once made a message name another line.
  @Test(arguments: [
    ("[tree]\n'Q' = 'help'\n[list]\n'Q' = 'hlep'", "line 4: there is no command 'hlep'"),
    ("[tree]\n'Q' = 7", "line 2: 'Q' needs the name of a command in quotes"),
    ("[tree]\n'<Nope>' = 'help'", "line 2: '<Nope>': "),
    ("[tree]\n[trees]", "line 2: 'trees' is no place for keys; there are global"),
    ("list = 'tree'\n[tree]", "line 1: 'list' is no place for keys"),
    ("[tree\n", "line 1: expected ']'"),
  ]) func keymaps(_ text: String, _ expected: String) {
    var keymap = Keymap([:])
    let found = fault { try keymap.merge(text, file: "keys.toml", commands: ["help"]) }
    #expect(found?.hasPrefix("keys.toml, " + expected) == true, "\(found ?? "nothing")")
  }

  @Test(arguments: [
    ("[palette]\nfocus = 'red'\n[roles]\n'focus' = { fg = 'pinkish' }", "line 4: 'fg' of 'focus'"),
    ("[roles]\nfocus = { fg = 'red', blink = true }", "line 2: 'blink' of 'focus' is unknown"),
    ("[roles.focus]\nfg = 'red'\nbold = 1", "line 3: 'bold' of 'focus' is unknown"),
    ("[roles]\nfocus = 'red'", "line 2: 'focus' needs a table such as"),
    ("[roles]\nfoci = {}", "line 2: there is no role 'foci'"),
    ("[palette]\nink = '#12345'", "line 2: 'ink' is no colour; expected"),
  ]) func themes(_ text: String, _ expected: String) {
    let found = fault { _ = try Theme(named: "x", depth: .direct) { $0 == "x" ? text : nil } }
    #expect(found?.hasPrefix("x.toml, " + expected) == true, "\(found ?? "nothing")")
  }

  /// What is filled in never makes arguments of its own, nor is it filled in again.
  @Test(arguments: [
    ("git diff {file}", ["git", "diff", "F {path}"]),
    ("a  --in={file}:{path} \t'b c' \"\"", ["a", "--in=F {path}:P'\"", "b c", ""]),
    ("a {}{x {file}} '{command}'", ["a", "{}{x", "F {path}}", "C\nD"]),
    ("a'b 'c\\n", ["ab c\\n"]),
  ]) func commandLinesAreSplitOnce(_ line: String, _ expected: [String]) throws {
    let command = try UserCommand("x", line)
    let values = ["file": "F {path}", "path": "P'\"", "command": "C\nD"]
    #expect(command.arguments { values[$0.rawValue] ?? "" } == expected)
  }

  /// A theme that is kept is read again, and nothing else of the file changes.
  @Test(arguments: [
    ("", "theme = \"new\"\n"),
    ("theme = 'old' # mine\n", "theme = \"new\" # mine\n"),
    ("# ü\nmouse = true\ntheme = \"a\\\"b\"", "# ü\nmouse = true\ntheme = \"new\""),
    ("theme = \"\"\"a\n\"b\"\"\"\"\r\nascii = true", "theme = \"new\"\r\nascii = true"),
    ("\"theme\"   = \"\"", "\"theme\"   = \"new\""),
    (
      "# All mine.\n\n# Not his.\nmouse = true",
      "# All mine.\ntheme = \"new\"\n\n# Not his.\nmouse = true"
    ),
    ("# The mouse.\r\nmouse = true\r\n", "theme = \"new\"\r\n# The mouse.\r\nmouse = true\r\n"),
    ("[catalogs]\n'/a' = '/b'", "theme = \"new\"\n[catalogs]\n'/a' = '/b'"),
    ("# end", "# end\ntheme = \"new\"\n"),
    ("\u{FEFF}mouse = true\n", "\u{FEFF}theme = \"new\"\nmouse = true\n"),
  ]) func themesAreKept(_ old: String, _ expected: String) throws {
    let text = try Configuration.text(Array(old.utf8), settingTheme: "new", file: "config.toml")
    #expect(String(decoding: text, as: UTF8.self) == expected)
    let read = try Configuration(String(decoding: text, as: UTF8.self), file: "config.toml")
    #expect(read.theme == "new")
    let odd = try Configuration.text(text, settingTheme: "a\"\\\t\u{7F}ü", file: "config.toml")
    let again = try Configuration(String(decoding: odd, as: UTF8.self), file: "config.toml")
    #expect(again.theme == "a\"\\\t\u{7F}ü")
  }

  @Test func aFileThatMakesNoSenseIsLeftAlone() {
    let found = fault {
      _ = try Configuration.text(
        Array("mouse = true\ntheme = 7".utf8), settingTheme: "x", file: "c")
    }
    #expect(found == "c, line 2: 'theme' needs a text in quotes")
  }

  /// What a frame drawn with the probe looks like is told by its colours alone.
  @Test func theProbeTellsEveryRole() {
    for role in Role.allCases { #expect(Theme.probedRole(Theme.probe[role]) == role) }
    #expect(Theme.probedRole(Style()) == nil)
  }
}

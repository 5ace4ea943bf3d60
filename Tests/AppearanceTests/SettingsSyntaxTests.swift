import Testing

@testable import Appearance

@Suite("Settings are sound TOML before the parser sees them")
struct SettingsSyntaxTests {
  private func fault(_ text: String) -> String? {
    do throws(SettingsSyntax.Fault) {
      try SettingsSyntax.check(text)
      return nil
    } catch {
      return "\(error.line): \(error.reason)"
    }
  }

  @Test(arguments: Theme.builtIn) func everyThemeIsSound(_ name: String) throws {
    #expect(fault(try #require(Theme.builtInText(name))) == nil)
  }

  @Test(arguments: [
    "", "\u{FEFF}a = 1", "a = 'x'\r\n[b]\r\nc = true # é\n",
    "[[a.\"b c\"]]\n'<C-k> <Del>' = \"none\"",
    "a.b = -12", "x = [\n  'a', # one\n  [ \"b\\u00e9\" ],\n]\ny = { c = 'd', \"e\" = { } }",
    "a = \"\"\"\n[$]\n\\\n  b\"\"\"\"\"", "a = '''\n\\'' '''", "[ a ]",
  ]) func sound(_ text: String) throws {
    #expect(fault(text) == nil)
    _ = try SettingsFile(name: "x", text: text)
  }

  @Test(arguments: [
    ("[$]", "1: expected a name"), ("\n[a\n", "2: expected ']'"),
    ("a", "1: expected '=' after the name"),
    ("a = 1 b = 2", "1: expected the end of the line"), ("a = [ }", "1: expected a text"),
    ("a = [1 2]", "1: expected ',' or ']'"), ("a = \"x\n\"", "1: the text has no closing quote"),
    ("a = \"C:\\temp\\x\"", "1: '\\' is written '\\\\' in a text"),
    ("a = \"\\uD800\"", "1: expected the number"),
    ("a = '\u{1B}'", "1: a control character"), ("# \u{7F}", "1: a control character"),
    ("a = \u{B}1", "1: expected a text"), ("\"\"\"a\"\"\" = 1", "1: a name has one quote"),
    ("a = \"\"\"\n\n", "1: the text has no closing quote"), ("a = 1.5", "1: expected a text"),
    ("a = {b = 1, }", "1: expected a name"), ("a = 1\r[b]", "1: expected the end of the line"),
  ]) func unsound(_ text: String, _ expected: String) {
    let found = fault(text)
    #expect(found?.hasPrefix(expected) == true, "\(found ?? "nothing")")
  }

  @Test func nestingIsBounded() {
    #expect(fault("a = " + String(repeating: "[", count: 100_000))?.contains("too deep") == true)
  }
}

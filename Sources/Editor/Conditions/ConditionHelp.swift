import Appearance
import Widgets

/// How conditions are written, on a page.
enum ConditionHelp {
  static let lines: [(text: String, words: String)] = [
    ("PHASE = VALIDATION", "a variable; also != < <= > >="),
    ("Model like \"OptiPlex 7*\"", "* any text, ? any character; also not like"),
    ("OSDComputerName exists", "it is set; also not exists"),
    ("wmi \"select * from Win32_Battery\"", "a query finds something"),
    ("  … in root\\wmi", "in another namespace"),
    ("  … ignoring errors", "a query that fails finds nothing"),
    ("file \"C:\\My logs\\x.log\" exists", "a file is there"),
    ("  … version >= 1.2.3.4", "and has a version"),
    ("  … newer than 2024-01-31", "older than, not older than, dated =; UTC"),
    ("folder C:\\Temp exists", "the same without a version"),
    ("registry HKLM\\SOFTWARE\\A exists", "a key is there"),
    ("registry HKLM\\SOFTWARE\\A \"B\" = c", "a value, \"\" is the default one"),
    ("  … (REG_DWORD) >= 42", "its type, unless it is REG_SZ"),
    ("os language de-DE", "the language of Windows"),
    ("os X64 >= 10.00.22000.0", "MDT: architecture and version"),
    ("os(\"name\" x64 6.30.0000.0 to …)", "Configuration Manager: one of a list"),
    ("software any version upgrade {…}", "this version, product, name, version"),
    ("a = 1 and b = 2", "both hold"),
    ("a = 1 or b = 2", "one of them holds"),
    ("any(a = 1, b = 2) and c = 3", "inside another: all( any( none("),
    ("not a = 1", "it does not hold"),
    ("always", "an empty condition; no text is none"),
    ("expression TYPE (Name = value)", "a type nothing is known of"),
    ("xml \"<…/>\"", "an element nothing is known of"),
    ("", ""),
    ("\"a \"\"b\"\" `n `u{A0}\"", "in quotes: a quote, a line end, any character"),
    ("", "Quotes are needed around blanks ( ) , = < > ! and"),
    ("", "words of the language. -eq, -and, == and <> work, too."),
  ]
}

extension ConditionHelp {
  static func show(_ state: inout EditorState) -> [Effect] {
    let lines = ConditionHelp.lines.map { text, words in
      let padded = text + String(repeating: " ", count: max(1, 38 - text.count))
      return [TextPiece(text: padded, role: .text), TextPiece(text: words, role: .listDim)]
    }
    state.open(ViewerLayer(title: "How conditions are written", lines: lines))
    return []
  }
}

import TaskSequence
import Testing

@Suite struct ScriptAccessTests {
  @Test(arguments: [
    ("$tsenv.Value(\"Role\") = \"kiosk\"", "sets Role = kiosk"),
    ("$tsenv.Value('Role')='kiosk'; exit", "sets Role = kiosk"),
    ("$tsenv.Value(\"Role\") = \"$x\"", "sets Role"),
    ("$a = $tsenv.Value( \"Role\" )", "reads Role"),
    ("if ($tsenv.Value(\"Role\") -eq \"x\") {", "reads Role"),
    ("$(New-Object -ComObject Microsoft.SMS.TSEnvironment).Value('Role')", "reads Role"),
    (
      "powershell \"(New-Object -COM Microsoft.SMS.TSEnvironment).Value('Role') = 'a'\"",
      "sets Role = a"
    ),
    ("If oEnvironment.Item(\"Role\") = \"x\" Then", "reads Role"),
    ("oEnvironment.Item(\"Role\") = \"x\"", "sets Role = x"),
    ("oDictionary.Item(\"Role\") = \"x\"", ""),
    ("Set e = CreateObject(\"Microsoft.SMS.TSEnvironment\")\ne(\"Role\") = \"x\"", "sets Role = x"),
    ("$e = New-Object -ComObject Microsoft.SMS.TSEnvironment\n$e[\"Role\"]", "reads Role"),
    ("$tsenv:Role", "reads Role"), ("${tsenv:Role-1} = 2", "sets Role-1"),
    ("Set-Item -Path TSEnv:\\Role -Value 1", "sets Role"),
    ("# $tsenv.Value(\"Role\") = 1", "names Role"), ("$tsenv.Value(\"Role\") == 1", "reads Role"),
    ("tsenv.exe \"Role=a b\" /hiddenflag:False", "sets Role = a b"),
    ("tsenv.exe Role=a", "sets Role = a"), ("$tsenv.Value($name) = 1", "open"),
    ("$tsenv.Value(\"App$($n)\") = 1", "open"), ("$match.Value", ""), ("a = b", ""),
    ("", ""),
  ])
  func whatATextDoes(_ text: String, _ expected: String) {
    let (all, setsUnnamed) = ScriptAccess.look(at: text)
    let words = all.map { access in
      "\(access.role) \(access.name)" + (access.value.map { " = \($0)" } ?? "")
    }
    #expect(words.joined(separator: ", ") + (setsUnnamed ? "open" : "") == expected, "\(text)")
    for access in all { #expect(text[access.range] == access.name) }
    let renamed = ScriptAccess.renaming(["role": "Task"], in: text)
    #expect(ScriptAccess.all(in: renamed).allSatisfy { $0.name != "Role" })
  }
}

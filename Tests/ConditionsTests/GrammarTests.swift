import Conditions
import Testing

/// Texts and what they say.
@Suite struct GrammarTests {
  /// Each is its own best spelling: what is formatted is what was read.
  @Test(arguments: [
    "always",
    "PHASE = VALIDATION",
    "PHASE = \"\"",
    "PHASE = \"new computer\"",
    "\"my variable\" != 1",
    "\"file\" = x",
    "_SMSTSInWinPE = true and not wmi \"select * from Win32_Battery\"",
    "any(Model like OptiPlex*, Model like Latitude*) and file C:\\x.log newer than 2024-01-31",
    "registry HKLM\\SOFTWARE\\Contoso \"Build\" (REG_DWORD) >= 42",
    "registry \"HKLM\\SOFTWARE\\Windows NT\" exists",
    "registry HKCU\\Software \"\" = x",
    "A exists or B not exists",
    "A exists or all(B = 1, C = 2)",
    "none(A = 1, B = 2)",
    "none()",
    "all(A = 1)",
    "not not A = 1",
    "not any(A = 1, B = 2) and any()",
    "A < 1 and A <= 1 and A > 1 and A >= 1 and A not like x",
    "wmi \"select * from X\" in root\\wmi ignoring errors",
    "file \"C:\\Program Files\\x.exe\" exists",
    "file x version >= 1.2.3.4 not older than 2024-01-31T18:00:00",
    "folder %ScriptRoot% not newer than \"20240131000000.000000+060\"",
    "folder x dated != 2024-01-31",
    "os language en-US",
    "os language 9999",
    "os X64 >= 10.00.22000.0",
    "os(\"All x64 Windows 7 Client\" x64 6.10.0000.0 to 6.10.9999.9999)",
    "os(\"Windows 11\" x64 10.00.22000.0 to 10.00.99999.9 when wmi \"select 1\" ignoring errors and "
      + "wmi \"select 2\", x64 1 to 2 type Win_X when wmi \"q\")",
    "software any version product {A} upgrade {B} name 7-Zip version 19.0",
    "software this version product {A}",
    "expression SMS_TaskSequence_NewConditionExpression (Path = x, \"odd name\" = \"\")",
    "PHASE = x with (Note = y, More = \"1 2\")",
    "xml \"<made up=\"\"1\"\"><of>a &amp; b</of></made>\"",
    "X = \"`n`t``\"\"`u{A0}\"",
  ])
  func keepsItsSpelling(_ text: String) throws {
    let operand = try ConditionText.parse(text)
    #expect(ConditionText.format(operand) == text)
  }

  /// What people type and what it becomes.
  @Test(arguments: [
    ("PHASE=VALIDATION", "PHASE = VALIDATION"),
    ("PHASE == 'a b'", "PHASE = \"a b\""),
    ("phase -eq 'it''s'", "phase = \"it's\""),
    ("A<>1 AND (B=2)", "A != 1 and B = 2"),
    ("a=1 or b=2 and c=3", "a = 1 or all(b = 2, c = 3)"),
    ("(a=1 and b=2) and c=3", "all(a = 1, b = 2) and c = 3"),
    ("a=1 and b=2 and c=3", "a = 1 and b = 2 and c = 3"),
    ("not (a=1 and b=2)", "not all(a = 1, b = 2)"),
    ("none(a=1)", "not a = 1"),
    ("file x", "file x exists"),
    ("file x not exists", "not file x exists"),
    ("folder x not older than 2024-01-31T06:30z", "folder x not older than 2024-01-31T06:30:00"),
    ("registry hklm:\\A \"B\" exists", "registry HKLM\\A \"B\" exists"),
    ("os language 1033", "os language en-US"),
    ("a -notlike b* -and b -ge 2", "a not like b* and b >= 2"),
    (
      "expression SMS_TaskSequence_VariableConditionExpression (Variable = a, Operator = Equals, "
        + "Value = b)", "a = b"
    ),
    (
      "xml '<operator type=\"or\"><expression/></operator>'",
      "any(xml \"<expression></expression>\")"
    ),
    ("  ", "always"),
  ])
  func understands(_ typed: String, _ text: String) throws {
    #expect(ConditionText.format(try ConditionText.parse(typed)) == text)
  }

  @Test func groupsOfChains() throws {
    func variable(_ name: String) -> Operand { .test(.variable(VariableTest(name, .equals, "1"))) }
    let (a, b, c) = (variable("a"), variable("b"), variable("c"))
    #expect(try ConditionText.parse("a=1 and b=1 and c=1") == .group(.all, [a, b, c]))
    #expect(
      try ConditionText.parse("a=1 and (b=1 and c=1)") == .group(.all, [a, .group(.all, [b, c])]))
    #expect(try ConditionText.parse("not a=1 and b=1") == .group(.all, [.group(.none, [a]), b]))
    #expect(try ConditionText.parse("always") == nil)
  }
}

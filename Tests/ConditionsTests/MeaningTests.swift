import Conditions
import Testing

/// What conditions mean in plain words.
@Suite struct MeaningTests {
  @Test(arguments: [
    ("always", "Runs always: the condition is empty."),
    ("all()", "Runs always: nothing has to hold."),
    ("any()", "Never runs: the group is empty – add a test."),
    ("PHASE = x and any()", "Never runs: a group in it is empty – add a test."),
    ("not all()", "Never runs: a group in it is empty – add a test."),
    ("PHASE = x or all()", "Runs always: empty groups hold."),
    ("PHASE = VALIDATION", "Runs only when PHASE is “VALIDATION”."),
    ("not PHASE = x", "Runs only when PHASE is not “x”."),
    ("PHASE = \"\"", "Runs only when PHASE is not set."),
    ("A exists and B not exists", "Runs only when A is set and B is not set."),
    (
      "_SMSTSInWinPE = true and not wmi \"select * from Win32_Battery\"",
      "Runs only when Windows PE is running and the WMI query “select * from Win32_Battery” finds nothing."
    ),
    (
      "A = 1 and any(B >= 2, C like x*)",
      "Runs only when A is “1” and (either B is at least “2” or C is like “x*”)."
    ),
    ("none(A = 1, B = 2)", "Runs only when none of these holds: A is “1”; B is “2”."),
    ("not none(A = 1, B = 2)", "Runs only when either A is “1” or B is “2”."),
    (
      "not any(A = 1, all(B = 2, C = 3))",
      "Runs only when none of these holds: A is “1”; (B is “2” and C is “3”)."
    ),
    (
      "file C:\\x version >= 1.2 newer than 2024-01-31",
      "Runs only when the file C:\\x exists and its version is at least “1.2” and its date is later than "
        + "2024-01-31 UTC."
    ),
    ("not folder C:\\x", "Runs only when the folder C:\\x does not exist."),
    (
      "registry HKLM\\A \"B\" (REG_DWORD) >= 42",
      "Runs only when the registry value HKLM\\A\\B is at least “42”."
    ),
    ("not os language de-DE", "Runs only when the language of Windows is not German."),
    ("os X64 >= 10.0", "Runs only when Windows is X64 and its version is at least “10.0”."),
    ("software any version name 7-Zip", "Runs only when any version of 7-Zip is installed."),
    ("A = 1 or B = 1 or C = 1", "Runs only when either A is “1”, B is “1”, or C is “1”."),
  ])
  func saysIt(_ text: String, _ meaning: String) throws {
    #expect(Operand.meaning(of: try ConditionText.parse(text)) == meaning)
  }
}

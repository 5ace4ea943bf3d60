import TaskSequence
import Testing

@testable import StepCatalog

@Suite struct FieldTestTests {
  @Test(arguments: [
    (
      "JoinDomainWorkgroup", "OSDJoinWorkgroupName", "OSDJoinType", "0",
      "only when Join is a workgroup"
    ),
    ("JoinDomainWorkgroup", "OSDJoinWorkgroupName", "OSDJoinType", "1", ""),
    ("JoinDomainWorkgroup", "OSDJoinWorkgroupName", "OSDJoinType", "%Kind%", ""),
    (
      "RunCommandLine", "SMSTSRunCommandLineUserName", "_SMSTSRunCommandLineAsUser", "False",
      "only when Run as another account is on"
    ),
    ("RunCommandLine", "SMSTSRunCommandLineUserName", "_SMSTSRunCommandLineAsUser", "TRUE", ""),
    (
      "EnableBitLocker", "OSDBitLockerStartupKeyDrive", "OSDBitLockerMode", "TPM",
      "only when Keys is startup key on USB or TPM and startup key"
    ),
    (
      "RunPowerShellScript", "OSDRunPowerShellScriptSourceScript",
      "OSDRunPowerShellScriptPackageID", "", ""
    ),
    (
      "RunPowerShellScript", "OSDRunPowerShellScriptSourceScript",
      "OSDRunPowerShellScriptPackageID", "NBG00001", "only when Package is not set"
    ),
  ])
  func fieldsSayWhenTheyCount(
    _ type: String, _ variable: String, _ other: String, _ value: String, _ reason: String
  ) throws {
    let type = try #require(
      StepTypes.shared.type(named: "SMS_TaskSequence_\(type)Action", in: .configurationManager))
    let field = try #require(type.field(of: variable))
    let idleness = type.idleness(of: field) { $0 == other ? value : nil }
    #expect(idleness ?? "" == reason)
  }

  /// What a test names is a field of the same type, and the values it compares are among its choices.
  @Test(arguments: [Dialect.configurationManager, .mdt])
  func everyTestNamesAField(_ dialect: Dialect) {
    for type in StepTypes.shared.all(in: dialect) {
      let fields = type.fields + (type.table?.columns ?? [])
      for field in fields {
        for test in field.tests {
          let other = fields.first { $0.variable == test.variable }
          #expect(other != nil, "\(type.label): \(field.variable) when \(test.variable)")
          guard let other, other.kind == .choice else { continue }
          for value in test.values {
            #expect(other.choices.contains { $0.value == value }, "\(type.label): \(value)")
          }
        }
      }
    }
  }
}

import Containers
@_spi(Edits) import TaskSequence
import Testing
import XMLTree

@testable import StepCatalog

@Suite struct SecretTests {
  @Test(arguments: [
    ("OSDJoinPassword", true), ("AdminPassword", true), ("OSDProductKey", true),
    ("OSDBitLockerPIN", true), ("SvcPwd", true), ("ClientSecret", true),
    ("OSDBitLockerCreateRecoveryPassword", false), ("OSDRandomAdminPassword", false),
    ("SkipAdminPassword", false), ("OSDComputerName", false), ("Shipping", false),
    ("StoreKey", true), ("store_key", true), ("STORAGEKEY", true), ("ApiKey", true),
    ("API_KEY", true), ("WifiPSK", true), ("WLAN_PSK", true), ("SasToken", true), ("BlobSAS", true),
    ("SAS_URL", true), ("AccessToken", true), ("access-token", true), ("svcCredentials", true),
    ("Creds", true), ("AdminPW", true), ("DomainPass", true), ("SVCPASS", true), ("bdepin", true),
    ("UserPin", true), ("Passphrase", true), ("Token1", true), ("apiKeyValue", true),
    ("Kennwort", true), ("key", true), ("LicenseKey2", true),
    ("KeyboardLocale", false), ("KeyPath", false), ("RegistryKey", false), ("HotKey", false),
    ("PublicKeyToken", false), ("Monkey", false), ("TurkeyCity", false), ("BDERecoveryKey", false),
    ("Bypass", false), ("FirstPass", false), ("TokenCount", false), ("Sassafras", false),
    ("OSDBitLockerStartupKeyDrive", false), ("Spin", false), ("PinToStart", false),
    ("_SMSTSAssetTag", false), ("Credits", false), ("SMSTSAllowTokenAuthURLForACP", false),
  ])
  func namesTell(_ name: String, _ isSecret: Bool) {
    #expect(Secrets.isSecret(name) == isSecret)
  }

  private func step(_ action: String, _ variables: [(String, String)]) throws -> TaskNode {
    let list = variables.map { "<variable name=\"\($0)\">\($1)</variable>" }.joined()
    let xml =
      "<sequence version=\"3.10\"><step type=\"SMS_TaskSequence_SetVariableAction\" name=\"a\">"
      + "<action>\(action)</action><defaultVarList>\(list)</defaultVarList></step></sequence>"
    let document = try SequenceDocument(loading: Array(xml.utf8))
    return try #require(document.sequence.children.first)
  }

  /// A value is hidden by the name of the variable it goes to, and where it is not to be displayed.
  @Test(arguments: [
    ("Colour", "false", "blue-as-the-sea", false), ("Colour", "true", "blue-as-the-sea", true),
    ("RoomPassword", "false", "blue-as-the-sea", true), ("RoomPassword", "false", "%Other%", false),
    ("RoomPassword", "false", "", false), ("RoomPassword", "false", "x1", true),
  ])
  func valuesAreCovered(
    _ name: String, _ flag: String, _ value: String, _ isHidden: Bool
  ) throws {
    let node = try step(
      "tsenv.exe \"\(name)=\(value)\" /hiddenflag:\(flag)",
      [("DoNotShowVariableValue", flag), ("VariableName", name), ("VariableValue", value)])
    let shown = String(decoding: node.shownXML(), as: UTF8.self)
    let plain = String(decoding: node.element.serialized(), as: UTF8.self)
    #expect((shown == plain) == !isHidden)
    if isHidden {
      #expect(shown == plain.replacing(value, with: Secrets.mask))
      #expect(node.shownAction() == "tsenv.exe \"\(name)=\(Secrets.mask)\" /hiddenflag:\(flag)")
    }
  }

  /// What the site writes where a value is not to be displayed has a variable of its own, whose name tells
  /// nothing.
  @Test func marksTellWhatNamesDoNot() throws {
    let name = "SetVariableActionHiddenVariableValue"
    let node = try step("tsenv.exe \"Colour=\" /hiddenflag:True", [(name, "blue-as-the-sea")])
    #expect(!Secrets.isSecret(name) && node.hides(name))
    #expect(!String(decoding: node.shownXML(), as: UTF8.self).contains("blue"))
    #expect(node.variables.first.map { node.shown($0) } == Secrets.mask)
  }

  /// Where a type knows a variable, its mark and the variable's name do not contradict each other, but
  /// for names that tell nothing.
  @Test(arguments: [Dialect.configurationManager, .mdt])
  func marksAndNamesAgree(_ dialect: Dialect) {
    for type in StepTypes.shared.all(in: dialect) {
      for field in type.fields + (type.table?.columns ?? []) where Secrets.isSecret(field.variable)
      {
        #expect(field.isSecret, "\(type.label): \(field.variable)")
      }
    }
  }

  @Test func aChangeShowsWithoutTheValue() throws {
    let node = try step("", [("RoomPassword", "one-secret")])
    let xml =
      "<sequence version=\"3.10\">\(String(decoding: node.element.serialized(), as: UTF8.self))</sequence>"
    let old = try SequenceDocument(loading: Array(xml.utf8))
    let id = try #require(old.sequence.children.first?.id)
    let new = try old.settingVariable(
      "RoomPassword", to: "two-secret", on: [id]
    )
    .document
    let covered = String(decoding: new.covered(since: old).serialized(), as: UTF8.self)
    #expect(covered.contains("\(Secrets.mask) (new)") && !covered.contains("secret<"))
    #expect(new.covered(since: new).serialized() == old.covered().serialized())
  }
}

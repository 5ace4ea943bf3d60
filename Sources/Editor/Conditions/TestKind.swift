import Conditions
import TaskSequence

/// A kind of operand that can be added.
struct TestKind {
  enum Start {
    case test(Test)
    case group(Junction)
    /// Configuration Manager's list of systems.
    case systems
    /// Typed in full.
    case text
  }

  let title: String
  let example: String
  let start: Start

  /// The kinds a product has, in the order of its own editor.
  static func all(in product: Dialect) -> [TestKind] {
    all.filter { kind in
      switch kind.start {
      case .test(let test): Operand.test(test).isThere(in: product)
      case .systems: Operand.systems([]).isThere(in: product)
      case .group, .text: true
      }
    }
  }

  private static let all: [TestKind] = [
    TestKind(
      title: "Task sequence variable", example: "PHASE = VALIDATION",
      start: .test(.variable(VariableTest("", .equals)))),
    TestKind(
      title: "Operating system version", example: "os X64 >= 10.00.22000.0",
      start: .test(.system(SystemTest("X64", .greaterEqual, "")))),
    TestKind(
      title: "Operating system version", example: "choose from a list", start: .systems),
    TestKind(
      title: "Operating system language", example: "os language de-DE",
      start: .test(.query(SystemLanguage.usual))),
    TestKind(
      title: "File", example: "file C:\\x.log exists", start: .test(.file(FileTest("")))),
    TestKind(
      title: "Folder", example: "folder C:\\Temp exists", start: .test(.folder(FolderTest("")))),
    TestKind(
      title: "Registry", example: "registry HKLM\\SOFTWARE\\Contoso \"Build\" >= 42",
      start: .test(.registry(RegistryTest("HKEY_LOCAL_MACHINE\\", value: "", .equals)))),
    TestKind(
      title: "WMI query", example: "wmi \"select * from Win32_Battery\"",
      start: .test(.query(QueryTest("")))),
    TestKind(
      title: "Installed software", example: "software this version product {…}",
      start: .test(.software(SoftwareTest(isAnyVersion: false, product: "")))),
    TestKind(title: "All of …", example: "a group: all must hold", start: .group(.all)),
    TestKind(title: "Any of …", example: "a group: one must hold", start: .group(.any)),
    TestKind(title: "None of …", example: "a group: none may hold", start: .group(.none)),
    TestKind(title: "As text …", example: "type it", start: .text),
  ]
}

extension SystemLanguage {
  /// What the form starts with.
  fileprivate static var usual: QueryTest {
    SystemLanguage.named("en-US")?.query ?? QueryTest("")
  }
}

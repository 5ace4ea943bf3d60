import TaskSequence
import Testing

@testable import StepCatalog

@Suite struct StepFileTests {
  @Test(arguments: [Dialect.configurationManager, .mdt])
  func everyLineMakesSense(_ dialect: Dialect) {
    #expect(StepTypes.faults(in: dialect).isEmpty)
    let types = StepTypes.shared.all(in: dialect)
    #expect(types.count >= 25)
    for type in types {
      #expect(!type.label.isEmpty && !type.about.isEmpty && !type.category.isEmpty, "\(type.label)")
      #expect(!type.places.isEmpty, "\(type.label)")
      let fields = type.fields + (type.table?.columns ?? [])
      #expect(Set(fields.map(\.variable)).count == fields.count, "\(type.label)")
      for choice in type.choices {
        #expect(choice.allSatisfy { type.field(of: $0) != nil }, "\(type.label): \(choice)")
        #expect(choice.first.flatMap(type.field)?.kind.referenceKind != nil, "\(choice)")
      }
      for field in fields {
        #expect(!field.label.isEmpty, "\(type.label) \(field.variable)")
        #expect(field.label.count <= 34, "\(type.label): \(field.label)")
        let names =
          [field.variable, field.property, field.companion?.variable ?? ""]
          + field.tests.map(\.variable)
        #expect(names.allSatisfy { $0.count { $0 == "#" } <= 1 }, "\(names): one mark of the row")
        #expect(
          (field.kind == .choice) == !field.choices.isEmpty, "\(type.label) \(field.variable)")
        if let usual = field.usual { #expect(field.fault(in: usual) == nil, "\(field.variable)") }
        #expect(
          (field.kind == .variable) == (field.naming != nil), "\(type.label) \(field.variable)")
        let named = field.companion?.variable ?? field.owner
        if let named {
          let other = fields.first { $0.variable == named }
          #expect(other?.kind.referenceKind != nil, "\(type.label): \(named)")
        }
        if case .sets(let sources) = field.naming {
          #expect(sources.allSatisfy { type.field(of: $0) != nil }, "\(type.label): \(sources)")
        }
      }
    }
  }

  /// Steps that restart by themselves, and those that do when a program asks (article on the steps).
  @Test(arguments: [
    ("RebootAction", [:], [StepRestart.Cause.always]), ("ConvertDiskAction", [:], []),
    ("JoinDomainWorkgroupAction", [:], [.always]),
    ("JoinDomainWorkgroupAction", ["OSDJoinSkipReboot": "TRUE"], []),
    ("UpgradeOperatingSystemAction", ["OSDUpgradeScanOnly": "true"], []),
    ("UpgradeOperatingSystemAction", ["OSDUpgradeScanOnly": "false"], [.always]),
    ("RunCommandLineAction", [:], [.code(3010)]), ("InstallUpdateAction", [:], [.sometimes]),
  ])
  func restarts(_ name: String, _ values: [String: String], _ causes: [StepRestart.Cause]) throws {
    let type = try #require(
      StepTypes.shared.type(named: "SMS_TaskSequence_\(name)", in: .configurationManager))
    #expect(type.restarts { values[$0] } == causes)
  }

  /// Lines that say something else than the head of the file allows are told.
  @Test(arguments: [
    "restarts", "restarts now", "  tells", "  tells colour A", "  tells name", "  lists",
    "  lists two", "  reads A", "  fills", "  sets 2",
  ])
  func badLinesAreFaults(_ line: String) {
    let block = "step X\nfield A A variable\n\(line)\n"
    #expect(StepReader.faults(in: Substring(block)) == [Substring(line)])
  }

  @Test func fieldsOfRowsAreFoundByTheirVariables() throws {
    let type = try #require(
      StepTypes.shared.type(
        named: "SMS_TaskSequence_PartitionDiskAction", in: .configurationManager))
    let field = try #require(type.field(of: "osdpartitions12Size"))
    #expect(field.label == "Size" && field.row(of: "OSDPartitions12Size") == 12)
    #expect(field.inRow(3).property == "Partitions3Size")
    #expect(type.field(of: "OSDPartitionsSize") == nil)
    #expect(type.field(of: "OSDPartitions")?.isCount == true)
  }

  @Test(arguments: [
    ("OSDDiskIndex", "x", true), ("OSDDiskIndex", "0", false), ("OSDDiskIndex", "%DISK%", false),
    ("OSDDiskIndex", "10001", true), ("OSDDiskIndex", "", true), ("OSDGPTBootDisk", "TRUE", false),
    ("OSDGPTBootDisk", "yes", true),
  ])
  func valuesAreChecked(_ variable: String, _ value: String, _ isWrong: Bool) throws {
    let type = try #require(
      StepTypes.shared.type(
        named: "SMS_TaskSequence_PartitionDiskAction", in: .configurationManager))
    #expect((type.field(of: variable)?.fault(in: value) != nil) == isWrong)
  }
}

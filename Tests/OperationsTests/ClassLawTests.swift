import Containers
import ObjectCatalog
import References
import StepCatalog
import TaskSequence
import TestSupport
import Testing
import XMLTree

@testable import Operations

/// Whatever is set, by whichever way: afterwards a step says what its class wants.
@Suite struct ClassLawTests {
  /// Three classes, for those who have not all of them.
  private static var few: SDKClasses? {
    SDKClasses(
      #"""
      {"actions": [
      {"class": "SMS_TaskSequence_DisableBitLockerAction",
      "commandLine": "OSDBitLocker.exe /disable <?1: /drive:%1>", "properties": [
      {"property": "RebootCount", "type": "UInt32", "variable": "OSDBitLockerRebootCount", "range": [1, 15]},
      {"property": "TargetDrive", "type": "String", "variable": "OSDBitLockerTargetDrive", "hidden": true,
      "argument": 1}]},
      {"class": "SMS_TaskSequence_RequestStateStoreAction", "commandLine": "osdsmpclient.exe /%1",
      "properties": [
      {"property": "FallbackToNAA", "type": "Boolean", "variable": "OSDStateFallbackToNAA"},
      {"property": "RequestType", "type": "String", "variable": "OSDStateRequestType", "hidden": true,
      "argument": 1, "values": ["capture", "restore"]},
      {"property": "SMPRetryCount", "type": "UInt32", "variable": "OSDStateSMPRetryCount", "hidden": true,
      "global": true, "range": [0, 30]},
      {"property": "SMPRetryTime", "type": "UInt32", "variable": "OSDStateSMPRetryTime", "hidden": true,
      "global": true, "range": [0, 600]}]},
      {"class": "SMS_TaskSequence_InstallSoftwareAction",
      "commandLine": "smsswd.exe /pkg:%1 /install /basevar:%3 /continueOnError:%4", "properties": [
      {"property": "BaseVariableName", "type": "String", "variable": "BaseVariableName", "hidden": true,
      "argument": 3, "requiredIfNull": "PackageID"},
      {"property": "ContinueOnInstallError", "type": "Boolean", "variable": "ContinueOnInstallError",
      "hidden": true, "argument": 4, "requiredIfNotNull": "BaseVariableName"},
      {"property": "PackageID", "type": "String", "variable": "PackageID", "hidden": true, "argument": 1,
      "requiredIfNull": "BaseVariableName"},
      {"property": "ProgramName", "type": "String", "variable": "_SMSSWDProgramName"},
      {"property": "RetryCount", "type": "UInt32", "variable": "OSDPackageDownloadRetries"}]}]}
      """#)
  }

  @Test func someClasses() throws {
    let few = try #require(Self.few)
    for name in few.names {
      for seed in Seeded.seeds(20) { try Self.play(name, few, seed) }
    }
  }

  @Test(.enabled(if: SDKClasses.all != nil, "\(SDKClasses.skipped)"))
  func allClasses() throws {
    let all = try #require(SDKClasses.all)
    for name in all.names {
      for seed in Seeded.seeds(6) { try Self.play(name, all, seed) }
    }
  }

  /// A new step of a type, and a dozen edits of it.
  private static func play(_ name: String, _ classes: SDKClasses, _ seed: UInt64) throws {
    let known = name == "SMS_TaskSequence_SubTasksequence" ? "subtasksequence" : name
    let type = try #require(
      StepTypes.shared.type(named: known, in: .configurationManager), "\(name)")
    var random = Seeded(seed)
    let empty = try SequenceDocument(loading: Array("<sequence version=\"3.10\"></sequence>".utf8))
    var history = History(empty)
    var check = ReferenceCheck(catalog: catalog)
    func apply(_ operation: any Operation) -> Bool {
      do {
        let edit = try history.document.applying(keeping: &check, saved: empty) {
          chain throws(Refusal) in try chain.apply(operation)
        }
        _ = history.record(edit, focusBefore: nil, focusAfter: nil)
        return true
      } catch { return false }
    }
    let isAdded = apply(AddStep(type, named: "S", .end(of: NodePath(steps: [])), in: empty))
    #expect(isAdded, "\(name)")
    var done: [String] = []
    for _ in 0..<12 {
      let document = history.document
      guard let node = document.sequence.children.first else { return }
      let faults = classes.faults(of: node, in: document)
      if !faults.isEmpty {
        Issue.record("\(name), seed \(seed), after \(done): \(faults)")
        return
      }
      let operation = operation(on: node, type, classes, &random)
      if apply(operation) { done.append(operation.text) }
    }
    let saved = history.document.serialized()
    #expect(try SequenceDocument(loading: saved).dialect == .configurationManager, "\(name)")
    while history.undo() != nil {}
    #expect(history.document.serialized() == empty.serialized(), "\(name), seed \(seed)")
  }

  private static let catalog: Catalog = {
    var catalog = Catalog()
    for number in 1...4 {
      let id = "ABC0000\(number)"
      catalog.add(CatalogObject(kind: .package, id: id, name: "Package \(number)"))
      catalog.add(
        CatalogObject(kind: .taskSequence, id: "ABD0000\(number)", name: "Child \(number)"))
      catalog.add(CatalogObject(kind: .application, id: "S_1/A_\(number)", name: "App \(number)"))
    }
    return catalog
  }()

  /// A value of some property, by some way.
  private static func operation(
    on node: TaskNode, _ type: StepType, _ classes: SDKClasses, _ random: inout Seeded
  ) -> any Operation {
    let path = [NodePath("S")]
    if let table = type.table, random.chance(25) {
      let count = TableRows(of: node, type)?.rows.count ?? 0
      let column = random.pick(table.columns.filter { !$0.isRare })
      let values = [Assignment(column.variable, value(of: column, &random))]
      switch random.below(4) {
      case 0 where count > 0: return ChangeRows(.remove(row: random.below(count) + 1), of: path[0])
      case 1 where count > 0:
        return ChangeRows(.set(row: random.below(count) + 1, values), of: path[0])
      case 2 where count > 1: return ChangeRows(.move(row: 1, to: count), of: path[0])
      default: return ChangeRows(.add([row(of: table, &random)]), of: path[0])
      }
    }
    guard !type.fields.isEmpty else { return DisableNodes(path, isDisabled: random.chance(50)) }
    let field = random.pick(type.fields)
    let old = node.variable(field.variable)
    let new = value(of: field, &random)
    switch random.below(8) {
    case 0, 1: return SetValue(.labelled(type.name(of: field)), to: new, of: path)
    case 2:
      let name = random.chance(50) ? field.variable : field.variable.lowercased()
      return SetValue(.variable(name), to: new, of: path)
    case 3: return ClearValue(.variable(field.variable), of: path)
    case 4 where old != nil:
      return RewriteTexts([.init(TextSite(.value(field.variable), of: path[0]), to: new)])
    case 5 where old?.isEmpty == false:
      var replacement = Replacement(find: old ?? "", with: new)
      replacement.scope = random.pick([.everything, .variables, .commands])
      return ReplaceText(replacement, of: path)
    case 6:
      let action = node.action ?? ""
      let typed = old.flatMap { $0.isEmpty ? nil : action.replacing($0, with: new) } ?? new
      return SetValue(.command, to: typed, of: path)
    case 7:
      let option = random.pick([Property.successCodes, .retryCount])
      return SetValue(.option(option), to: random.pick(["0", "0 3010", "3"]), of: path)
    default: return SetValue(.labelled(type.name(of: field)), to: new, of: path)
    }
  }

  private static func row(of table: StepTable, _ random: inout Seeded) -> [Assignment] {
    let columns = table.columns.filter { column in
      column.kind.referenceKind != nil || !column.isRare && random.chance(20)
    }
    return columns.map { Assignment($0.variable, value(of: $0, &random)) }
  }

  private static func value(of field: StepField, _ random: inout Seeded) -> String {
    switch field.kind {
    case .flag: return random.pick(["true", "false", "TRUE", "False"])
    case .number:
      let range = field.range ?? 0...99
      return "\(range.lowerBound + random.below(min(9, range.upperBound - range.lowerBound) + 1))"
    case .choice: return random.pick(field.choices).value.lowercased()
    case .codes: return random.pick(["0", "0 3010", "1 2"])
    case .reference(.taskSequence): return "ABD0000\(1 + random.below(4))"
    case .reference(.application): return "S_1/A_\(1 + random.below(4))"
    case .reference, .references(.content): return "ABC0000\(1 + random.below(4))"
    case .references: return random.pick(["S_1/A_1", "S_1/A_2,S_1/A_3", "S_1/A_4,S_1/A_1,S_1/A_2"])
    case .script: return random.pick(["Get-Date", "exit 1"])
    case .rules: return ""
    default: return random.pick(["A", "Bee", "C-3", "d_4", "", "E5"])
    }
  }
}

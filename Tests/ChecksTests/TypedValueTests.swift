import Containers
import ObjectCatalog
import Operations
import StepCatalog
import TaskSequence
import TestSupport
import Testing

@testable import Checks

/// What can be typed is what no rule calls wrong: over all types, fields and ways of entry.
@Suite struct TypedValueTests {
  /// Values that people type, most of them where they do not belong.
  private static let values = [
    "", " ", "abc", "-5", "0", "1", "15", "59", "1:30", "45 s", "90 s", "1000", "2000000", "true",
    "TRUE", "False", "maybe", "0 3010", "0, 3010, abc", "0,3010", "%Size%", "9999999999", "a b",
    "a=b", "WinPE", "1.5", String(repeating: "n", count: 101), String(repeating: "d", count: 256),
    String(repeating: "x", count: 4100),
  ]

  private static func value(_ seeded: inout Seeded) -> String {
    if seeded.chance(70) { return seeded.pick(values) }
    return String((0..<1 + seeded.below(8)).map { _ in seeded.pick(Array("0123456789 ,;%-aZ")) })
  }

  /// A sequence of one step with some variables.
  private static func document(
    _ type: StepType, _ dialect: Dialect, _ variables: [(name: String, value: String)] = [],
    _ option: (property: Property, value: String)? = nil
  ) throws -> SequenceDocument {
    let sequence = dialect == .mdt ? "version=\"3.00\" name=\"M\"" : "version=\"3.10\""
    let kind = type.type.map { " type=\"\($0)\"" } ?? ""
    let list = variables.map { name, value in
      "<variable name=\"\(name)\" property=\"\(name)\">\(value)</variable>"
    }
    let inner = "<action>x</action><defaultVarList>\(list.joined())</defaultVarList>"
    var head = "name=\"S\""
    if let (property, value) = option {
      head = (property == .name ? "" : head + " ") + "\(property.attribute)=\"\(value)\""
    }
    let step =
      type.isChildSequence
      ? "<subtasksequence \(head)>\(inner)</subtasksequence>"
      : "<step\(kind) \(head)>\(inner)</step>"
    return try SequenceDocument(loading: Array("<sequence \(sequence)>\(step)</sequence>".utf8))
  }

  /// What the rules say of the one step of a sequence.
  private static func findings(_ document: SequenceDocument) -> [Finding] {
    var check = SequenceCheck(
      catalog: Catalog(), rules: RuleSelection { $0.tags.contains("value") })
    check.look(at: document)
    return document.sequence.children.flatMap { check.everything(in: $0) }
  }

  private static func faults(_ document: SequenceDocument) -> [ValueFault] {
    document.sequence.children.flatMap { ValueFault.all(in: StepReading($0, in: document.dialect)) }
  }

  /// Types a value and holds what comes of it against what the rules say of the value in a file.
  private static func type(
    _ operation: any Operation, into document: SequenceDocument, at place: Finding.Place,
    inFile: SequenceDocument, _ words: String
  ) {
    do throws(Refusal) {
      let after = try document.applying(operation).document
      // What was typed over with the same was there before.
      if after.serialized() == document.serialized() { return }
      let found = findings(after).filter { $0.place == place }
      #expect(found.isEmpty, "\(words) passes and is found: \(found.map(\.message))")
    } catch {
      let found = findings(inFile).filter { $0.place == place }.map(\.message)
      #expect(
        found.contains(error.reason),
        "\(words) is refused (\(error.reason)) and not found: \(found)")
    }
  }

  @Test(arguments: Seeded.seeds(6))
  func whatAFormTakesIsWhatNoRuleFinds(seed: UInt64) throws {
    var seeded = Seeded(seed)
    for dialect in [Dialect.configurationManager, .mdt] {
      for type in StepTypes.shared.all(in: dialect) {
        for field in type.fields
        where !field.isCount && ![.script, .rules, .codes].contains(field.kind) {
          let value = Self.value(&seeded)
          let sound = Self.sound(field)
          let before = try Self.document(type, dialect, [(field.variable, sound)])
          let inFile = try Self.document(type, dialect, [(field.variable, value)])
          let path = before.paths(of: Set(before.sequence.children.map(\.id)))
          for subject in [
            SetValue.Subject.labelled(type.name(of: field)), .variable(field.variable),
          ] {
            Self.type(
              SetValue(subject, to: value, of: path), into: before,
              at: .variable(field.variable), inFile: inFile,
              "\(dialect) \(type.label), \(subject) = “\(value.prefix(40))”")
          }
        }
      }
    }
  }

  /// A value of a field with which nothing is wrong.
  private static func sound(_ field: StepField) -> String {
    let values = [field.usual ?? "", field.choices.first?.value ?? "", "true", "1", "Name", "0"]
    let some = (field.range.map { ["\($0.lowerBound)"] } ?? []) + values
    return some.first { !$0.isEmpty && field.fault(in: $0) == nil } ?? "x"
  }

  @Test(arguments: Seeded.seeds(40))
  func whatAnOptionTakesIsWhatNoRuleFinds(seed: UInt64) throws {
    var seeded = Seeded(seed)
    for dialect in [Dialect.configurationManager, .mdt] {
      let types = StepTypes.shared.all(in: dialect).filter { !$0.isChildSequence }
      let type = seeded.pick(types)
      for property in Property.allCases where property != .startIn {
        let value = Self.value(&seeded)
        let before = try Self.document(type, dialect)
        let path = before.paths(of: Set(before.sequence.children.map(\.id)))
        let inFile = try Self.document(
          type, dialect, [], (property, property.meant(value)))
        Self.type(
          SetValue(.option(property), to: value, of: path), into: before, at: .property(property),
          inFile: inFile, "\(dialect) \(property) = “\(value.prefix(40))”")
        guard property == .name else { continue }
        Self.type(
          RenameNodes(path, to: value), into: before, at: .property(.name), inFile: inFile,
          "rename to “\(value.prefix(40))”")
      }
    }
  }

  @Test(arguments: Seeded.seeds(10))
  func whatARowTakesIsWhatNoRuleFinds(seed: UInt64) throws {
    var seeded = Seeded(seed)
    for dialect in [Dialect.configurationManager, .mdt] {
      for type in StepTypes.shared.all(in: dialect) {
        for column in type.table?.columns ?? [] {
          let value = Self.value(&seeded)
          let cell = column.inRow(0)
          let before = try Self.document(type, dialect, [(cell.variable, Self.sound(column))])
          let inFile = try Self.document(type, dialect, [(cell.variable, value)])
          let path = try #require(before.paths(of: Set(before.sequence.children.map(\.id))).first)
          let row = [Assignment(type.name(ofColumn: column), value)]
          for (place, change) in [(0, ChangeRows.Change.set(row: 1, row)), (1, .add([row]))] {
            // A new row is yet to be filled in.
            if place == 1, value.isEmpty { continue }
            let added = column.inRow(place).variable
            let file = place == 0 ? inFile : try Self.document(type, dialect, [(added, value)])
            Self.type(
              ChangeRows(change, of: path), into: before, at: .variable(added), inFile: file,
              "\(dialect) \(type.label), row \(place), \(column.label) = “\(value.prefix(40))”")
          }
        }
      }
    }
  }

  /// Texts that are replaced, lines of scripts and new steps end at the same door.
  @Test(arguments: [
    "set S \"Success codes\" = \"0, 3010, abc\"", "set S option successCodeList = \"0,3010\"",
    "set S variable SuccessCodes = abc", "set S option timeout = -5", "set S option timeout = 1000",
    "set S option timeout = \"15 s\"", "set S option disable = perhaps",
    "set S option retryCount = \"\u{661}\"", "rename S to \"\"", "clear S variable CommandLine",
    "add \"Run Command Line\" with \"Success codes\" = abc after S",
    "add group \"\" after S",
  ])
  func whateverTheVerb(_ line: String) throws {
    let document = try SequenceDocument(
      loading: Array(
        """
        <sequence version="3.10"><step type="SMS_TaskSequence_RunCommandLineAction" name="S" \
        successCodeList="0"><action>smsswd.exe /run: cmd</action><defaultVarList>\
        <variable name="CommandLine" property="CommandLine" hidden="true">cmd</variable>\
        <variable name="SuccessCodes" property="SuccessCodes" hidden="true">0</variable>\
        </defaultVarList></step></sequence>
        """.utf8))
    let operation = try OperationVerbs.read(line)
    #expect(throws: Refusal.self, "\(line)") { _ = try document.applying(operation) }
  }

  /// What is wrong in a file may stay, be moved, be copied and be mended bit by bit.
  @Test func whatWasWrongBeforeIsNobodysFault() throws {
    let wrong = """
      <step type="SMS_TaskSequence_RunCommandLineAction" name="S" timeout="soon" \
      successCodeList="a"><action>smsswd.exe /run: </action><defaultVarList>\
      <variable name="CommandLine" property="CommandLine" hidden="true"></variable>\
      </defaultVarList></step>
      """
    var document = try SequenceDocument(
      loading: Array("<sequence version=\"3.10\">\(wrong)<group name=\"G\"/></sequence>".utf8))
    for line in [
      "rename S to T", "duplicate T", "move T down", "group T as N",
      "set N/T option description = d",
      "set N/T option timeout = 15", "set N/T \"Success codes\" = 0", "disable N/T",
    ] {
      document = try document.applying(try OperationVerbs.read(line)).document
    }
    #expect(!Self.faults(document).isEmpty)
  }

  @Test(.enabled(if: FieldCases.isThere, "\(FieldCases.skipped)"))
  func codesThatAreNoNumbersAreFoundInAFile() throws {
    let text = String(decoding: FieldCases.bytes("40-success-codes.xml"), as: UTF8.self)
    #expect(Self.findings(try SequenceDocument(loading: Array(text.utf8))).isEmpty)
    let wrong = text.replacing("0 3010", with: "0, 3010, abc")
    let found = Self.findings(try SequenceDocument(loading: Array(wrong.utf8)))
    #expect(found.map(\.rule) == ["ERR22", "ERR22"])
  }
}

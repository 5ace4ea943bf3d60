import Containers
import DryRun
import TaskSequence
import Testing

@Suite("The engine's table of instructions") struct InstructionTableTests {
  static func document(_ inside: String) throws -> SequenceDocument {
    try SequenceDocument(
      loading: Array("<sequence version=\"3.10\">\(inside)</sequence>".utf8))
  }

  static func step(_ name: String) -> String { "<step name=\"\(name)\"><action>x</action></step>" }

  static func child(_ name: String, _ id: String, _ attributes: String = "") -> String {
    "<subtasksequence name=\"\(name)\"\(attributes)><defaultVarList><variable "
      + "name=\"OSDSubTasksequencePackageID\">\(id)</variable></defaultVarList></subtasksequence>"
  }

  static func numbers(_ table: InstructionTable) -> [String] {
    table.rows.map { row in
      let number = { (number: Int?) in number.map(String.init) ?? "?" }
      return row.isOpen
        ? "\(number(row.at))-\(number(row.endAt)) \(row.node.name)"
        : "\(number(row.at)) \(row.node.name)"
    }
  }

  @Test func aStepTakesOneNumberAndAGroupTwo() throws {
    let document = try Self.document(
      "<group name=\"A\">\(Self.step("a"))<group name=\"B\" disable=\"true\">\(Self.step("b"))</group>"
        + "\(Self.step("c"))</group><group name=\"E\"/>\(Self.step("d"))")
    let table = try InstructionTable(of: document)
    #expect(Self.numbers(table) == ["0-6 A", "1 a", "2-4 B", "3 b", "5 c", "7-8 E", "9 d"])
    #expect(table.size == 10)
    #expect(table.rows.map(\.after) == [5, 2, 4, 4, 5, 6, 7])
    for number in 0..<10 {
      let found = try #require(table.row(numbered: number))
      let row = table.rows[found.row]
      #expect((found.isEnd ? row.endAt : row.at) == number)
    }
    #expect(table.row(numbered: 10) == nil)
  }

  @Test func aChildStandsBetweenItsNumbersAsOftenAsItIsRun() throws {
    var children = ChildSequences()
    children["xyz00002"] = .init(try Self.document(Self.step("c1") + Self.step("c2")))
    let document = try Self.document(
      Self.child("C", "XYZ00002") + Self.child("C", "XYZ00002", " disable=\"true\"")
        + Self.step("z"))
    let table = try InstructionTable(of: document, children: children)
    #expect(
      Self.numbers(table) == ["0-3 C", "1 c1", "2 c2", "4-7 C", "5 c1", "6 c2", "8 z"])
    #expect(table.sequences.count == 2)
    let paths = table.paths.map(\.description)
    #expect(paths == ["C", "C/c1", "C/c2", "C#2", "C#2/c1", "C#2/c2", "z"])
    #expect(table.rows.indices.map { table.path(of: $0).description } == paths)
  }

  @Test func behindAChildNobodyKnowsThereAreNoNumbers() throws {
    let document = try Self.document(
      "<group name=\"G\">\(Self.step("a"))\(Self.child("C", "XYZ00002"))\(Self.step("b"))</group>")
    let table = try InstructionTable(of: document)
    #expect(Self.numbers(table) == ["0-? G", "1 a", "2-? C", "? b"])
    #expect(table.gaps == [2: .missing])
    #expect(table.size == nil)
    #expect(table.row(numbered: 2)?.row == 2)
    #expect(table.row(numbered: 3) == nil)
    let empty = try InstructionTable(of: document, takingMissingAsEmpty: true)
    #expect(Self.numbers(empty) == ["0-5 G", "1 a", "2-3 C", "4 b"])
  }

  @Test func aCircleOfChildrenEnds() throws {
    var children = ChildSequences()
    children["A"] = .init(try Self.document(Self.child("to B", "B")))
    children["B"] = .init(try Self.document(Self.child("to A", "A")))
    let table = try InstructionTable(of: Self.document(Self.child("C", "A")), children: children)
    #expect(table.gaps == [2: .circle])
    #expect(table.rows.count == 3)
  }

  // Thirty sequences, each of which runs the next one twice: a thousand million nodes.
  @Test func childrenThatDoubleAreRefused() throws {
    var children = ChildSequences()
    for level in 0..<30 {
      let inside = Self.child("l", "S\(level + 1)") + Self.child("r", "S\(level + 1)")
      children["S\(level)"] = .init(try Self.document(inside))
    }
    children["S30"] = .init(try Self.document(Self.step("s")))
    let document = try Self.document(Self.child("C", "S0"))
    #expect(throws: InstructionTable.TooLarge()) {
      try InstructionTable(of: document, children: children)
    }
  }
}

import Containers
import StepCatalog
import TaskSequence
import Testing

@testable import Operations

/// The name an operation gives something leads back to it.
@Suite struct LabelTests {
  private static let dialects: [Dialect] = [.configurationManager, .mdt]

  private static func document(_ dialect: Dialect, _ steps: String = "") throws -> SequenceDocument
  {
    let start =
      dialect == .mdt ? "version=\"3.00\" name=\"S\"" : "version=\"3.10\""
    return try SequenceDocument(
      loading: Array("<sequence \(start)>\(steps)</sequence>".utf8))
  }

  @Test(arguments: dialects) func everyTypeIsFoundByItsLabel(_ dialect: Dialect) {
    let own = StepTypes.shared.all(in: dialect)
    let other = StepTypes.shared.all(in: dialect == .mdt ? .configurationManager : .mdt)
    // Those the picker offers.
    let foreign = other.filter { type in !own.contains { $0.label == type.label } }
    for type in (own + foreign).filter(\.isOffered) {
      let name = StepTypes.shared.name(of: type, in: dialect)
      #expect(StepTypes.shared.type(meaning: name, in: dialect) == type, "\(type.label)")
    }
  }

  @Test(arguments: dialects) func everyFieldAndOptionIsFoundByItsName(_ dialect: Dialect) throws {
    for type in StepTypes.shared.all(in: dialect) {
      var document = try Self.document(dialect)
      document = try document.applying(
        AddStep(type.label, .end(of: NodePath("")))
      ).document
      let node = try #require(document.sequence.children.first)
      let scene = OperationScene(document)
      guard scene.type(of: node) == type else { continue }
      for field in type.fields {
        let meaning = scene.meaning(of: type.name(of: field), in: node)
        #expect(meaning == .field(field, of: type), "\(type.label): \(field.variable)")
      }
      for option in Property.allCases {
        switch SetValue.Subject(option, of: [node.id], in: document) {
        case .labelled(let label):
          #expect(
            scene.meaning(of: label, in: node) == .option(option), "\(type.label): \(option)")
        case let subject: #expect(subject == .option(option))
        }
      }
      for column in type.table?.columns ?? [] {
        #expect(
          type.column(named: type.name(ofColumn: column)) == column,
          "\(type.label): \(column.variable)")
      }
    }
  }

  /// A label means the field of the form before the option beside it.
  @Test func theFormComesFirst() throws {
    let step =
      "<step type=\"SMS_TaskSequence_RunCommandLineAction\" name=\"R\"/><group name=\"G\"/>"
    let document = try Self.document(.configurationManager, step)
    let scene = OperationScene(document)
    let run = document.sequence.children[0]
    #expect(scene.meaning(of: "start in", in: run) != .option(.startIn))
    #expect(SetValue.Subject(.startIn, of: [run.id], in: document) == .option(.startIn))
    #expect(scene.meaning(of: "Time-out", in: run) == .option(.timeout))
    #expect(scene.meaning(of: "time-out (minutes)", in: run) == .option(.timeout))
    #expect(scene.meaning(of: "Nothing of it", in: run) == nil)
  }
}

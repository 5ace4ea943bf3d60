import Containers
import ObjectCatalog
import Operations
import StepCatalog
@_spi(Edits) import TaskSequence
import Testing

@testable import References

/// What a step tells of an object beside its id is the same however the object came there.
@Suite struct CompanionTests {
  /// A type, a variable that names an object, and its place in a table, if it is in one.
  struct Subject: Sendable, CustomTestStringConvertible {
    let type: StepType
    let variable: String
    let column: StepField?
    let kind: ReferenceKind

    var testDescription: String { "\(type.label): \(variable)" }

    /// Every variable of the catalogue that has others beside it.
    static let all: [Subject] = {
      let types = [Dialect.configurationManager, .mdt].flatMap { StepTypes.shared.all(in: $0) }
      return types.flatMap { type -> [Subject] in
        let columns = type.table?.columns ?? []
        let all =
          type.fields.map { ($0, nil) } + columns.map { ($0.inRow(0), Optional($0)) }
        return all.compactMap { field, column in
          guard let kind = field.kind.referenceKind, !type.companions(of: field.variable).isEmpty
          else { return nil }
          return Subject(type: type, variable: field.variable, column: column, kind: kind)
        }
      }
    }()

    func object(_ number: Int) -> CatalogObject {
      let kind: ReferenceKind = kind == .content ? [.package, .driverPackage][number % 2] : kind
      return CatalogObject(kind: kind, id: "ABC0000\(number)", name: "Object \(number)")
    }

    /// A step that names an object, as a new one does.
    func document(naming object: CatalogObject) throws -> SequenceDocument {
      let empty = try Sequences.document([])
      let variables = type.variables(naming: object, in: variable)
      var values = Dictionary(uniqueKeysWithValues: variables.map { ($0.name, $0.value) })
      if let list = type.table?.list { values[list.variable] = object.id }
      var blueprint = try type.blueprint(values: values)
      let written = Set(blueprint.variables.map(\.name))
      blueprint.variables += variables.filter { !written.contains($0.name) }
      return try empty.adding(blueprint, at: .end(of: empty.sequenceID)).document
    }
  }

  @Test func thereAreSome() {
    let variables = Set(Subject.all.map(\.variable))
    #expect(variables == ["OSDSubTasksequencePackageID", "OSDApp0Name", "OSDPackage0PackageId"])
  }

  private static func values(_ document: SequenceDocument) -> [String: String] {
    let variables = document.sequence.children.first?.variables ?? []
    return Dictionary(
      variables.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  @Test(arguments: Subject.all)
  func swappedOrNew(_ subject: Subject) throws {
    let (one, two) = (subject.object(1), subject.object(2))
    let (old, new) = (try subject.document(naming: one), try subject.document(naming: two))
    #expect(Self.values(new)[subject.variable] == two.id)
    #expect(Self.values(new).values.contains { $0.contains(two.name) })
    var check = ReferenceCheck(catalog: .init())
    check.look(at: old)
    let places = check.references.filter { $0.id == one.id }
    #expect(!places.isEmpty)
    let edit = try old.naming(two, in: places)
    #expect(Self.values(edit.document) == Self.values(new))
  }

  @Test(arguments: Subject.all)
  func inRows(_ subject: Subject) throws {
    guard let column = subject.column else { return }
    let two = subject.object(2)
    let old = try subject.document(naming: subject.object(1))
    let node = try #require(old.sequence.children.first)
    var rows = try #require(TableRows(of: node, subject.type))
    rows.set(rows.naming(two.id, in: column, two.told), in: 0)
    rows.append(rows.naming(two.id, in: column, two.told))
    let told = subject.type.variables(naming: two, in: subject.variable)
    for variable in told {
      for row in rows.rows { #expect(row.values.contains(variable.value), "\(variable.name)") }
    }
    #expect(rows.rows.count == 2)
  }

  /// What the sequence knows of names is what its steps tell.
  @Test(arguments: Subject.all)
  func known(_ subject: Subject) throws {
    let one = subject.object(1)
    let document = try subject.document(naming: one)
    let listed = try document.applying(ListReferences()).document
    #expect(SequenceKnowledge.read(listed).record(subject.kind, one.id)?.name == one.name)
  }
}

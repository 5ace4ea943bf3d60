import Containers
import StepCatalog
import TaskSequence
import TestSupport
import Testing
import XMLTree

@testable import Operations

/// A step that is built from its form with the values of a real one is that step.
///
/// It goes the way of the form: a new step of the type, then every field by its label, the rows of
/// its table, and the options. Conditions are left aside.
@Suite(.enabled(if: Corpus.isThere, "\(Corpus.skipped)"))
struct RealStepTests {
  /// Why a part of a real step differs from what is built; `Sources/StepCatalog/DIFFERENCES.md` says
  /// more.
  private enum Reason: String, CaseIterable {
    case byHand = "its command line is another one than its variables make"
    case older = "its command line is an older one, which is read and never written"
    case stranger = "it has variables of another class"
    case lacking = "it lacks what a new step has and no edit takes away"
    case empty = "it has an empty value where a new step has none"
    case order = "its variables stand in another order: MDT has several, and tools have theirs"
  }

  /// A part of a real step that is not what is built.
  private struct Difference {
    enum Part {
      case action, order
      case variable(String)
      case attribute(String)
    }

    let part: Part
    let real: String?
    let built: String?

    var text: String { "\(part) “\(real ?? "-")”, built “\(built ?? "-")”" }
  }

  private static let archived = Corpus.canUnpack ? (try? Corpus.packedFiles()) ?? [] : []

  /// A few different steps of every type, from as many files as there are.
  private static func samples(_ most: Int) -> [(name: String, steps: [TaskNode], Dialect)] {
    var found: [String: (steps: [TaskNode], seen: Set<[UInt8]>, dialect: Dialect)] = [:]
    for file in Corpus.files(upTo: 1_000_000) + archived {
      guard let document = try? SequenceDocument(loading: file.bytes) else { continue }
      var here: [String: Int] = [:]
      document.sequence.walk { node, _ in
        guard let type = StepTypes.shared.type(of: node, in: document.dialect) else { return true }
        let key = "\(document.dialect) \(type.type ?? "-")"
        here[key, default: 0] += 1
        guard here[key, default: 0] <= 4, found[key]?.steps.count ?? 0 < most else { return true }
        let bytes = node.element.serialized()
        if found[key, default: ([], [], document.dialect)].seen.insert(bytes).inserted {
          found[key]?.steps.append(node)
        }
        return true
      }
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value.steps, $0.value.dialect) }
  }

  @Test func aStepBuiltFromItsFormIsTheRealOne() throws {
    var (equal, all, whole): (Int, Int, Set<String>) = (0, 0, [])
    var others: [Reason: Int] = [:]
    var wrong: [String] = []
    let samples = Self.samples(12)
    for (name, steps, dialect) in samples {
      for real in steps {
        let type = try #require(StepTypes.shared.type(of: real, in: dialect))
        let differences = Self.differences(real, try Self.built(like: real, type, dialect))
        let reasons = differences.map { Self.reason($0, real, type, dialect) }
        all += 1
        if differences.isEmpty {
          equal += 1
          whole.insert(name)
        }
        for reason in Set(reasons.compactMap(\.self)) { others[reason, default: 0] += 1 }
        for (difference, reason) in zip(differences, reasons) where reason == nil {
          wrong.append("\(name) “\(real.name)”: \(difference.text)")
        }
      }
    }
    print("built from forms: \(equal) of \(all) equal, of \(whole.count) of \(samples.count) types")
    for reason in Reason.allCases { print("  \(others[reason] ?? 0) differ: \(reason.rawValue)") }
    print("  never equal: \(samples.map(\.name).filter { !whole.contains($0) })")
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
    #expect(equal * 10 > all * 8 && whole.count * 10 > samples.count * 9)
  }

  // MARK: Building

  private static func built(
    like real: TaskNode, _ type: StepType, _ dialect: Dialect
  ) throws -> TaskNode {
    let head = dialect == .mdt ? "version=\"3.00\" name=\"n\"" : "version=\"3.10\""
    var document = try SequenceDocument(loading: Array("<sequence \(head)></sequence>".utf8))
    document = try document.applying(
      AddStep(type, named: "S", .end(of: NodePath(steps: [])), in: document)
    ).document
    let path = [NodePath("S")]
    func step() throws -> TaskNode { try #require(document.sequence.children.first) }
    func apply(_ operation: any Operation) {
      let edit = try? document.applying { (chain) throws(Refusal) in try chain.apply(operation) }
      document = edit?.document ?? document
    }
    // What one field holds decides which others count.
    for _ in 0..<3 {
      for field in type.fields where !field.isCount {
        let subject = SetValue.Subject.labelled(type.name(of: field))
        let (wanted, has) = (real.variable(field.variable), try step().variable(field.variable))
        guard wanted != has else { continue }
        guard let wanted else {
          apply(ClearValue(subject, of: path))
          continue
        }
        let text = field.kind == .script ? ScriptText.decode(wanted) ?? wanted : wanted
        apply(SetValue(subject, to: text, of: path))
      }
      if let table = type.table, let wanted = TableRows(of: real, type)?.rows {
        while let rows = TableRows(of: try step(), type)?.rows, rows.count > wanted.count {
          apply(ChangeRows(.remove(row: rows.count), of: path[0]))
        }
        for (index, row) in wanted.enumerated() {
          let values = table.columns.compactMap { column in
            row[column.variable].map { Assignment(column.variable, $0) }
          }
          let count = TableRows(of: try step(), type)?.rows.count ?? 0
          apply(
            ChangeRows(index < count ? .set(row: index + 1, values) : .add([values]), of: path[0]))
        }
      }
      if type.pattern == nil, let action = real.action, !action.isEmpty {
        apply(SetValue(.command, to: action, of: path))
      }
      for option in Property.allCases where option != .name && option.applies(to: real.kind) {
        guard let wanted = real.value(of: option), wanted != (try step().value(of: option)) else {
          continue
        }
        let minutes = option == .timeout ? Int(wanted).map { "\($0 / 60)" } : nil
        apply(SetValue(.option(option), to: minutes ?? wanted, of: path))
      }
    }
    return try step()
  }

  // MARK: Comparing

  private static func differences(_ real: TaskNode, _ built: TaskNode) -> [Difference] {
    var found: [Difference] = []
    func look(_ part: Difference.Part, _ left: String?, _ right: String?) {
      if left != right { found.append(Difference(part: part, real: left, built: right)) }
    }
    look(.action, real.action, built.action)
    let (old, new) = (real.variables.map(\.name), built.variables.map(\.name))
    if Set(old) == Set(new) { look(.order, "\(old)", "\(new)") }
    for name in Set(old + new).sorted() {
      let portraits = [real, built].map { node in
        node.variables.first { $0.name == name }?.portrait
      }
      look(.variable(name), portraits[0], portraits[1])
    }
    for name in Set((real.element.attributes + built.element.attributes).map(\.name)).sorted() {
      guard name != "name" else { continue }
      let values = [real, built].map { $0.element.attribute(name) }
      // Which of the options with nothing in them are written depends on the version.
      let isNothing = values.allSatisfy { ["", "0", "false", nil].contains($0) }
      if !isNothing { look(.attribute(name), values[0], values[1]) }
    }
    return found
  }

  /// Why a part is not what is built; nil when nothing explains it.
  private static func reason(
    _ difference: Difference, _ real: TaskNode, _ type: StepType, _ dialect: Dialect
  ) -> Reason? {
    switch difference.part {
    case .order:
      let properties = real.variables.map { PropertyOrder($0.property ?? $0.name) }
      let isSorted = zip(properties, properties.dropFirst()).allSatisfy { !($1 < $0) }
      return dialect == .mdt || !isSorted ? .order : nil
    case .action:
      guard let action = real.action, let pattern = type.pattern else { return nil }
      if !type.makes(action, { real.variable($0) }) { return .byHand }
      return pattern.render { real.variable($0) } != action ? .older : nil
    case .attribute(let name):
      return difference.real == nil && ["runIn", "retryCount"].contains(name) ? .lacking : nil
    case .variable(let name):
      guard let field = type.field(of: name) else { return .stranger }
      if difference.built == nil, real.variable(name)?.isEmpty == true { return .empty }
      let isGiven = field.isInNewSteps || field.isRequired || field.isWritten
      return difference.real == nil && isGiven ? .lacking : nil
    }
  }
}

extension Variable {
  /// What it says, in one text.
  fileprivate var portrait: String {
    "\(value) [\(property ?? "-")\(isHidden ? ", hidden" : "")]"
  }
}

import Conditions
import ObjectCatalog
import References
import StepCatalog
import TaskSequence
import TestSupport

@testable import Operations

/// Makes operations of every kind, with names and values that hurt.
struct RandomOperation {
  var random: Seeded

  init(_ seed: UInt64) { random = Seeded(seed) }

  typealias Maker = (
    type: any Operation.Type, make: @Sendable (inout RandomOperation) -> any Operation
  )

  /// How each kind is made.
  static let makers: [Maker] =
    values + nodes + texts

  private static let values: [Maker] = [
    (SetValue.self, { SetValue($0.subject(), to: $0.text(), of: $0.paths()) }),
    (ClearValue.self, { ClearValue($0.subject(), of: $0.paths()) }),
    (RenameNodes.self, { RenameNodes($0.paths(), to: $0.text()) }),
    (DisableNodes.self, { DisableNodes($0.paths(), isDisabled: $0.random.chance(50)) }),
    (ContinueOnError.self, { ContinueOnError($0.paths(), isOn: $0.random.chance(50)) }),
    (ChangeCondition.self, { ChangeCondition($0.condition(), of: $0.paths()) }),
    (
      ChangeExpression.self,
      { ChangeExpression($0.number(), of: $0.path(), isKept: $0.random.chance(50)) }
    ),
    (
      ChangeSurplus.self,
      { ChangeSurplus($0.number(), of: $0.path(), isKept: $0.random.chance(50)) }
    ),
    (ChangeRows.self, { ChangeRows($0.rows(), of: $0.path()) }),
    (ChangeRules.self, { ChangeRules($0.rules(), of: $0.path()) }),
    (SetPackageProperty.self, { SetPackageProperty($0.text(), to: $0.text()) }),
    (ListReferences.self, { _ in ListReferences() }),
  ]

  private static let nodes: [Maker] = [
    (
      AddStep.self,
      { AddStep($0.text(), named: $0.maybe { $0.text() }, with: $0.assignments(), $0.place()) }
    ),
    (AddGroup.self, { AddGroup($0.text(), $0.place()) }),
    (
      AddXML.self,
      {
        AddXML(
          $0.text(), isRooted: $0.random.chance(50),
          from: $0.random.pick([nil, .mdt, .configurationManager]), $0.place())
      }
    ),
    (RemoveNodes.self, { RemoveNodes($0.paths()) }),
    (DuplicateNodes.self, { DuplicateNodes($0.paths()) }),
    (
      MoveNodes.self,
      {
        let place = $0.place()
        return MoveNodes($0.paths(), $0.random.pick([.up, .down, .out, .inwards, .to(place)]))
      }
    ),
    (GroupNodes.self, { GroupNodes($0.paths(), as: $0.text()) }),
    (UngroupNodes.self, { UngroupNodes($0.paths(), keepsCondition: $0.random.chance(50)) }),
  ]

  private static let texts: [Maker] = [
    (
      UseObjects.self,
      { maker in UseObjects((0...maker.random.below(2)).map { _ in maker.swap() }) }
    ),
    (ReplaceText.self, { ReplaceText($0.replacement(), of: $0.maybe { $0.paths() }) }),
    (
      RewriteTexts.self,
      { maker in
        RewriteTexts(
          (0...maker.random.below(3)).map { _ in
            RewriteTexts.Change(maker.site(), to: maker.text())
          })
      }
    ),
    (RenameVariable.self, { RenameVariable($0.text(), to: $0.text()) }),
  ]

  // MARK: Parts

  mutating func maybe<T>(_ make: (inout RandomOperation) -> T) -> T? {
    random.chance(40) ? nil : make(&self)
  }

  mutating func number() -> Int { 1 + random.below(20) }

  mutating func path() -> NodePath {
    NodePath(
      steps: (0..<random.pick([0, 1, 1, 2, 3])).map { _ in
        NodePath.Step(name: text(), ordinal: random.pick([1, 1, 1, 2, 12]))
      })
  }

  mutating func paths() -> [NodePath] { (0...random.pick([0, 0, 1, 3])).map { _ in path() } }

  mutating func place() -> NodePlace {
    let path = path()
    return random.pick([.before(path), .after(path), .start(of: path), .end(of: path)])
  }

  mutating func subject() -> SetValue.Subject {
    random.pick([
      .labelled(text()), .variable(text()), .command, .option(random.pick(Property.allCases)),
    ])
  }

  mutating func assignments() -> [Assignment] {
    (0..<random.below(4)).map { _ in Assignment(text(), text()) }
  }

  private mutating func condition() -> ConditionChange {
    random.pick([
      .clear, .set(nil), .set(operand(2)), .add(operand(1)),
      .set(.group(random.pick(Junction.allCases), [operand(0)])),
    ])
  }

  private mutating func operand(_ depth: Int) -> Operand {
    if depth > 0, random.chance(50) {
      return .group(
        random.pick(Junction.allCases), (0..<random.below(4)).map { _ in operand(depth - 1) })
    }
    let comparison = random.pick(Comparison.allCases)
    return .test(
      .variable(
        VariableTest(writableText(), comparison, comparison.isUnary ? "" : writableText())))
  }

  private mutating func rows() -> ChangeRows.Change {
    random.pick([
      .add((0...random.below(3)).map { _ in assignments() }), .set(row: number(), assignments()),
      .remove(row: number()), .move(row: number(), to: number()),
    ])
  }

  private mutating func rules() -> ChangeRules.Change {
    let setting = ChangeRules.Setting(name: text(), value: text(), isSecret: random.chance(50))
    return random.pick([
      .add(setting), .remove(rule: number()), .move(rule: number(), to: number()),
      .addSetting(rule: number(), setting), .set(rule: number(), setting: number(), setting),
      .removeSetting(rule: number(), setting: number()), .test(rule: number(), nil, []),
      .test(rule: number(), random.pick(RuleShape.all), assignments()),
    ])
  }

  private mutating func swap() -> UseObjects.Swap {
    UseObjects.Swap(
      random.pick([nil] + ReferenceKind.allCases), text(), named: text(), version: text(),
      insteadOf: text(), of: random.pick([nil] + ReferenceKind.allCases),
      in: maybe { maker in (0...maker.random.below(3)).map { _ in maker.reference() } })
  }

  private mutating func reference() -> ObjectSite {
    ObjectSite(
      random.pick([.variable(text()), .action, .list, .property(text())]), of: path())
  }

  private mutating func replacement() -> Replacement {
    var replacement = Replacement(find: text(), with: text())
    replacement.isPattern = random.chance(50)
    replacement.matchesCase = random.chance(50)
    replacement.scope = random.pick(Replacement.Scope.allCases)
    return replacement
  }

  private mutating func site() -> TextSite {
    let kinds: [TextSite.Kind] = [
      .name, .description, .startIn, .command, .value(text()), .variable(text()), .condition,
    ]
    return TextSite(random.pick(kinds), random.pick([1, 1, 2, 30]), of: path())
  }

  // MARK: Texts

  private static let plain = [
    "a", "Apply", "and", "none", "sequence", "to", "variable", "package", "1", "22", " ", "  ",
    "\"", "'", "`", "``", "(", ")", ",", "=", "<", ">", "!", "/", "\\", "#", "#2", "$x", "%", "|",
    "\n", "\t", "\u{A0}", "\u{200B}", "\u{202E}", "é", "e\u{301}", "\u{301}", "🧪", "ж", "&amp;",
    "]]>", "{", "}", "u{1}", "\u{2028}", "\u{9B}", "\u{FEFF}",
  ]

  /// A text from plain to nasty that XML can hold.
  mutating func writableText() -> String {
    (0..<random.pick([0, 1, 1, 1, 2, 3, 6])).map { _ in random.pick(Self.plain) }.joined()
  }

  /// A text from plain to nasty.
  mutating func text() -> String {
    guard random.chance(20) else { return writableText() }
    let nasty = ["\r", "\r\n", "\0", "\u{1}", "\u{FFFE}", "\u{FFFF}", "\u{10FFFF}"]
    return writableText() + random.pick(nasty) + writableText()
  }
}

import Conditions
import TaskSequence

/// A field of the form in which a test is edited.
struct TestField {
  enum Kind {
    /// One line; completed with names of variables when it is one.
    case text(isVariable: Bool)
    /// Many lines.
    case long
    case choice([(value: String, words: String)])
  }

  let label: String
  let value: String
  let kind: Kind
  /// What is wrong with a value; nil when nothing is.
  var fault: (String) -> String? = { _ in nil }
  /// Whether what is typed is never shown.
  var isSecret = false
  /// The test with another value.
  let set: (String) -> Test
}

extension Test {
  /// The fields that fit the kind, with the operators a product has; nothing for what is only typed.
  func fields(in product: Dialect) -> [TestField] {
    switch self {
    case .variable(let test): Self.fields(of: test, in: product)
    case .query(let test): Self.fields(of: test)
    case .file(let test): Self.fields(of: test)
    case .folder(let test): Self.fields(of: test)
    case .registry(let test): Self.fields(of: test)
    case .software(let test): Self.fields(of: test)
    case .system(let test): Self.fields(of: test)
    case .other: []
    }
  }

  // MARK: Kinds of fields

  private static func text<T>(
    _ label: String, _ path: WritableKeyPath<T, String>, of test: T, isVariable: Bool = false,
    fault: @escaping (String) -> String? = { _ in nil }, _ wrap: @escaping (T) -> Test
  ) -> TestField {
    TestField(
      label: label, value: test[keyPath: path], kind: .text(isVariable: isVariable), fault: fault
    ) { value in
      var copy = test
      copy[keyPath: path] = value
      return wrap(copy)
    }
  }

  private static func sign<T>(
    _ label: String, _ path: WritableKeyPath<T, Comparison>, of test: T,
    among all: [Comparison], _ wrap: @escaping (T) -> Test
  ) -> TestField {
    TestField(
      label: label, value: test[keyPath: path].sign, kind: .choice(all.map { ($0.sign, $0.words) })
    ) { value in
      var copy = test
      copy[keyPath: path] = all.first { $0.sign == value } ?? test[keyPath: path]
      return wrap(copy)
    }
  }

  /// A bound that may be missing: its operator, and its value where there is one.
  private static func bound<T>(
    _ label: String, _ path: WritableKeyPath<T, Bound?>, of test: T,
    shown: @escaping (String) -> String = { $0 }, read: @escaping (String) -> String = { $0 },
    fault: @escaping (String) -> String? = { _ in nil }, _ wrap: @escaping (T) -> Test
  ) -> [TestField] {
    let old = test[keyPath: path]
    let signs = Comparison.ordering.map { ($0.sign, $0.words) }
    let none = (value: "", words: "does not matter")
    let choice = TestField(
      label: label, value: old?.comparison.sign ?? "", kind: .choice([none] + signs)
    ) { value in
      var copy = test
      let sign = Comparison.ordering.first { $0.sign == value }
      copy[keyPath: path] = sign.map { Bound($0, old?.value ?? "") }
      return wrap(copy)
    }
    guard let old else { return [choice] }
    let value = TestField(
      label: "\(label) value", value: shown(old.value), kind: .text(isVariable: false),
      fault: fault
    ) { value in
      var copy = test
      copy[keyPath: path] = Bound(old.comparison, read(value))
      return wrap(copy)
    }
    return [choice, value]
  }

  // MARK: Kinds of tests

  private static func fields(of test: VariableTest, in product: Dialect) -> [TestField] {
    let signs = Comparison.allCases.filter { $0.isThere(in: product) || $0 == test.comparison }
    let name = text("Variable", \.name, of: test, isVariable: true, fault: Part.variable.fault) {
      .variable($0)
    }
    let sign = sign("Operator", \.comparison, of: test, among: signs) {
      .variable($0.comparison.isUnary ? VariableTest($0.name, $0.comparison) : $0)
    }
    let value = text("Value", \.value, of: test) { .variable($0) }
    return [name, sign] + (test.comparison.isUnary ? [] : [value])
  }

  private static func fields(of test: QueryTest) -> [TestField] {
    if let language = SystemLanguage(test) {
      let choices = SystemLanguage.known.map { (value: $0.tag, words: $0.words) }
      return [
        TestField(label: "Language", value: language.text, kind: .choice(choices)) { value in
          .query(SystemLanguage.named(value)?.query ?? test)
        }
      ]
    }
    return [
      TestField(label: "Query", value: test.query, kind: .long, fault: Part.query.fault) { value in
        var copy = test
        copy.query = value
        return .query(copy)
      },
      text("Namespace", \.namespace, of: test, fault: Part.namespace.fault) { .query($0) },
      TestField(
        label: "If it fails", value: test.ignoresErrors ? "nothing found" : "an error",
        kind: .choice([
          ("an error", "the step's condition cannot be told"),
          ("nothing found", "as the console writes for versions of Windows"),
        ])
      ) { value in
        var copy = test
        copy.ignoresErrors = value == "nothing found"
        return .query(copy)
      },
    ]
  }

  private static func fields(of test: FileTest) -> [TestField] {
    [text("Path", \.path, of: test, fault: Part.path.fault) { .file($0) }]
      + bound("Version", \.version, of: test) { .file($0) }
      + bound("Date", \.date, of: test, shown: Self.day, read: Self.date, fault: Self.dateFault) {
        .file($0)
      }
  }

  private static func fields(of test: FolderTest) -> [TestField] {
    [text("Path", \.path, of: test, fault: Part.path.fault) { .folder($0) }]
      + bound("Date", \.date, of: test, shown: Self.day, read: Self.date, fault: Self.dateFault) {
        .folder($0)
      }
  }

  private static func fields(of test: RegistryTest) -> [TestField] {
    let root = RegistryTest.roots.first { $0.long == test.root.uppercased() }
    let rest = test.keyBelowRoot
    func key(_ root: String, _ rest: String) -> Test {
      var copy = test
      copy.key = rest.isEmpty ? root : "\(root)\\\(rest)"
      return .registry(copy)
    }
    var fields = [
      TestField(
        label: "Root", value: root?.short ?? test.root,
        kind: .choice(RegistryTest.roots.map { ($0.short, $0.long) }),
        fault: { Part.root.fault(in: $0) }
      ) { value in key(RegistryTest.expanded(value), rest) },
      TestField(
        label: "Key", value: rest, kind: .text(isVariable: false), fault: Part.key.fault
      ) { value in key(root?.long ?? test.root, value) },
      TestField(
        label: "Asks for", value: test.value == nil ? "the key" : "a value",
        kind: .choice([("the key", "whether it exists"), ("a value", "of the key, or its data")])
      ) { value in
        var copy = test
        copy.value = value == "the key" ? nil : test.value ?? ""
        if copy.value == nil { (copy.comparison, copy.data) = (.exists, "") }
        return .registry(copy)
      },
    ]
    if test.value != nil {
      fields += [
        TestField(label: "Value name", value: test.value ?? "", kind: .text(isVariable: false)) {
          value in
          var copy = test
          copy.value = value
          return .registry(copy)
        },
        TestField(
          label: "Type", value: test.type, kind: .choice(RegistryTest.types.map { ($0, "") }),
          fault: Part.type.fault
        ) { value in
          var copy = test
          copy.type = value
          return .registry(copy)
        },
      ]
    }
    let signs = test.value == nil ? [] : Comparison.ordering
    fields.append(
      sign("Operator", \.comparison, of: test, among: [.exists, .notExists] + signs) { test in
        var copy = test
        if test.comparison.isUnary { copy.data = "" }
        return .registry(copy)
      })
    if !test.comparison.isUnary {
      fields.append(text("Data", \.data, of: test) { .registry($0) })
    }
    return fields
  }

  private static func fields(of test: SoftwareTest) -> [TestField] {
    func optional(_ label: String, _ path: WritableKeyPath<SoftwareTest, String?>) -> TestField {
      TestField(label: label, value: test[keyPath: path] ?? "", kind: .text(isVariable: false)) {
        value in
        var copy = test
        copy[keyPath: path] = value.isEmpty ? nil : value
        return .software(copy)
      }
    }
    return [
      TestField(
        label: "Match", value: test.isAnyVersion ? "any version" : "this version",
        kind: .choice([
          ("this version", "the product code"), ("any version", "the upgrade code"),
        ])
      ) { value in
        var copy = test
        copy.isAnyVersion = value == "any version"
        return .software(copy)
      },
      optional("Product code", \.product), optional("Upgrade code", \.upgrade),
      optional("Name", \.name), optional("Version", \.version),
    ]
  }

  private static func fields(of test: SystemTest) -> [TestField] {
    let names = ["X64", "X86"].map { (value: $0, words: "") }
    return [
      TestField(label: "Architecture", value: test.architecture, kind: .choice(names)) { value in
        .system(SystemTest(value, test.comparison, test.version))
      },
      sign("Operator", \.comparison, of: test, among: Comparison.ordering) { .system($0) },
      text("Version", \.version, of: test, fault: Part.version.fault) { .system($0) },
    ]
  }

  // MARK: Values

  private static func day(_ date: String) -> String { DateText.short(date) ?? date }

  private static func date(_ day: String) -> String { DateText.xml(day) ?? day }

  private static func dateFault(_ day: String) -> String? { Part.date.fault(in: date(day)) }
}

extension Comparison {
  /// What it means between two values.
  var words: String {
    switch self {
    case .equals: "is"
    case .notEquals: "is not"
    case .less: "is less than"
    case .lessEqual: "is at most"
    case .greater: "is greater than"
    case .greaterEqual: "is at least"
    case .like: "is like, with * and ?"
    case .notLike: "is not like"
    case .exists: "is there"
    case .notExists: "is not there"
    }
  }
}

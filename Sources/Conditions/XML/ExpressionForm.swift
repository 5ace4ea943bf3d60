import XMLTree

/// An `<expression>` as it stands in the XML: its type and the variables inside.
struct ExpressionForm: Equatable {
  var type: String
  var settings: [Setting]
  /// `ignoreQueryFailure="true"`, which the console writes on queries of its own.
  var ignoresErrors = false

  static let prefix = "SMS_TaskSequence_"
  static let variable = prefix + "VariableConditionExpression"
  static let query = prefix + "WMIConditionExpression"
  static let file = prefix + "FileConditionExpression"
  static let folder = prefix + "FolderConditionExpression"
  static let registry = prefix + "RegistryConditionExpression"
  static let software = prefix + "SoftwareConditionExpression"
  static let system = prefix + "OSConditionExpression"

  init(type: String, settings: [Setting], ignoresErrors: Bool = false) {
    self.type = type
    self.settings = settings
    self.ignoresErrors = ignoresErrors
  }

  /// Reads an element; nil when it holds something an expression has no place for.
  init?(_ element: Element) {
    guard element.isNamed("expression"), !element.hasOwnText else { return nil }
    var settings: [Setting] = []
    var (type, ignoresErrors): (String?, Bool) = (nil, false)
    var isKnown = true
    element.forEachAttribute { name, value in
      if name.elementsEqual("type".utf8) {
        type = element.attribute("type")
      } else if name.elementsEqual("ignoreQueryFailure".utf8), value.elementsEqual("true".utf8) {
        ignoresErrors = true
      } else {
        isKnown = false
      }
    }
    guard isKnown else { return nil }
    for inner in element.elements {
      guard inner.isNamed("variable"), !inner.hasElements, inner.hasNameAlone,
        let name = inner.attribute("name")
      else { return nil }
      settings.append(Setting(name, inner.text))
    }
    guard let type, type == Self.query || !ignoresErrors else { return nil }
    self.init(type: type, settings: settings, ignoresErrors: ignoresErrors)
  }
}

extension Element {
  /// Whether a name is the only attribute.
  fileprivate var hasNameAlone: Bool {
    var (count, hasName) = (0, false)
    forEachAttribute { name, _ in
      count += 1
      hasName = hasName || name.elementsEqual("name".utf8)
    }
    return hasName && count == 1
  }

  /// Whether characters other than white space stand directly inside.
  var hasOwnText: Bool { children.contains { $0.isText && !$0.isWhitespace } }
}

// MARK: Tests from and to forms

extension ExpressionForm {
  /// What the expression asks, and the variables its type does not know.
  ///
  /// One that lacks what its type needs, names a variable twice or has an operator nothing is known of
  /// is `.other`, so that nothing is lost.
  var test: (test: Test, extras: [Setting]) {
    var rest = settings
    if Set(settings.map(\.name)).count < settings.count {
      return (.other(type: type, settings: settings), [])
    }
    func take(_ name: String) -> String? {
      rest.firstIndex { $0.name == name }.map { rest.remove(at: $0).value }
    }
    guard let test = known(take) else {
      return (.other(type: type, settings: settings), [])
    }
    return (test, rest)
  }

  private func known(_ take: (String) -> String?) -> Test? {
    func bound(_ comparison: String, _ value: String) -> Bound?? {
      switch (take(comparison), take(value)) {
      case (nil, nil): return .some(nil)
      case (let sign?, let text?):
        guard let known = Comparison(xml: sign), Comparison.ordering.contains(known) else {
          return nil
        }
        return Bound(known, text)
      default: return nil
      }
    }
    switch type {
    case Self.variable:
      guard let name = take("Variable"), let sign = take("Operator").flatMap(Comparison.init(xml:))
      else { return nil }
      return .variable(VariableTest(name, sign, value(for: sign, "Value", take)))
    case Self.query:
      guard let query = take("Query") else { return nil }
      let namespace = take("Namespace") ?? QueryTest.usualNamespace
      return .query(QueryTest(query, in: namespace, ignoresErrors: ignoresErrors))
    case Self.file:
      guard let path = take("Path"), let version = bound("VersionOperator", "Version"),
        let date = bound("DateTimeOperator", "DateTime")
      else { return nil }
      return .file(FileTest(path, version: version, date: date))
    case Self.folder:
      guard let path = take("Path"), let date = bound("DateTimeOperator", "DateTime") else {
        return nil
      }
      return .folder(FolderTest(path, date: date))
    case Self.registry: return registry(take)
    case Self.software:
      guard let sign = take("Operator"), ["AnyVersion", "ThisVersion"].contains(sign) else {
        return nil
      }
      return .software(
        SoftwareTest(
          isAnyVersion: sign == "AnyVersion", product: take("ProductCode"),
          upgrade: take("UpgradeCode"), name: take("ProductName"), version: take("Version")))
    case Self.system:
      guard let architecture = take("Architecture"), let version = take("Version"),
        let sign = take("Operator").flatMap(Comparison.init(xml:)),
        Comparison.ordering.contains(sign)
      else { return nil }
      return .system(SystemTest(architecture, sign, version))
    default: return nil
    }
  }

  private func registry(_ take: (String) -> String?) -> Test? {
    guard let key = take("KeyPath"), let type = take("Type"),
      let sign = take("Operator").flatMap(Comparison.init(xml:)),
      sign != .like, sign != .notLike, !RegistryTest.startsShort(key)
    else { return nil }
    let value = take("Value")
    return .registry(
      RegistryTest(key, value: value, type: type, sign, self.value(for: sign, "Data", take)))
  }

  /// The value a comparison needs; one that needs none takes an empty one away, as MDT writes it.
  private func value(
    for comparison: Comparison, _ name: String, _ take: (String) -> String?
  ) -> String {
    guard comparison.isUnary else { return take(name) ?? "" }
    if settings.first(where: { $0.name == name })?.value.allSatisfy(\.isWhitespace) ?? false {
      _ = take(name)
    }
    return ""
  }

  /// The form of a test, its variables in the order of the SDK's pages.
  init(_ test: Test, extras: [Setting]) {
    switch test {
    case .variable(let test):
      self.init(type: Self.variable, settings: [Setting("Variable", test.name)])
      add("Operator", test.comparison.rawValue)
      add("Value", test.comparison.isUnary ? nil : test.value)
    case .query(let test):
      self.init(
        type: Self.query,
        settings: [Setting("Namespace", test.namespace), Setting("Query", test.query)],
        ignoresErrors: test.ignoresErrors)
    case .file(let test):
      self.init(type: Self.file, settings: [Setting("Path", test.path)])
      add(test.version, "VersionOperator", "Version")
      add(test.date, "DateTimeOperator", "DateTime")
    case .folder(let test):
      self.init(type: Self.folder, settings: [Setting("Path", test.path)])
      add(test.date, "DateTimeOperator", "DateTime")
    case .registry(let test):
      self.init(type: Self.registry, settings: [Setting("KeyPath", test.key)])
      add("Operator", test.comparison.rawValue)
      add("Type", test.type)
      add("Value", test.value)
      add("Data", test.comparison.isUnary ? nil : test.data)
    case .software(let test):
      self.init(
        type: Self.software,
        settings: [Setting("Operator", test.isAnyVersion ? "AnyVersion" : "ThisVersion")])
      add("ProductCode", test.product)
      add("ProductName", test.name)
      add("UpgradeCode", test.upgrade)
      add("Version", test.version)
    case .system(let test):
      self.init(type: Self.system, settings: [Setting("Architecture", test.architecture)])
      add("Version", test.version)
      add("Operator", test.comparison.rawValue)
    case .other(let type, let settings):
      self.init(type: type, settings: settings)
    }
    settings += extras
  }

  private mutating func add(_ name: String, _ value: String?) {
    if let value { settings.append(Setting(name, value)) }
  }

  private mutating func add(_ bound: Bound?, _ comparison: String, _ value: String) {
    add(comparison, bound?.comparison.rawValue)
    add(value, bound?.value)
  }
}

extension RegistryTest {
  /// Whether a key begins with the short name of a root, which the XML does not do.
  static func startsShort(_ key: String) -> Bool { key != expanded(key) }

  /// A key with the long name of its root; `HKLM\…` and PowerShell's `HKLM:\…` are short for it.
  package static func expanded(_ key: String) -> String {
    let root = key.prefix { $0 != "\\" }
    let name = (root.hasSuffix(":") ? root.dropLast() : root).uppercased()
    guard let long = roots.first(where: { $0.short == name })?.long else { return key }
    return long + key.dropFirst(root.count)
  }

  /// The key with the short name of its root.
  package var shortKey: String {
    let root = key.prefix { $0 != "\\" }
    guard let short = Self.roots.first(where: { $0.long == root })?.short else { return key }
    return short + key.dropFirst(root.count)
  }
}

import Foundation
import TaskSequence
import TestSupport
import XMLTree

/// The SDK's classes as data, read backwards: what a step with these values must say.
struct SDKClasses {
  private let classes: [String: [String: Any]]
  private let rows: [String: [[String: Any]]]

  /// All of them, from a folder beside the package; nil where that is not.
  static var all: SDKClasses? {
    let package = URL(filePath: #filePath).appending(path: "../../../..").standardized
    let file = package.appending(path: "../shared/domain/sdk-classes.json")
    return FileManager.default.contents(atPath: file.path).flatMap {
      SDKClasses(String(decoding: $0, as: UTF8.self))
    }
  }

  static let skipped =
    "needs the SDK's classes: ../shared/domain/sdk-classes.json beside the package"

  init?(_ text: String) {
    guard let file = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any],
      let actions = file["actions"] as? [[String: Any]]
    else { return nil }
    classes = Dictionary(
      actions.compactMap { known in (known["class"] as? String).map { ($0, known) } },
      uniquingKeysWith: { first, _ in first })
    var rows: [String: [[String: Any]]] = [:]
    for row in file["rows"] as? [[String: Any]] ?? [] {
      let owner = (row["rowsOf"] as? [String: Any])?["class"] as? String ?? ""
      rows[owner] = (rows[owner] ?? []) + (row["properties"] as? [[String: Any]] ?? [])
    }
    self.rows = rows
  }

  var names: [String] { classes.keys.sorted() }

  /// The properties of a class.
  func properties(of name: String) -> [Property] {
    (classes[name]?["properties"] as? [[String: Any]] ?? []).map(Property.init)
  }

  struct Property {
    let name: String
    let variable: String
    let isHidden: Bool
    let type: String
    let argument: Int?
    let range: ClosedRange<Int>?
    let values: [String]
    let isArray: Bool
    let isGlobal: Bool
    let twin: String?
    let excluded: String?
    let needed: String?

    init(_ facts: [String: Any]) {
      name = facts["property"] as? String ?? ""
      variable = facts["variable"] as? String ?? name
      isHidden = facts["hidden"] as? Bool ?? false
      type = facts["type"] as? String ?? ""
      argument = facts["argument"] as? Int ?? facts["argumentFromFiles"] as? Int
      let limits = facts["range"] as? [Int] ?? []
      range = limits.count == 2 && limits[0] <= limits[1] ? limits[0]...limits[1] : nil
      values = facts["values"] as? [String] ?? []
      isArray = facts["rows"] != nil
      isGlobal = facts["global"] as? Bool ?? false
      twin =
        facts["successCodes"] as? Bool == true
        ? "successCodeList"
        : facts["retryCount"] as? Bool == true
          ? "retryCount" : facts["runFromNet"] as? Bool == true ? "runFromNet" : nil
      excluded = facts["requiredIfNull"] as? String
      needed = facts["requiredIfNotNull"] as? String
    }
  }

  // MARK: What is wrong with a step

  /// What a step of a sequence says otherwise than its class wants.
  func faults(of node: TaskNode, in document: SequenceDocument) -> [String] {
    guard let name = node.type, let known = classes[name] else { return [] }
    let all = properties(of: name)
    var faults = variableFaults(node, all, rows[name] ?? [])
    func value(_ property: String) -> String? {
      all.first { $0.name == property }.flatMap { node.variable($0.variable) }
    }
    let template = known["commandLineNow"] as? String ?? known["commandLine"] as? String
    if let template, node.kind == .step {
      let made = Self.render(template) { number in
        all.first { $0.argument == number }.flatMap { property in
          node.variable(property.variable).map { Self.written($0, property.type) }
        }
      }
      if made != node.action { faults.append("action “\(node.action ?? "")”, not “\(made)”") }
    }
    for property in all {
      let text = node.variable(property.variable)
      if let twin = property.twin, let text, node.element.attribute(twin) != text {
        faults.append("\(twin) is not \(property.name)")
      }
      if property.isGlobal, !property.isArray, let text,
        document.sequence.variable(property.variable) != text
      {
        faults.append("\(property.name) is not in the list of the sequence")
      }
      if let other = property.excluded,
        all.contains(where: { $0.name == other && $0.excluded == property.name }),
        text?.isEmpty == false, value(other)?.isEmpty == false
      {
        faults.append("\(property.name) and \(other) are both there")
      }
      // A number is never made up: its lack is a finding.
      if let other = property.needed, value(other)?.isEmpty == false, text == nil,
        property.type != "UInt32"
      {
        faults.append("\(property.name) lacks beside \(other)")
      }
      if property.isArray, let text, Int(text) != Self.rows(of: property.variable, node) {
        faults.append("\(property.name) counts \(text)")
      }
    }
    return faults + listFaults(node)
  }

  private func variableFaults(
    _ node: TaskNode, _ all: [Property], _ rows: [[String: Any]]
  ) -> [String] {
    let rows = rows.map(Property.init)
    return node.variables.flatMap { variable -> [String] in
      let plain = variable.name.replacing(/\d+/, with: "<n>")
      let property =
        all.first { $0.variable == variable.name }
        ?? rows.first { $0.variable.replacing(/\d+/, with: "<n>") == plain }
      guard let property else { return ["nobody knows \(variable.name)"] }
      var faults: [String] = []
      if property.isHidden != variable.isHidden {
        faults.append("\(variable.name) is hidden or not")
      }
      let text = variable.value
      switch property.type {
      case "Boolean" where !["true", "false"].contains(text):
        faults.append("\(variable.name)=\(text)")
      case "UInt32" where Int(text) == nil && !text.contains("%"):
        faults.append("\(variable.name)=\(text)")
      default: break
      }
      return faults
    }
  }

  /// The lists beside rows, and the numbers that repeat theirs.
  private func listFaults(_ node: TaskNode) -> [String] {
    var faults: [String] = []
    for (list, head, column) in [
      ("ApplicationName", "OSDApp", "Name"),
      ("OSDDownloadDownloadPackages", "OSDPackage", "PackageId"),
    ] {
      guard let text = node.variable(list) else { continue }
      let count = Self.rows(of: head, node)
      let ids = (0..<count).map { node.variable("\(head)\($0)\(column)") ?? "?" }
      if ids.joined(separator: ",") != text { faults.append("\(list) is not its rows") }
      if let number = node.variable("\(head)Count"), Int(number) != count {
        faults.append("\(head)Count is not its rows")
      }
    }
    return faults
  }

  private static func rows(of head: String, _ node: TaskNode) -> Int {
    let numbers = node.variables.compactMap { variable -> Int? in
      guard variable.name.hasPrefix(head) else { return nil }
      let digits = variable.name.dropFirst(head.count).prefix { $0.isNumber }
      return digits.isEmpty ? nil : Int(digits)
    }
    return Set(numbers).count
  }

  private static func written(_ value: String, _ type: String) -> String {
    type == "Boolean" ? value.prefix(1).uppercased() + value.dropFirst() : value
  }

  /// `%n` is an argument, `<?n:…>` is there when that has a value, `%%` is a per cent sign.
  static func render(_ template: String, _ argument: (Int) -> String?) -> String {
    var result = ""
    var rest = template[...]
    while let character = rest.first {
      if rest.hasPrefix("<?"), let colon = rest.firstIndex(of: ":"),
        let end = rest.firstIndex(of: ">"),
        let number = Int(rest[rest.index(rest.startIndex, offsetBy: 2)..<colon])
      {
        if argument(number)?.isEmpty == false {
          result += render(String(rest[rest.index(after: colon)..<end]), argument)
        }
        rest = rest[rest.index(after: end)...]
      } else if rest.hasPrefix("%%") {
        result += "%"
        rest = rest.dropFirst(2)
      } else if character == "%",
        case let digits = rest.dropFirst().prefix(while: \.isWholeNumber), let number = Int(digits)
      {
        result += argument(number) ?? ""
        rest = rest[digits.endIndex...]
      } else {
        result.append(character)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}

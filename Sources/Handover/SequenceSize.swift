package import TaskSequence
package import XMLTree

/// How large a sequence is, and what makes it so.
///
/// A site stores at most 2 MB of a sequence, and a client takes at most 32 MB of its policy, children
/// counted by themselves (FACTS.md). Measured are the bytes of the XML from `<sequence>` on in UTF-8;
/// how a site counts is not documented, and a policy is larger than the XML by an amount that is not
/// documented either.
package struct SequenceSize: Sendable {
  /// The most a site stores, and the most of a policy a client takes.
  package static let stored = 2 << 20
  package static let policy = 32 << 20

  /// The bytes of the XML.
  package let bytes: Int
  package let contributors: [Contributor]

  /// A part of a node.
  package struct Contributor: Sendable {
    package let node: NodeID
    package let part: Part
    package let bytes: Int
  }

  /// What a part of a step is, and what to do about it.
  package enum Part: String, CaseIterable, Sendable {
    case script, applications, drivers, packages, rules, condition, file, texts

    package var label: String {
      switch self {
      case .script: "script in the step"
      case .applications: "list of applications"
      case .drivers: "list of driver categories"
      case .packages: "list of packages"
      case .rules: "rules"
      case .condition: "condition"
      case .file: "embedded file"
      case .texts: "the step itself"
      }
    }

    /// What makes it smaller, as a sentence.
    package var advice: String {
      switch self {
      case .script:
        "Put the script into a package and name that; a policy carries every script whole."
      case .applications:
        "Install from a dynamic list of variables (base name), or split the step among children."
      case .drivers: "Name a driver package for each model, or let a script choose."
      case .packages: "Install from a dynamic list of variables, or download what is needed only."
      case .rules: "Keep the rules in a script of a package."
      case .condition: "Put a condition that many steps share onto a group around them."
      case .file: "Put the file into a package."
      case .texts:
        "Move steps that belong together into a child sequence: each has limits of its own."
      }
    }
  }

  /// Measures a sequence; the largest parts come first.
  ///
  /// - Parameter least: What a part must have to be told.
  package init(of document: SequenceDocument, least: Int = 256) {
    bytes = document.sequence.element.byteCount
    var found: [Contributor] = []
    document.sequence.walk { node, _ in
      let parts = Self.parts(of: node)
      for (part, bytes) in parts where bytes >= least {
        found.append(Contributor(node: node.id, part: part, bytes: bytes))
      }
      return true
    }
    contributors = found.enumerated().sorted {
      ($1.element.bytes, $0.offset) < ($0.element.bytes, $1.offset)
    }.map(\.element)
  }

  /// How much of what a site stores it is, in hundredths.
  package var share: Int { bytes * 100 / Self.stored }

  private static func parts(of node: TaskNode) -> [Part: Int] {
    var parts: [Part: Int] = [:]
    var rest = node.element.byteCount
    if node.isContainer {
      for child in node.children { rest -= child.element.byteCount }
    }
    for condition in node.element.elements where condition.isNamed("condition") {
      parts[.condition, default: 0] += condition.byteCount
      rest -= condition.byteCount
    }
    for variable in node.isContainer ? [] : node.variables {
      guard let part = part(variable) else { continue }
      parts[part, default: 0] += variable.element.byteCount
      rest -= variable.element.byteCount
    }
    parts[.texts] = rest
    return parts
  }

  /// What a variable of a step is, by its name, and by what is in it where the name says nothing.
  private static func part(_ variable: Variable) -> Part? {
    let name = variable.name
    switch name {
    case "OSDRunPowerShellScriptSourceScript": return .script
    case "ApplicationName": return .applications
    case "OSDAutoApplyDriverCategoryList": return .drivers
    case "OSDDownloadDownloadPackages": return .packages
    case "OSDSetDynamicVariablesRules": return .rules
    default: break
    }
    if name.hasPrefix("OSDApp"), name.hasSuffix("Name") || name.hasSuffix("Description") {
      return .applications
    }
    if name.hasPrefix("OSDPackage") { return .packages }
    return isFile(variable.value) ? .file : nil
  }

  /// Whether a long value is bytes in base64 and nothing else.
  private static func isFile(_ value: String) -> Bool {
    value.utf8.count > 4096
      && value.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2F, 0x3D, 0x0D, 0x0A, 0x20: true
        default: false
        }
      }
  }
}

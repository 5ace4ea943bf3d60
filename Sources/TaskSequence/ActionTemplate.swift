/// How the command line of a step type is put together from its variables.
///
/// `{Name}` stands for the value of a variable, `{Name:Title}` for a Boolean written `True` or
/// `False`, `{Name:Given}` for nothing, and `[…]` for a part that is left out when the variables inside
/// it have no value.
package struct ActionTemplate: Equatable, Sendable {
  indirect enum Part: Equatable, Sendable {
    case literal(String)
    case value(String, isTitle: Bool)
    /// Writes nothing, and has a part left out when the variable has no value.
    case given(String)
    case optional([Part])
  }

  let parts: [Part]

  private init(parts: [Part]) { self.parts = parts }

  /// Reads a template; text without braces and brackets is itself.
  package init(_ text: String) {
    var rest = text[...]
    parts = Self.parse(&rest, isInside: false)
  }

  private static func parse(_ rest: inout Substring, isInside: Bool) -> [Part] {
    var parts: [Part] = []
    var literal = ""
    func flush() {
      if !literal.isEmpty { parts.append(.literal(literal)) }
      literal = ""
    }
    while let character = rest.popFirst() {
      switch character {
      case "{":
        flush()
        let name = rest.prefix { $0 != "}" }
        rest = rest.dropFirst(name.count + 1)
        let pieces = name.split(separator: ":")
        let variable = String(pieces.first ?? "")
        parts.append(
          pieces.last == "Given"
            ? .given(variable) : .value(variable, isTitle: pieces.count > 1))
      case "[":
        flush()
        parts.append(.optional(parse(&rest, isInside: true)))
      case "]" where isInside:
        flush()
        return parts
      default: literal.append(character)
      }
    }
    flush()
    return parts
  }

  /// The same template with other names for variables.
  package func renaming(_ names: [String: String]) -> ActionTemplate {
    ActionTemplate(parts: Self.renaming(names, parts))
  }

  private static func renaming(_ names: [String: String], _ parts: [Part]) -> [Part] {
    parts.map { part in
      switch part {
      case .literal: part
      case .value(let name, let isTitle): .value(names[name] ?? name, isTitle: isTitle)
      case .given(let name): .given(names[name] ?? name)
      case .optional(let inner): .optional(renaming(names, inner))
      }
    }
  }

  /// Whether a command line begins as all of this template do.
  package func begins(_ action: String) -> Bool {
    guard case .literal(let literal)? = parts.first else { return false }
    let program = literal.prefix { $0 != " " }
    return action.prefix { $0 != " " }.lowercased() == program.lowercased()
  }

  /// The variables that stand in the command line, in order.
  package var variables: [String] { Self.variables(of: parts) }

  private static func variables(of parts: [Part]) -> [String] {
    parts.flatMap { part in
      switch part {
      case .literal: [String]()
      case .value(let name, _), .given(let name): [name]
      case .optional(let inner): variables(of: inner)
      }
    }
  }

  /// The command line for these values; a variable without one counts as empty.
  package func render(_ value: (String) -> String?) -> String { Self.render(parts, value) }

  private static func render(_ parts: [Part], _ value: (String) -> String?) -> String {
    parts.map { part in
      switch part {
      case .literal(let text): return text
      case .given: return ""
      case .value(let name, let isTitle):
        let text = value(name) ?? ""
        return isTitle ? text.prefix(1).uppercased() + text.dropFirst().lowercased() : text
      case .optional(let inner):
        let isPresent = variables(of: inner).contains { !(value($0) ?? "").isEmpty }
        return isPresent ? render(inner, value) : ""
      }
    }.joined()
  }

  /// The values that make the template equal a command line, whatever its case, the shortest first; nil
  /// when none do.
  package func match(_ action: String) -> [String: String]? {
    var values: [String: String] = [:]
    return Self.match(parts[...], action[...], &values) ? values : nil
  }

  private static func match(
    _ parts: ArraySlice<Part>, _ text: Substring, _ values: inout [String: String]
  ) -> Bool {
    guard let part = parts.first else { return text.isEmpty }
    let rest = parts.dropFirst()
    switch part {
    case .literal(let literal):
      let head = text.prefix(literal.count)
      return head.lowercased() == literal.lowercased()
        && match(rest, text.dropFirst(literal.count), &values)
    case .given: return match(rest, text, &values)
    case .optional(let inner):
      let saved = values
      if match(inner[...] + rest, text, &values) { return true }
      values = saved
      return match(rest, text, &values)
    case .value(let name, let isTitle):
      let saved = values
      var end = rest.isEmpty ? text.endIndex : text.startIndex
      while true {
        let value = String(text[..<end])
        values = saved
        values[name] = isTitle ? value.lowercased() : value
        if match(rest, text[end...], &values) { return true }
        guard end < text.endIndex else { break }
        end = text.index(after: end)
      }
      values = saved
      return false
    }
  }
}

/// What edits must know about types of steps.
package protocol StepKnowledge: Sendable {
  /// What comes of the other product's parts of a node; nil when it has none.
  func strangeness(of node: TaskNode, to dialect: Dialect) -> Strangeness?
}

/// What becomes of a node that has parts of the other product.
package enum Strangeness: Sendable {
  /// The step does not run as it should, if at all.
  case notRun
  /// Some of it is read by nobody.
  case notRead
}

extension StepKnowledge {
  /// No step is strange to those who know no types.
  package func strangeness(of node: TaskNode, to dialect: Dialect) -> Strangeness? { nil }
}

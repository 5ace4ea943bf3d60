/// How the command line of a step type is put together from its variables.
///
/// `{Name}` stands for the value of a variable, `{Name:Title}` for a Boolean written `True` or
/// `False`, and `[…]` for a part that is left out when the variables inside it have no value.
package struct ActionTemplate: Equatable, Sendable {
  indirect enum Part: Equatable, Sendable {
    case literal(String)
    case value(String, isTitle: Bool)
    case optional([Part])
  }

  let parts: [Part]

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
        parts.append(.value(String(pieces.first ?? ""), isTitle: pieces.count > 1))
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

  /// The variables that stand in the command line, in order.
  package var variables: [String] { Self.variables(of: parts) }

  private static func variables(of parts: [Part]) -> [String] {
    parts.flatMap { part in
      switch part {
      case .literal: [String]()
      case .value(let name, _): [name]
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
      case .value(let name, let isTitle):
        let text = value(name) ?? ""
        return isTitle ? text.prefix(1).uppercased() + text.dropFirst().lowercased() : text
      case .optional(let inner):
        let isPresent = variables(of: inner).contains { !(value($0) ?? "").isEmpty }
        return isPresent ? render(inner, value) : ""
      }
    }.joined()
  }

  /// The values that make the template equal a command line, the shortest first; nil when none do.
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
      return text.hasPrefix(literal) && match(rest, text.dropFirst(literal.count), &values)
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

/// What edits must know about step types, so that facts a step states twice stay equal.
package protocol StepKnowledge: Sendable {
  /// The command lines a type's steps carry, the usual one first; none for a type nobody knows.
  func actionTemplates(of type: String, in dialect: Dialect) -> [ActionTemplate]

  /// Whether a variable names an object that is the same wherever the sequence says it again: at its
  /// head, and in other steps.
  func isShared(_ variable: String) -> Bool

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

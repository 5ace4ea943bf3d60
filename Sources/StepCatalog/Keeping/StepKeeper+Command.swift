package import TaskSequence

/// The command line and the variables it is made from.
extension StepKeeper {
  // MARK: From the command line

  /// Reads a command line that was written over: what its type makes of variables becomes theirs.
  mutating func readCommand() throws(Refusal) {
    guard let typed = new.action, typed != old.action, let type else { return }
    let isArgument = edited.contains { name in type.arguments.contains(name) }
    rewrites = isMade(typed, from: new)
    if rewrites { return }
    if isArgument {
      // A text that was replaced in both: the variables make the command line.
      new.action = old.action
      return
    }
    let body = unwrap(typed)
    for template in type.templates {
      guard let values = template.match(body) else { continue }
      for (name, value) in values where value != new.values[name] ?? "" {
        new.values[name] = value
        edited.insert(name)
      }
      // MDT runs what stands there, however it is spelled.
      rewrites = !values.isEmpty || dialect == .configurationManager
      return
    }
    guard let action = old.action, isMade(action, from: old), let pattern = type.pattern else {
      return
    }
    let field = type.fields.first { field in
      field.kind == .command && pattern.variables.contains(field.variable)
    }
    if let field, !pattern.begins(body) {
      new.values[field.variable] = body
      edited.insert(field.variable)
      rewrites = true
    } else if dialect == .configurationManager {
      throw Refusal(refusal(of: type))
    } else {
      notes.append("Its type writes it in another way, so the variables of “\(name)” stay.")
    }
  }

  /// Why a command line cannot be what was typed.
  private func refusal(of type: StepType) -> String {
    let labels = type.arguments.compactMap { type.known($0)?.label }
    guard let pattern = type.pattern, !labels.isEmpty else {
      return "a step of this type always runs \(type.pattern?.render { _ in nil } ?? "the same")"
    }
    let form = pattern.render { name in type.known(name).map { "‹\($0.label)›" } }
    return "the command line is made from \(labels.joined(separator: ", ")): \(form)"
  }

  // MARK: To the command line

  /// Has the command line follow the variables.
  mutating func writeCommand() {
    guard let typed = new.action else { return }
    guard let type else {
      new.action = followByWord(typed, Set())
      return
    }
    let body = unwrap(typed)
    guard let pattern = type.pattern, rewrites || !type.arguments.isEmpty else {
      return wrap(body)
    }
    if rewrites {
      let isSame = type.older.contains { $0.render { new.values[$0] } == body }
      return wrap(isSame ? body : pattern.render { new.values[$0] })
    }
    if typed != old.action { return wrap(body) }
    if pattern.render({ old.values[$0] }) == body {
      wrap(pattern.render { new.values[$0] })
    } else if type.older.contains(where: { $0.render { old.values[$0] } == body }) {
      let changed = type.arguments.filter { new.values[$0] != old.values[$0] }
      guard !changed.isEmpty else { return wrap(body) }
      let followed = replaced(body, changed)
      let isSame = type.older.contains { $0.render { new.values[$0] } == followed }
      wrap(isSame ? followed : pattern.render { new.values[$0] })
    } else {
      wrap(followByWord(body, Set(type.arguments)))
    }
  }

  /// Writes the command line of a new step.
  mutating func writeFirstCommand() {
    wrap(type?.pattern?.render { new.values[$0] } ?? "")
  }

  /// For a command line no type makes: puts the new value where the old one stands once, as a whole
  /// word.
  ///
  /// A value inside another word (`1` in `/wait:10`) is something else; then the command line stays,
  /// and the note says so.
  private mutating func followByWord(_ action: String, _ arguments: Set<String>) -> String {
    var text = action
    var (isLost, isFollowed) = (false, false)
    for (name, value) in old.values.sorted(by: { $0.key < $1.key }) {
      guard old.hidden.contains(name) || arguments.contains(name), let set = new.values[name],
        set != value, old.repeated[name] == nil || arguments.contains(name)
      else { continue }
      let ranges = value.isEmpty ? [] : text.ranges(of: value)
      let words = ranges.filter { text.isWord($0) }
      if words.count == 1 {
        text.replaceSubrange(words[0], with: set)
        isFollowed = true
      } else if arguments.contains(name) || words.isEmpty && !ranges.isEmpty {
        isLost = true
      }
    }
    if isLost {
      notes.append("The command line of “\(name)” was written by hand and was left as it is.")
    } else if isFollowed, type == nil {
      notes.append(
        "Nothing is known of the type of “\(name)”: in its command line only whole words follow.")
    }
    return text
  }

  /// A command line with new values in the place of old ones, where each stands once as a whole word.
  private func replaced(_ body: String, _ names: [String]) -> String {
    var text = body
    for name in names {
      guard let value = old.values[name], !value.isEmpty else { continue }
      let words = text.ranges(of: value).filter { text.isWord($0) }
      guard words.count == 1 else { continue }
      text.replaceSubrange(words[0], with: new.values[name] ?? "")
    }
    return text
  }

  // MARK: What it begins with

  /// The command line without these words; where they were typed in, the switch goes on.
  private mutating func unwrap(_ action: String) -> String {
    guard let (name, lead) = type?.wrapper, action.lowercased().hasPrefix(lead.lowercased()) else {
      return action
    }
    if action != old.action, !edited.contains(name), new.values[name]?.lowercased() != "true",
      let field = type?.known(name)
    {
      new.values[name] = field.spelled("true", as: new.values[name])
      edited.insert(name)
    }
    return String(action.dropFirst(lead.count))
  }

  /// Writes the command line with these words or without them, as the switch says; where it says
  /// nothing as it was.
  private mutating func wrap(_ body: String) {
    guard let (name, lead) = type?.wrapper else {
      new.action = body
      return
    }
    let was = old.action?.lowercased().hasPrefix(lead.lowercased()) == true
    let isOn = edited.contains(name) || !was ? new.values[name]?.lowercased() == "true" : was
    new.action = isOn ? lead + body : body
  }

  // MARK: What makes it

  /// Whether the variables of a state make a command line.
  private func isMade(_ action: String, from state: StepState) -> Bool {
    type?.makes(action) { state.values[$0] } ?? false
  }
}

extension StepType {
  /// The variables whose values stand in the command line.
  package var arguments: [String] { pattern?.variables ?? [] }

  /// The field that holds what people type for a command line, where the values of a step make that.
  package func commandField(making action: String, of node: TaskNode) -> StepField? {
    let field = fields.first { $0.kind == .command && arguments.contains($0.variable) }
    return field != nil && makes(action) { node.variable($0) } ? field : nil
  }

  /// The switch that has a command line begin with certain words, and these.
  package var wrapper: (name: String, lead: String)? {
    fields.first { $0.lead != nil }.flatMap { field in field.lead.map { (field.variable, $0) } }
  }

  /// Whether these values make a command line, as it is written or as others wrote it; a plain one is
  /// whatever it is.
  package func makes(_ action: String, _ value: (String) -> String?) -> Bool {
    var body = action
    if let (name, lead) = wrapper {
      let isOn = value(name)?.lowercased() == "true"
      if isOn != action.lowercased().hasPrefix(lead.lowercased()) { return false }
      if isOn { body = String(action.dropFirst(lead.count)) }
    }
    guard let pattern else { return true }
    return pattern.render(value) == body || older.contains { $0.render(value) == body }
  }
}

extension String {
  /// Whether a part of a command line is no part of a longer word: letters, digits, `_`, `-` and `.`
  /// make words.
  fileprivate func isWord(_ range: Range<String.Index>) -> Bool {
    func isPart(_ index: String.Index) -> Bool {
      self[index].isLetter || self[index].isNumber || "_-.".contains(self[index])
    }
    let isOpen =
      range.lowerBound > startIndex && isPart(range.lowerBound)
      && isPart(index(before: range.lowerBound))
    let isClosed =
      range.upperBound < endIndex && isPart(range.upperBound)
      && isPart(index(before: range.upperBound))
    return !isOpen && !isClosed
  }
}

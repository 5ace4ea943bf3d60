import ObjectCatalog
import Operations
import References
import StepCatalog
import TaskSequence
import TemplateCatalog
import Widgets
import XMLTree

/// Making a new sequence: a template is chosen, its questions are asked one by one.
enum NewSequence {
  static func choose(_ state: inout EditorState) -> [Effect] {
    // Beside a sequence of one product one of the same is most often wanted.
    let here = state.file.document.dialect
    let templates = SequenceTemplates.all
    let sorted = templates.filter { $0.dialect == here } + templates.filter { $0.dialect != here }
    let items = sorted.map { template in
      PickerLayer.Item(
        title: template.label, detail: template.about, synonyms: template.name,
        section: template.dialect == .mdt ? "MDT" : "Configuration Manager"
      ) { state in ask(&state, template, template.usualAnswers, from: 0) }
    }
    state.open(PickerLayer(title: "New task sequence", items: items))
    return []
  }

  /// Asks the question of that number, or the next one that applies; makes the sequence after the
  /// last.
  private static func ask(
    _ state: inout EditorState, _ template: SequenceTemplate, _ answers: [String: String],
    from number: Int
  ) -> [Effect] {
    let rest = template.questions.indices.dropFirst(number)
    guard let next = rest.first(where: { template.questions[$0].applies(after: answers) }) else {
      return make(&state, template, answers)
    }
    let question = template.questions[next]
    func answer(_ text: String) -> LayerAction {
      { state in
        var answers = answers
        answers[question.key] = text
        return ask(&state, template, answers, from: next + 1)
      }
    }
    let title = "\(template.label) · \(question.label)"
    switch question.kind {
    case .flag: chooseAnswer(&state, title, ["yes", "no"], question.usual, answer)
    case .choice(let choices): chooseAnswer(&state, title, choices, question.usual, answer)
    case .object(let kind) where state.file.references.catalog.knows(kind),
      .objects(let kind) where state.file.references.catalog.knows(kind):
      ObjectPicking.pick(
        &state, kind, title, isSeveral: question.kind == .objects(kind),
        orNone: question.isRequired ? nil : answer("")
      ) { state, objects in answer(objects.map(\.id).joined(separator: ";"))(&state) }
    case .text, .secret, .object, .objects:
      let several =
        if case .objects = question.kind { " – several with ; between" } else { "" }
      Ask.line(
        &state, question.label + several, question.usual, isSecret: question.kind == .secret,
        fault: { question.fault(in: $0) }
      ) { state, text in
        guard let fault = question.fault(in: text) else { return answer(text)(&state) }
        let effects = ask(&state, template, answers, from: next)
        state.say("\(fault.asSentence) Esc leaves.", .warning)
        return effects
      }
    }
    return []
  }

  private static func chooseAnswer(
    _ state: inout EditorState, _ title: String, _ choices: [String], _ usual: String,
    _ answer: (String) -> LayerAction
  ) {
    let items = choices.map { PickerLayer.Item(title: $0, action: answer($0)) }
    let selected = choices.firstIndex(of: usual) ?? 0
    state.open(PickerLayer(title: title, items: items, selected: selected))
  }

  /// Opens the new sequence; it has no file yet.
  private static func make(
    _ state: inout EditorState, _ template: SequenceTemplate, _ answers: [String: String]
  ) -> [Effect] {
    do throws(Refusal) {
      let catalog = state.file.references.catalog
      let names = ReferenceKind.allCases.flatMap { catalog.all($0) }.map { ($0.id, $0.name) }
      let made = try template.sequence(
        for: answers,
        naming: Dictionary(names.filter { !$1.isEmpty }, uniquingKeysWith: { first, _ in first }))
      let document = try made.applying(ListReferences()).document
      state.add(
        document, path: nil, title: "\(template.label).xml", isShown: true,
        catalog: state.file.around)
      state.file.history.markUnsaved()
      state.file.origin = state.file.name
      state.pane = .tree
      state.say("Made “\(template.label)”. \(state.keyLabel(.fileSave)) saves it under a name.")
    } catch {
      state.say(error.reason.asSentence, .warning)
    }
    return []
  }
}

package import TaskSequence

/// What a new task sequence of one sort is made of, and what has to be asked for it.
package struct SequenceTemplate: Sendable {
  /// One thing a person is asked.
  package struct Question: Equatable, Sendable {
    /// What kind of answer is wanted.
    package enum Kind: Equatable, Sendable {
      case text
      case secret
      case flag
      /// The id of an object.
      case object(ReferenceKind)
      /// The ids of several objects, with semicolons between them.
      case objects(ReferenceKind)
      case choice([String])
    }

    package let key: String
    package let label: String
    package let kind: Kind
    package let usual: String
    package let isRequired: Bool
    /// Whether it is asked depends on an answer before.
    let test: AnswerTest?

    /// Whether it has to be asked after these answers.
    package func applies(after answers: [String: String]) -> Bool { test?.holds(answers) ?? true }

    /// The answer it depends on, as KEY or KEY=VALUE; nil when it is always asked.
    package var condition: String? { test?.words }

    /// What is wrong with an answer, a clause without a full stop; nil when nothing is.
    package func fault(in answer: String) -> String? {
      if answer.isEmpty { return isRequired ? "an answer is needed" : nil }
      switch kind {
      case .flag where !["yes", "no", "true", "false"].contains(answer.lowercased()):
        return "the answer is yes or no"
      case .choice(let choices) where !choices.contains(answer):
        return "the answer is \(choices.joined(separator: " or "))"
      default: return nil
      }
    }
  }

  /// The name scripts use.
  package let name: String
  package internal(set) var label = ""
  package internal(set) var about = ""
  package internal(set) var dialect = Dialect.configurationManager
  package internal(set) var questions: [Question] = []
  /// Answers that are not asked for.
  var answers: [String: String] = [:]
  /// The variables of the whole sequence.
  var variables: [(name: String, value: String)] = []
  var nodes: [TemplateNode] = []

  init(name: String) { self.name = name }

  /// The answers to begin with: what is usual, and what is not asked.
  package var usualAnswers: [String: String] {
    var all = answers
    for question in questions { all[question.key] = question.usual }
    return all
  }

  /// What is wrong with the answers, a clause for each question, in order.
  package func faults(in answers: [String: String]) -> [(question: Question, fault: String)] {
    questions.compactMap { question in
      guard question.applies(after: answers) else { return nil }
      return question.fault(in: answers[question.key] ?? "").map { (question, $0) }
    }
  }
}

/// A group or a step of a template.
struct TemplateNode: Sendable {
  /// Nil for a group.
  var type: String?
  var name: String
  var about = ""
  /// Tests of variables, all of which or any of which must hold.
  var tests: [(variable: String, operator: String, value: String)] = []
  var isAny = false
  var continuesOnError = false
  var isDisabled = false
  var action: String?
  var successCodes: String?
  var runIn: String?
  /// The answer that holds a row of the type's table for each of several things.
  var rows: String?
  var values: [(name: String, value: String)] = []
  var test: AnswerTest?
  var children: [TemplateNode] = []
}

/// Whether something is there after some answers.
struct AnswerTest: Equatable, Sendable {
  let key: String
  /// The answer it must be; nil for any but none and no.
  let value: String?
  let isNegated: Bool

  /// Reads `KEY` or `KEY=VALUE`.
  init(_ text: Substring, isNegated: Bool = false) {
    let parts = text.split(separator: "=", maxSplits: 1)
    key = String(parts.first ?? "")
    value = parts.count > 1 ? String(parts[1]) : nil
    self.isNegated = isNegated
  }

  var words: String { value.map { "\(key)=\($0)" } ?? key }

  func holds(_ answers: [String: String]) -> Bool {
    let answer = answers[key] ?? ""
    let isSo = value.map { $0 == answer } ?? !["", "no", "false"].contains(answer.lowercased())
    return isSo != isNegated
  }
}

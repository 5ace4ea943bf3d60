import Basics
import StepCatalog
import TaskSequence

/// Reads templates from lines of text; the file of templates explains them at its top.
struct TemplateReader {
  private(set) var templates: [SequenceTemplate] = []
  /// Lines that make no sense, for a test.
  private(set) var faults: [Substring] = []
  /// The nodes that are still open, each with how far it is indented.
  private var open: [(indent: Int, node: TemplateNode)] = []

  init(_ text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") { read(line) }
    close(upTo: 0)
  }

  private mutating func read(_ line: Substring) {
    let indent = line.prefix { $0 == " " }.count
    let text = line.dropFirst(indent)
    let (word, rest) = Self.cut(text, " ")
    if word == "template" {
      close(upTo: 0)
      templates.append(SequenceTemplate(name: String(rest)))
    } else if word == "+" || word == "-" {
      close(upTo: indent)
      open.append((indent, Self.node(rest, isGroup: word == "+")))
    } else if indent > 0, let last = open.indices.last {
      if !Self.read(text, into: &open[last].node) { faults.append(line) }
    } else if templates.isEmpty || !readHead(word, rest) {
      faults.append(line)
    }
  }

  private static func node(_ rest: Substring, isGroup: Bool) -> TemplateNode {
    guard !isGroup else { return TemplateNode(type: nil, name: String(rest)) }
    let (type, name) = cut(rest, " | ")
    let isShort = type != "-" && !type.contains("_")
    return TemplateNode(
      type: isShort ? "SMS_TaskSequence_\(type)Action" : String(type), name: String(name))
  }

  /// Puts the nodes indented that far or further into those around them.
  private mutating func close(upTo indent: Int) {
    while let last = open.last, last.indent >= indent {
      open.removeLast()
      if let parent = open.indices.last {
        open[parent].node.children.append(last.node)
      } else if let template = templates.indices.last {
        templates[template].nodes.append(last.node)
      }
    }
  }

  private mutating func readHead(_ word: Substring, _ rest: Substring) -> Bool {
    let here = templates.count - 1
    switch word {
    case "label": templates[here].label = String(rest)
    case "about": templates[here].about = String(rest)
    case "dialect":
      guard let dialect = Dialect(word: rest) else { return false }
      templates[here].dialect = dialect
    case "base":
      guard let base = templates.first(where: { $0.name == rest }) else { return false }
      let label = templates[here].label
      templates[here] = SequenceTemplate(name: templates[here].name)
      templates[here].label = label
      templates[here].dialect = base.dialect
      templates[here].questions = base.questions
      templates[here].answers = base.answers
      templates[here].variables = base.variables
      templates[here].nodes = base.nodes
    case "ask": return readQuestion(rest)
    case "answer", "variable":
      let (name, value) = Self.cut(rest, " =")
      let text = String(value.drop { $0 == " " })
      if word == "answer" {
        templates[here].answers[String(name)] = text
      } else {
        templates[here].variables.append((String(name), text))
      }
    default: return false
    }
    return true
  }

  /// Reads a question; one of a base template with the same key is asked so instead.
  private mutating func readQuestion(_ text: Substring) -> Bool {
    let cells = text.split(separator: "|", omittingEmptySubsequences: false).map {
      $0.trimming { $0 == " " }
    }
    guard cells.count >= 4 else { return false }
    let isRequired = cells[2].hasSuffix("!")
    let word = isRequired ? cells[2].dropLast() : cells[2]
    let kind: SequenceTemplate.Question.Kind =
      switch word {
      case "text": .text
      case "secret": .secret
      case "flag": .flag
      default:
        switch FieldKind(word) {
        case .reference(let kind): .object(kind)
        case .references(let kind): .objects(kind)
        default: .choice(word.split(separator: "/").map(String.init))
        }
      }
    let test = cells.count > 4 ? AnswerTest(cells[4].dropFirst("when ".count)) : nil
    let question = SequenceTemplate.Question(
      key: String(cells[0]), label: String(cells[1]), kind: kind, usual: String(cells[3]),
      isRequired: isRequired, test: test)
    let here = templates.count - 1
    if let same = templates[here].questions.firstIndex(where: { $0.key == question.key }) {
      templates[here].questions[same] = question
    } else {
      templates[here].questions.append(question)
    }
    return true
  }

  /// Reads a line about a node; answers false for one that makes no sense.
  private static func read(_ text: Substring, into node: inout TemplateNode) -> Bool {
    let (word, rest) = cut(text, " ")
    switch word {
    case "about": node.about = String(rest)
    case "if", "any":
      let parts = rest.split(separator: " ", maxSplits: 2).map(String.init)
      guard parts.count >= 2 else { return false }
      node.tests.append((parts[0], parts[1], parts.count > 2 ? parts[2] : ""))
      node.isAny = word == "any"
    case "when": node.test = AnswerTest(rest)
    case "unless": node.test = AnswerTest(rest, isNegated: true)
    case "continue": node.continuesOnError = true
    case "disabled": node.isDisabled = true
    case "action": node.action = String(rest)
    case "codes": node.successCodes = String(rest)
    case "run-in": node.runIn = String(rest)
    case "rows": node.rows = String(rest)
    default:
      guard rest.hasPrefix("= ") else { return false }
      node.values.append((String(word), String(rest.dropFirst(2))))
    }
    return true
  }

  private static func cut(_ text: Substring, _ separator: String) -> (Substring, Substring) {
    guard let range = text.firstRange(of: separator) else { return (text, "") }
    return (text[..<range.lowerBound], text[range.upperBound...])
  }
}

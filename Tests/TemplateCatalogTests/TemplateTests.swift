import Containers
import Foundation
import StepCatalog
import TaskSequence
import Testing

@testable import TemplateCatalog

@Suite struct TemplateTests {
  static let templates = SequenceTemplates.all.map(\.name)

  private func template(_ name: String) throws -> SequenceTemplate {
    try #require(SequenceTemplates.named(name))
  }

  /// Answers that ask for everything, each of its own.
  private func answers(for template: SequenceTemplate) -> [String: String] {
    var answers = template.usualAnswers
    for question in template.questions {
      switch question.kind {
      case .flag: answers[question.key] = "yes"
      case .objects: answers[question.key] = "first-\(question.key); second-\(question.key)"
      case .choice: break
      case .text, .secret, .object: answers[question.key] = "answer-\(question.key)"
      }
    }
    return answers
  }

  @Test func readsEveryLine() {
    #expect(TemplateReader(SequenceTemplates.text).faults == [])
    #expect(
      Self.templates == [
        "cm-install", "cm-capture", "cm-upgrade", "cm-custom", "cm-non-os", "mdt-client",
        "mdt-server", "mdt-capture", "mdt-post-os", "mdt-custom",
      ])
    #expect(TemplateReader("template a\nnonsense\n- b | c\n  d").faults == ["nonsense", "  d"])
  }

  @Test(arguments: templates) func makesASequenceAsTheProductWritesIt(_ name: String) throws {
    let template = try template(name)
    let document = try template.sequence(for: answers(for: template))
    let bytes = document.serialized()
    #expect(document.dialect == template.dialect || document.sequence.children.isEmpty)
    #expect(try SequenceDocument(loading: bytes).serialized() == bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    if template.dialect == .mdt {
      #expect(text.hasPrefix("<?xml version=\"1.0\"?>\r\n<sequence version=\"3.00\" name="))
      #expect(text.utf8.count { $0 == 0x0A } == text.utf8.count { $0 == 0x0D })
      #expect(text.hasSuffix("\r\n</sequence>"))
    } else {
      #expect(text.hasPrefix("<sequence version=\"3.10\">"))
      let isOneLine = !text.contains { $0.isNewline }
      #expect(isOneLine)
    }
  }

  /// Nothing in it is of the other product.
  @Test(arguments: templates) func isAtHome(_ name: String) throws {
    let template = try template(name)
    let document = try template.sequence(for: answers(for: template))
    document.sequence.walk { node, _ in
      #expect(Stranger.all(on: node, in: template.dialect).isEmpty, "\(node.name)")
      return true
    }
  }

  /// Each answer is in the sequence, with the alternatives of a choice taken in turn.
  @Test(arguments: templates) func usesEveryAnswer(_ name: String) throws {
    let template = try template(name)
    let choices = template.questions.compactMap { question -> (String, [String])? in
      if case .choice(let choices) = question.kind { (question.key, choices) } else { nil }
    }
    var text = ""
    for (key, choice) in choices.flatMap({ key, all in all.map { (key, $0) } }) + [("", "")] {
      var given = answers(for: template)
      given[key] = choice
      text += String(decoding: try template.sequence(for: given).serialized(), as: UTF8.self)
    }
    for question in template.questions {
      switch question.kind {
      case .text, .secret, .object:
        let isUsed = text.contains("answer-\(question.key)")
        #expect(isUsed, "\(question.key)")
      case .objects:
        let isUsed = text.contains("second-\(question.key)")
        #expect(isUsed, "\(question.key)")
      case .flag, .choice: break
      }
    }
    let isFilled = !text.contains("{")
    #expect(isFilled)
  }

  /// Steps are of types the catalogue knows, with variables it knows and values it finds no fault in.
  @Test(arguments: templates) func makesStepsTheCatalogueKnows(_ name: String) throws {
    let template = try template(name)
    let document = try template.sequence(for: answers(for: template))
    document.sequence.walk { node, _ in
      guard node.kind == .step else { return true }
      let type = StepTypes.shared.type(of: node, in: document.dialect)
      #expect(type != nil, "\(node.type ?? "-")")
      for variable in node.variables {
        let field = type?.field(of: variable.name)
        #expect(field != nil, "\(node.name): \(variable.name)")
        guard !variable.value.contains("answer-"), let field,
          type?.idleness(of: field, given: node.variable) == nil
        else { continue }
        #expect(field.fault(in: variable.value) == nil, "\(node.name): \(variable.name)")
      }
      if document.dialect == .configurationManager, node.variables.contains(where: \.isHidden) {
        let actions = type?.templates.map { $0.render(node.variable) } ?? []
        #expect(actions.contains(node.action ?? ""), "\(node.name): \(node.action ?? "")")
      }
      return true
    }
  }

  @Test func leavesOutWhatIsNotWanted() throws {
    let template = try template("cm-install")
    func names(_ changes: [String: String]) throws -> [String] {
      var given = answers(for: template)
      given.merge(changes) { $1 }
      var names: [String] = []
      try template.sequence(for: given).sequence.walk { node, _ in
        names.append(node.name)
        return true
      }
      return names
    }
    #expect(try names([:]).contains("Enable BitLocker"))
    let without = try names([
      "BitLocker": "no", "Partition": "no", "CaptureState": "no", "Applications": "",
    ])
    #expect(!without.contains { $0.contains("BitLocker") || $0.contains("Partition") })
    #expect(!without.contains("Install Applications"))
    #expect(!without.contains("Restore User Files and Settings"))
  }

  @Test func saysWhatIsMissing() throws {
    let template = try template("cm-install")
    var given = template.usualAnswers
    #expect(
      template.faults(in: given).map(\.question.key)
        == ["Image", "ClientPackage", "Domain", "JoinAccount", "Organization"])
    given["Join"] = "workgroup"
    given["Partition"] = "maybe"
    #expect(
      template.faults(in: given).contains {
        $0.question.key == "Partition" && $0.fault == "the answer is yes or no"
      })
    #expect(!template.faults(in: given).contains { $0.question.key == "Domain" })
  }

  @Test func refusesWhatXMLCannotHold() throws {
    let template = try template("mdt-custom")
    #expect(throws: Refusal.self) { try template.sequence(for: ["Name": "a\u{1}b"]) }
  }

  @Test(arguments: templates) func isCleanForOthers(_ name: String) throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/xmllint") else { return }
    let template = try template(name)
    let path = FileManager.default.temporaryDirectory.appending(path: "tsedit-\(UUID()).xml")
    defer { try? FileManager.default.removeItem(at: path) }
    try Data(try template.sequence(for: answers(for: template)).serialized()).write(to: path)
    let lint = Process()
    lint.executableURL = URL(filePath: "/usr/bin/xmllint")
    lint.arguments = ["--noout", path.path]
    try lint.run()
    lint.waitUntilExit()
    #expect(lint.terminationStatus == 0)
  }
}

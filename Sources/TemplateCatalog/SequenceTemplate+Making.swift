import Containers
import StepCatalog
@_spi(Edits) package import TaskSequence
import XMLTree

extension SequenceTemplate {
  /// A new sequence for these answers, written as the product writes its own: MDT's with a
  /// declaration, CRLF, two blanks for each level and no final newline, Configuration Manager's on
  /// one line.
  ///
  /// - Parameter names: What objects are called, by their ids, for lists that say so.
  /// - Throws: when an answer cannot stand in XML.
  package func sequence(
    for answers: [String: String], naming names: [String: String] = [:]
  ) throws(Refusal) -> SequenceDocument {
    for answer in answers.values { try SequenceDocument.check(answer) }
    let known = usualAnswers.merging(answers) { $1 }
    let empty = try Self.load(skeleton(known))
    var writer = NodeWriter(document: empty, answers: known, names: names)
    for node in nodes { try writer.write(node) }
    var document = empty
    if !writer.xml.isEmpty {
      document = try empty.inserting(
        xml: Array(writer.xml.utf8), at: .end(of: empty.sequenceID), knowing: StepTypes.shared
      ).document
    }
    // The group that showed how lines are written has done its work.
    if let model = empty.sequence.children.first {
      document = try document.removing([model.id]).document
    }
    document = try writer.flagging(document)
    if dialect == .configurationManager {
      document = document.settingGlobals(GlobalValues(of: document).variables)
    }
    // Read anew, so that no trace of the making stays.
    return try Self.load(document.serialized())
  }

  private static func load(_ bytes: [UInt8]) throws(Refusal) -> SequenceDocument {
    do { return try SequenceDocument(loading: bytes) } catch {
      throw Refusal("the template does not make a sequence: \(error.sentence)")
    }
  }

  /// The sequence without its nodes; MDT's with an empty group that shows how lines are written.
  private func skeleton(_ answers: [String: String]) -> [UInt8] {
    guard dialect == .mdt else { return Array("<sequence version=\"3.10\"></sequence>".utf8) }
    var xml = XMLText()
    xml.open(
      "sequence",
      [("version", "3.00"), ("name", answers["Name"] ?? label), ("description", about)])
    var lines = ["<?xml version=\"1.0\"?>", xml.string]
    if !variables.isEmpty {
      lines.append("  <globalVarList>")
      for (name, value) in variables {
        var line = XMLText()
        line.open("variable", [("name", name), ("property", name)])
        line.text(filled(value, with: answers), newline: [0x0D, 0x0A])
        lines.append("    \(line.string)</variable>")
      }
      lines.append("  </globalVarList>")
    }
    lines += [
      "  <group name=\"\" disable=\"false\" continueOnError=\"false\" expand=\"true\">",
      "    <action />", "  </group>",
    ]
    return Array((lines + ["</sequence>"]).joined(separator: "\r\n").utf8)
  }
}

/// A text with `{KEY}` as the answers have it.
func filled(_ text: String, with answers: [String: String]) -> String {
  var result = text
  for (key, answer) in answers { result = result.replacing("{\(key)}", with: answer) }
  return result
}

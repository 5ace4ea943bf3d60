import Appearance
import Checks
import Containers
import Editor
import Foundation
import ObjectCatalog
import Screen
import SequenceSpecimens
import TaskSequence
import TestSupport
import Testing

/// `check` and the editor agree on which findings there are.
@Suite struct AgreementTests {
  private struct Line: Decodable, Hashable {
    let rule: String
    let severity: String
    let path: String
    let message: String
  }

  @Test(arguments: Seeded.seeds(4))
  func theyFindTheSame(seed: UInt64) async throws {
    var seeded = Seeded(seed)
    let scratch = Scratch()
    let document = try RandomSequence.document(&seeded)
    let path = try scratch.file("ts.xml", String(decoding: document.serialized(), as: UTF8.self))
    var state = EditorState(
      document, path: path, title: "ts.xml", size: Size(width: 80, height: 24),
      setup: Setup(keymap: .standard))
    _ = state.handle(.started)
    let found = state.files[0].check.findings(of: document)
    let sites = FindingSite.sites(of: found, in: document)
    let expected = zip(found, sites).map { finding, site in
      Line(
        rule: finding.rule, severity: finding.severity.rawValue,
        path: site.path.map { "\($0)" } ?? "", message: finding.message)
    }
    let result = try await Program.run(["check", path, "--format", "json"])
    let lines = try JSONDecoder().decode([Line].self, from: Data(result.output.utf8))
    #expect(lines.map(\.rule) == expected.map(\.rule))
    #expect(lines.map(\.path) == expected.map(\.path))
    for (line, other) in zip(lines, expected) { #expect(line.message.hasPrefix(other.message)) }
    #expect(result.code == (expected.isEmpty ? 0 : 1))
  }

  /// Every place is that of a tag in the file, whatever is around the sequence.
  @Test(arguments: Seeded.seeds(20))
  func placesAreOfTheFile(seed: UInt64) throws {
    var seeded = Seeded(seed)
    let text = String(decoding: try RandomSequence.document(&seeded).serialized(), as: UTF8.self)
      .replacing("<step", with: seeded.pick(["<step", "\n<step", "\r\n  <step"]))
    for (before, after) in [
      ("", ""),
      ("<SmsTaskSequencePackage>\n<SequenceData>", "</SequenceData></SmsTaskSequencePackage>"),
      (
        "<INSTANCE CLASSNAME=\"SMS_TaskSequencePackage\">\n <PROPERTY NAME=\"Sequence\"><VALUE>"
          + "<![CDATA[", "]]></VALUE></PROPERTY></INSTANCE>"
      ),
    ] {
      let file = before + text + after
      let document = try SequenceDocument(loading: Array(file.utf8))
      var check = SequenceCheck(catalog: Catalog(), isStrict: true, rules: .marked)
      check.look(at: document)
      let lines = file.replacing("\r\n", with: "\n").split(
        separator: "\n", omittingEmptySubsequences: false)
      for site in FindingSite.sites(of: check.findings(of: document), in: document) {
        let (line, column) = try #require(site.position)
        #expect(lines[line - 1].dropFirst(column - 1).first == "<", "\(line):\(column)")
      }
    }
  }
}

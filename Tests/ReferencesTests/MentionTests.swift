import Containers
import ObjectCatalog
import Operations
import TaskSequence
import TestSupport
import Testing
import XMLTree

@testable import References

/// Ids of objects in texts that no site reads for them.
@Suite struct MentionTests {
  private static func document(_ inside: String) throws -> SequenceDocument {
    let text = "<sequence version=\"3.10\">\(inside)</sequence>"
    return try SequenceDocument(loading: Array(text.utf8))
  }

  private static func step(
    _ type: String, _ action: String, _ variables: [(String, String)]
  ) -> String {
    let list = variables.map {
      "<variable name=\"\($0)\" property=\"\($0)\" hidden=\"true\">\($1)</variable>"
    }
    return "<step type=\"\(type)\" name=\"S\"><action>\(action)</action><defaultVarList>"
      + "\(list.joined())</defaultVarList></step>"
  }

  private static let run = "SMS_TaskSequence_RunCommandLineAction"
  private static let set = "SMS_TaskSequence_SetVariableAction"

  private static func mentions(_ document: SequenceDocument) -> [Reference] {
    var check = ReferenceCheck(catalog: Catalog())
    check.look(at: document)
    return Mentions(in: document, of: check).all
  }

  /// Wherever an id is put beside references, it is told, can be replaced, and is not told afterwards; what
  /// is a reference is none.
  @Test(arguments: Seeded.seeds(40))
  func eachIsFoundAndReplaced(seed: UInt64) throws {
    var seeded = Seeded(seed)
    let id = seeded.pick([
      "ABC00012", "P0100A3F",
      "ScopeId_5F1F3B1C-1E6A-4B0C-9D5E-9E0B6E6B6E6B/Application_0d4f2b6e-6a0b-4f1e-9d5e-9e0b6e6b6e6b",
    ])
    let around = seeded.pick(["\(id)", "C:\\Packages\\\(id)\\x", "-Id \(id) -y", "\(id),XYZ"])
    let command = "cmd.exe /c dir \(around)"
    let expression =
      "<condition><expression type=\"SMS_TaskSequence_VariableConditionExpression\">"
      + "<variable name=\"Operator\">equals</variable><variable name=\"Value\">\(around)</variable>"
      + "<variable name=\"Variable\">V</variable></expression></condition>"
    let places = [
      Self.step(Self.run, "smsswd.exe /run: \(command)", [("CommandLine", command)]),
      Self.step(
        Self.set, "tsenv.exe \"L=\(around)\"", [("VariableName", "L"), ("VariableValue", around)]),
      "<group name=\"G\">\(expression)</group>",
      Self.step("Vendor_OwnAction", "own.exe", [("OwnPackage", around)]),
      "<group name=\"W\"><w><step name=\"H\"><action>own.exe \(around)</action></step></w></group>",
    ]
    let chosen = places.filter { _ in seeded.chance(60) }
    let real = Self.step(
      Self.run, "smsswd.exe /run:ABC00099 x",
      [
        ("CommandLine", "x"), ("PackageID", "ABC00099"),
      ])
    let document = try Self.document(chosen.joined() + real)
    let found = Self.mentions(document)
    #expect(found.map(\.id) == chosen.map { _ in id }, "\(found.map(\.place))")
    #expect(found.allSatisfy { $0.status == .mention && !$0.stopsSaving(isStrict: true) })
    let object = CatalogObject(kind: .content, id: "NEW00001", name: "")
    let swaps = found.map { ($0, object) }
    guard !swaps.isEmpty else { return }
    let edit = try document.applying(UseObjects(swaps, in: document))
    let text = String(decoding: edit.document.serialized(), as: UTF8.self)
    #expect(!text.contains(id) && edit.notes.isEmpty, "\(edit.notes)")
    #expect(Self.mentions(edit.document).count == found.count)
    // The line says the same.
    let line = UseObjects(swaps, in: document).text
    let read = try #require(try? OperationVerbs.read(line), "\(line)")
    #expect(try document.applying(read).document.serialized() == edit.document.serialized())
    // Left alone, they are told.
    let kept = try document.applying(UseObjects([swaps[0]], in: document))
    #expect(kept.notes.isEmpty == (swaps.count == 1))
  }

  /// Words that look a little like an id are none.
  @Test(arguments: [
    "DEADBEEF", "KB976932", "20230101", "80070005", "abc00012x", "ABCDEFAB", "_ABC00012X",
    "{2E5B8D0B-0C9C-4A7A-A4AB-1D3B2B9B5C9C}",
  ])
  func whatIsNone(_ word: String) throws {
    let step = Self.step(
      Self.set, "x", [("VariableName", "L"), ("VariableValue", "say \(word) loudly")])
    #expect(Self.mentions(try Self.document(step)).isEmpty)
  }

  /// Ids that go to one another's places go there at the same time.
  @Test func idsChangePlaces() throws {
    let step = Self.step(
      Self.set, "x", [("VariableName", "L"), ("VariableValue", "ABC00001,ABC00002")])
    let document = try Self.document(step)
    let found = Self.mentions(document)
    let swaps = zip(found, ["ABC00002", "ABC00001"]).map {
      ($0, CatalogObject(kind: .content, id: $1, name: ""))
    }
    let edit = try document.applying(UseObjects(swaps, in: document))
    let text = String(decoding: edit.document.serialized(), as: UTF8.self)
    #expect(text.contains(">ABC00002,ABC00001<"))
    #expect(!edit.notes.contains { $0.contains("still") })
  }

  @Test func nothingIsSaidToNameOnlyWhatNothingNames() throws {
    let step = Self.step(Self.set, "x", [("VariableName", "L"), ("VariableValue", "ABC00001")])
    let document = try Self.document(step)
    func refusal(_ id: String) -> String? {
      do throws(Refusal) {
        let swap = UseObjects.Swap(.package, "NEW00001", insteadOf: id)
        _ = try document.applying(UseObjects([swap]))
        return nil
      } catch { return error.reason }
    }
    #expect(refusal("ABC00002") == "nothing names ABC00002")
    #expect(refusal("ABC00001")?.contains("still named in the VariableValue of “S”") == true)
  }

  @Test(.enabled(if: SituationFiles.areThere, Comment(rawValue: SituationFiles.skipped)))
  func theCaseFromTheField() throws {
    let bytes = try #require(SituationFiles.bytes(of: "83-id-in-text.xml"))
    let document = try SequenceDocument(loading: bytes)
    let found = Self.mentions(document).map { reference in
      "\(document.node(reference.node)?.name ?? ""): \(reference.place.words) \(reference.id)"
    }
    #expect(
      found == [
        "Log: CommandLine FLD00012", "Fav: VariableValue FLD00012",
        "List: VariableValue FLD00012", "List: VariableValue FLD00013",
        "Look: OSDRunPowerShellScriptParameters FLD00012",
        "Look: OSDRunPowerShellScriptSourceScript FLD00012", "Real: condition FLD00012",
      ])
    let swap = UseObjects.Swap(.package, "NEW00001", insteadOf: "FLD00012")
    let edit = try document.applying(UseObjects([swap]))
    let words = "FLD00012 is still named in the CommandLine of “Log”"
    #expect(edit.notes.contains { $0.hasPrefix(words) })
  }
}

import Containers
import ObjectCatalog
import References
import StepCatalog
import TaskSequence

@testable import Operations

/// A sequence of Configuration Manager, or of MDT, and what edits make of it.
struct Bench {
  private(set) var document: SequenceDocument
  private(set) var notes: [String] = []
  private(set) var remarks: [String] = []
  private var check: ReferenceCheck
  let opened: SequenceDocument

  init(_ inside: String, isMDT: Bool = false, knowing catalog: Catalog = Catalog()) throws {
    let start = isMDT ? "version=\"3.00\" name=\"n\"" : "version=\"3.10\""
    document = try SequenceDocument(
      loading: Array("<sequence \(start)>\(inside)</sequence>".utf8))
    opened = document
    check = ReferenceCheck(catalog: catalog)
  }

  /// A step of a type with some variables: name, property, value; `*` before a name hides it.
  static func step(
    _ type: String, _ action: String, _ variables: [(String, String, String)],
    attributes: String = "successCodeList=\"0\" retryCount=\"0\" runFromNet=\"false\""
  ) -> String {
    let list = variables.map { name, property, value in
      let isHidden = name.hasPrefix("*")
      return "<variable name=\"\(name.drop { $0 == "*" })\" property=\"\(property)\""
        + "\(isHidden ? " hidden=\"true\"" : "")>\(value)</variable>"
    }.joined()
    let type = type.isEmpty ? "" : "type=\"\(type)\" "
    return "<step \(type)name=\"S\" \(attributes)><action>\(action)</action>"
      + "<defaultVarList>\(list)</defaultVarList></step>"
  }

  /// Does what a line says.
  mutating func run(_ line: String) throws {
    let operation = try OperationVerbs.read(line)
    let edit = try document.applying(keeping: &check, saved: opened) { chain throws(Refusal) in
      try chain.apply(operation)
    }
    (document, notes, remarks) = (edit.document, edit.notes, edit.remarks)
  }

  /// Why a line cannot be done.
  func refusal(_ line: String) throws -> String? {
    var copy = self
    do { try copy.run(line) } catch let refusal as Refusal { return refusal.reason }
    return nil
  }

  var text: String { String(decoding: document.serialized(), as: UTF8.self) }

  var isAsOpened: Bool { document.serialized() == opened.serialized() }

  /// A step by its place, from 0.
  func node(_ place: Int = 0) -> TaskNode { document.sequence.children[place] }

  var action: String? { node().action }

  /// The variables of the first step, each `NAME=VALUE`, hidden ones with a star before it.
  var variables: [String] {
    node().variables.map { "\($0.isHidden ? "*" : "")\($0.name)=\($0.value)" }
  }

  /// The sequence's own variables.
  var globals: [String] { document.sequence.variables.map { "\($0.name)=\($0.value)" } }

  func value(_ name: String) -> String? { node().variable(name) }
}

/// The type of a step by its short name.
func cm(_ name: String) -> String { "SMS_TaskSequence_\(name)Action" }

import Checks
import Editor
import FoundationEssentials
import ObjectCatalog
import TaskSequence
import XMLTree

/// A reference as a line of a report.
struct ReferenceLine: Encodable {
  let file: String
  let line: Int
  let column: Int
  let step: String
  let kind: String
  let id: String
  let status: String
  let active: Bool
  let reason: String
  let guess: String?
  /// Whether it stops a save.
  let isBlocking: Bool

  private enum CodingKeys: String, CodingKey {
    case file, line, column, step, kind, id, status, active, reason, guess
  }

  /// The references of a file, in its order.
  static func lines(
    of entry: SequenceFiles.Entry, isStrict: Bool, _ surroundings: inout [String: Surroundings]
  ) -> [ReferenceLine] {
    let folder = String(
      entry.path.prefix(upTo: entry.path.lastIndex(of: "/") ?? entry.path.startIndex))
    let around = surroundings[folder] ?? Surroundings(of: entry.path)
    if surroundings.updateValue(around, forKey: folder) == nil {
      for fault in around.faults { Failure.say("tsedit: \(fault).") }
    }
    var catalog = SequenceKnowledge.read(entry.document)
    catalog.formUnion(around.catalog)
    var check = ReferenceCheck(catalog: catalog, isStrict: isStrict)
    check.look(at: entry.document)
    return check.references.map { ReferenceLine($0, entry, check) }
  }

  private init(_ reference: Reference, _ entry: SequenceFiles.Entry, _ check: ReferenceCheck) {
    isBlocking = reference.stopsSaving(isStrict: check.isStrict)
    file = Printable.line(entry.path)
    let place = isBlocking ? entry.document.tree.position(of: reference.node) : nil
    (line, column) = place ?? (0, 0)
    let node = entry.document.node(reference.node)
    step =
      node?.kind == .sequence
      ? "the sequence"
      : node.flatMap { entry.document.path(of: $0.id) }.map { Printable.line("\($0)") } ?? ""
    kind = reference.kind.label
    id = Printable.line(reference.id)
    status = reference.status.rawValue
    active = reference.isActive
    reason = Printable.line(reference.reason)
    guess = reference.status == .unresolved ? check.guesses(for: reference).first?.words : nil
  }

  /// The line for people.
  var text: String {
    let place = line > 0 ? ":\(line):\(column)" : ""
    let state = active ? status : "\(status), disabled"
    let closest = guess.map { "; closest: \($0)" } ?? ""
    return
      "\(file)\(place): \(step): \(kind) \(id.isEmpty ? "(none)" : id): \(state): \(reason)\(closest)"
  }

  /// The line of a table.
  var csv: String {
    [file, "\(line)", "\(column)", step, kind, id, status, "\(active)", reason]
      .map(Self.quoted).joined(separator: ",")
  }

  private static func quoted(_ text: String) -> String {
    text.contains(where: { ",\"\n".contains($0) })
      ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }

  static func json(_ lines: [ReferenceLine]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(lines), as: UTF8.self)
  }
}

package import ObjectCatalog
package import References
import Screen
package import TaskSequence

/// A reference as a line of a report.
package struct ReferenceLine: Encodable, Sendable {
  let file: String
  let line: Int
  let column: Int
  let step: String
  let place: String
  let kind: String
  let id: String
  let status: String
  let active: Bool
  let reason: String
  let guess: String?
  private enum CodingKeys: String, CodingKey {
    case file, line, column, step, place, kind, id, status, active, reason, guess
  }

  /// Every reference of a sequence, and the ids that texts mention.
  package static func all(
    in sequence: NamedSequence, knowing catalog: Catalog, isStrict: Bool
  ) -> [ReferenceLine] {
    var check = ReferenceCheck(catalog: catalog, isStrict: isStrict)
    check.look(at: sequence.document)
    let mentions = Mentions(in: sequence.document, of: check)
    return lines(for: check.references + mentions.all, sequence, check)
  }

  /// The lines of references that a check has looked at.
  package static func lines(
    for references: [Reference], _ entry: NamedSequence, _ check: ReferenceCheck
  ) -> [ReferenceLine] {
    zip(references, ReferenceSite.sites(of: references, in: entry.document)).map {
      ReferenceLine($0, at: $1, entry, check)
    }
  }

  private init(
    _ reference: Reference, at site: ReferenceSite, _ entry: NamedSequence,
    _ check: ReferenceCheck
  ) {
    file = Printable.line(entry.path)
    (line, column) = site.position ?? (0, 0)
    step = site.path.map { $0.steps.isEmpty ? "the sequence" : Printable.line("\($0)") } ?? ""
    kind = reference.kind.label
    id = Printable.line(reference.id)
    place = reference.place.words
    status = reference.status.rawValue
    active = reference.isActive
    reason = Printable.line(reference.reason)
    guess =
      reference.status == .unresolved
      ? check.guesses(for: reference, in: entry.document, count: 1).first
        .map { Printable.line($0.words) }
      : nil
  }

  /// The line for people.
  package var text: String {
    let place = line > 0 ? ":\(line):\(column)" : ""
    let state = active ? status : "\(status), disabled"
    let closest = guess.map { "; closest: \($0)" } ?? ""
    return
      "\(file)\(place): \(step): \(kind) \(id.isEmpty ? "(none)" : id): \(state): \(reason)\(closest)"
  }

  /// The cells of a table.
  var cells: [String] {
    [file, "\(line)", "\(column)", step, kind, id, status, "\(active)", reason]
  }

  static let columns = [
    "File", "Line", "Column", "Step", "Kind", "Id", "Status", "Active", "Reason",
  ]
}

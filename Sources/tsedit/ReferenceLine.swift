import Checks
import Editor
import ObjectCatalog
import References
import Screen
import TaskSequence
import Workspace
import XMLTree

/// A reference as a line of a report.
struct ReferenceLine: Encodable {
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

  /// What is looked for in a file: its references among what is known around it.
  typealias Look = @Sendable (NamedSequence, Catalog) -> [ReferenceLine]

  /// The lines of some files in their order, found on all processors.
  static func lines(
    of entries: [NamedSequence], _ library: inout CatalogLibrary, _ look: @escaping Look
  ) -> [ReferenceLine] {
    let told = library.faults.count
    library.take(entries)
    let known = entries.map { ($0, library.catalog(around: $0.path)) }
    for fault in library.faults.dropFirst(told) { Failure.say("tsedit: \(fault).") }
    return SequenceFiles.concurrently(known) { entry, around in
      var catalog = around
      catalog.formUnion(SequenceKnowledge.read(entry.document))
      return look(entry, catalog)
    }.flatMap(\.self)
  }

  /// Every reference.
  static func all(isStrict: Bool) -> Look {
    { entry, catalog in
      var check = ReferenceCheck(catalog: catalog, isStrict: isStrict)
      check.look(at: entry.document)
      return lines(for: check.references, entry, check)
    }
  }

  /// The references that findings are about.
  static func found(isStrict: Bool) -> Look {
    { entry, catalog in
      var check = SequenceCheck(catalog: catalog, isStrict: isStrict, rules: .reported)
      check.look(at: entry.document)
      let findings = check.findings(of: entry.document)
      return lines(for: findings.flatMap(\.references), entry, check.references)
    }
  }

  /// The references that keep an open file from being saved.
  static func blocking(in file: OpenFile) -> [ReferenceLine] {
    let entry = NamedSequence(path: file.path ?? file.title, document: file.document)
    return lines(for: file.references.blocking, entry, file.references)
  }

  /// The lines of references that a check has looked at.
  static func lines(
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
    try JSONText.of(lines)
  }
}

import Handover
import Screen
package import TaskSequence

/// How large sequences are, and what makes them so.
package struct SizeReport: Report, LineReport, Encodable {
  struct Row: Encodable {
    let file: String
    let bytes: Int
    /// How much of what a site stores, in hundredths.
    let percent: Int
    let largest: [Part]
  }

  struct Part: Encodable {
    let path: String
    let what: String
    let bytes: Int
    let advice: String
  }

  package static let formats: [Format<SizeReport>] = [.text, .json]

  let sequences: [Row]

  /// Measures some sequences.
  ///
  /// - Parameter count: How many parts of each are told.
  package init(_ entries: [NamedSequence], telling count: Int = 15) {
    sequences = entries.map { entry in
      let size = SequenceSize(of: entry.document)
      return Row(
        file: entry.path, bytes: size.bytes, percent: size.share,
        largest: size.contributors.prefix(count).map { part in
          Part(
            path: entry.document.path(of: part.node)?.description ?? "", what: part.part.label,
            bytes: part.bytes, advice: part.part.advice)
        })
    }
  }

  /// Whether one of them is larger than a site stores.
  package var hasTooLarge: Bool { sequences.contains { $0.bytes > SequenceSize.stored } }

  package var lines: [String] {
    sequences.flatMap { row in
      var advice: [String] = []
      let parts = row.largest.map { part in
        if !advice.contains(part.advice) { advice.append(part.advice) }
        let size = Self.words(part.bytes)
        let path = part.path.isEmpty ? "(the sequence)" : part.path
        let pad = String(repeating: " ", count: max(0, 9 - size.count))
        return "  \(pad)\(size)  \(Printable.line("\(path): \(part.what)"))"
      }
      return [
        Printable.line(
          "\(row.file): \(Self.words(row.bytes)), \(row.percent) % of the 2 MB a site stores")
      ] + parts + (advice.isEmpty ? [] : [""] + advice.map { "  - \($0)" })
    }
      + (sequences.count > 1 ? ["", Self.total(sequences)] : [])
  }

  private static func total(_ rows: [Row]) -> String {
    "\(rows.count) sequences: \(words(rows.reduce(0) { $0 + $1.bytes })); each child has limits of its "
      + "own, and a client takes at most 32 MB of the policy of one."
  }

  private static func words(_ bytes: Int) -> String {
    switch bytes {
    case ..<1000: "\(bytes) B"
    case ..<1_000_000: "\((bytes + 512) / 1024) kB"
    default: "\(bytes * 10 / (1 << 20) / 10).\(bytes * 10 / (1 << 20) % 10) MB"
    }
  }
}

import Screen
import StepCatalog
package import TaskSequence

/// Where the passwords and keys of sequences are, never what they are.
package struct SecretReport: Report, LineReport, Encodable {
  struct Row: Encodable {
    let file: String
    let path: String
    let place: String
    /// Whether there is a value.
    let entered: Bool
    let disabled: Bool
  }

  package static let formats: [Format<SecretReport>] = [.text, .json]

  let secrets: [Row]

  /// Those of some sequences.
  package init(_ entries: [NamedSequence]) {
    secrets = entries.flatMap { entry in
      entry.document.secretPlaces.map { place in
        Row(
          file: entry.path, path: entry.document.path(of: place.node.id)?.description ?? "",
          place: place.label, entered: !place.isEmpty, disabled: place.node.isDisabled)
      }
    }
  }

  package var lines: [String] {
    secrets.map { row in
      let path = row.path.isEmpty ? "(the sequence)" : row.path
      let state = row.entered ? "entered" : "to be entered"
      return Printable.line(
        "\(row.file): \(path): \(row.place): \(state)\(row.disabled ? ", disabled" : "")")
    }
  }
}

import ObjectCatalog
package import References
import Screen
package import TaskSequence

/// What becomes of the references of a sequence that go from one site's objects to another's.
package struct RemapReport {
  /// A line for each reference that goes to another object.
  package let goes: [String]
  /// A line for each one that stays, with why.
  package let stays: [String]

  /// Tells about a sequence as it was before.
  package init(_ remapping: Remapping, of sequence: NamedSequence) {
    let places = Self.places(of: remapping.swaps.map(\.reference), in: sequence)
    goes = zip(places, remapping.swaps).map { place, swap in
      "\(place) → \(Printable.line(swap.object.words))"
    }
    let others = Self.places(of: remapping.left.map(\.reference), in: sequence)
    let offered = Self.places(of: remapping.offered.map(\.reference), in: sequence)
    stays =
      zip(others, remapping.left).map { place, left in
        let isText = left.reference.status == .mention
        let words = isText ? "named in its \(Printable.line(left.reference.place.words)): " : ""
        return "\(place): \(words)stays: \(Printable.line(left.reason))."
      }
      + zip(offered, remapping.offered).map { place, swap in
        "\(place): still named in its \(Printable.line(swap.reference.place.words)); "
          + "--mentions changes it too."
      }
  }

  private static func places(
    of references: [Reference], in sequence: NamedSequence
  ) -> [String] {
    let sites = ReferenceSite.sites(of: references, in: sequence.document)
    return zip(references, sites).map { reference, site in
      let step = site.path.map { $0.steps.isEmpty ? "the sequence" : "\($0)" } ?? "the sequence"
      return Printable.line(
        "\(sequence.path): \(step): \(reference.kind.label) \(reference.id)")
    }
  }
}

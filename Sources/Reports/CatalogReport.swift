package import ObjectCatalog
import Screen
package import TaskSequence

/// The objects of a catalogue, one on each line.
package struct CatalogReport: LineReport {
  private let objects: [CatalogObject]

  /// Lists the objects of some kinds, in the order of these.
  ///
  /// - Parameter text: What the id, the name, the version, the folder or the remark of an object must
  ///   have in it, whatever the capitals; nil takes all.
  package init(_ catalog: Catalog, _ kinds: [ReferenceKind], with text: String?) {
    let text = text?.lowercased()
    objects = kinds.flatMap { catalog.all($0) }.filter { object in
      let words = [object.id, object.name, object.version, object.folder, object.remark]
      return text.map { text in words.contains { $0.lowercased().contains(text) } } ?? true
    }
  }

  package var lines: [String] {
    objects.map { object in
      let boot = object.bootImage.isEmpty ? "" : "boot image \(object.bootImage)"
      let remarks = [object.version, object.folder, boot, object.remark].filter { !$0.isEmpty }
      return Printable.line(
        "\(object.kind.rawValue.padded(to: 18))\(object.id.padded(to: 10)) \(object.name)"
          + remarks.map { "  \($0)" }.joined())
    }
  }
}

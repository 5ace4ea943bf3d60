package import TaskSequence

/// Something a reference can point to.
package struct CatalogObject: Equatable, Sendable {
  package var kind: ReferenceKind
  /// What the sequence writes: a package id, a model name, a braced GUID, a profile's name.
  package var id: String
  package var name: String
  package var version: String
  /// Whether the product would use it; a disabled one is found and said so.
  package var isEnabled: Bool

  package init(
    kind: ReferenceKind, id: String, name: String, version: String = "", isEnabled: Bool = true
  ) {
    self.kind = kind
    self.id = id
    self.name = name
    self.version = version
    self.isEnabled = isEnabled
  }

  /// Name, version and id as a person reads them.
  package var words: String {
    var words = name.isEmpty ? id : name
    if !version.isEmpty { words += " \(version)" }
    return name.isEmpty || name == id ? words : "\(words) (\(id))"
  }
}

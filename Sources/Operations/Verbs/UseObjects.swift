import ObjectCatalog
package import References
package import TaskSequence

/// Has references name other objects, all at the same time; what repeats ids and names follows.
package struct UseObjects: Operation {
  /// An object in the place of another.
  package struct Swap: Equatable, Sendable {
    /// What kind of object the new one is; nil for whatever kind a place names.
    package var kind: ReferenceKind?
    /// The id of the new object; empty for none.
    package var id: String
    package var name: String
    package var version: String
    /// What kind of object a place names; the one of the new one where nothing else is said.
    package var oldKind: ReferenceKind?
    /// The id that is replaced.
    package var old: String
    /// Nil for every place that names it.
    package var sites: [ObjectSite]?

    package init(
      _ kind: ReferenceKind?, _ id: String, named name: String = "", version: String = "",
      insteadOf old: String, of oldKind: ReferenceKind? = nil, in sites: [ObjectSite]? = nil
    ) {
      self.kind = kind
      self.id = id
      self.name = name
      self.version = version
      self.oldKind = oldKind
      self.old = old
      self.sites = sites
    }
  }

  package var swaps: [Swap]

  package init(_ swaps: [Swap]) { self.swaps = swaps }

  /// Names references of a document with the objects they are to name.
  package init(_ swaps: [SequenceDocument.Swap], in document: SequenceDocument) {
    self.swaps = []
    for (reference, object) in swaps {
      guard let site = ObjectSite(of: reference, in: document) else { continue }
      let swap = Swap(
        object.kind, object.id, named: object.name, version: object.version,
        insteadOf: reference.id, of: reference.kind == object.kind ? nil : reference.kind, in: [])
      let index = self.swaps.firstIndex { known in
        var same = known
        same.sites = []
        return same == swap
      }
      if let index {
        self.swaps[index].sites?.append(site)
      } else {
        self.swaps.append(swap)
        self.swaps[self.swaps.count - 1].sites = [site]
      }
    }
  }

  package static let verbs = ["use"]

  package static let form = """
    use [KIND] ID [named NAME] [version VERSION] instead of [KIND] ID \
    [in PATH variable NAME|command|list|property NAME|text TEXT, …] [and …]
    """

  package init(verb: String, from reader: inout OperationReader) throws(OperationFault) {
    swaps = []
    repeat { swaps.append(try Swap(from: &reader)) } while reader.take("and")
  }

  package func write(to writer: inout OperationWriter) {
    writer.word("use")
    for (index, swap) in swaps.enumerated() {
      if index > 0 { writer.word("and") }
      swap.write(to: &writer)
    }
  }

  package func covered(in document: SequenceDocument) -> UseObjects { self }

  package func edit(in scene: OperationScene) throws(Refusal) -> Edit {
    let document = scene.document
    var found: [SequenceDocument.Swap] = []
    for swap in swaps {
      for reference in try swap.references(in: scene) {
        let kind = swap.kind ?? reference.kind
        let object = CatalogObject(
          kind: kind, id: swap.id, name: swap.name, version: swap.version)
        found.append((reference, object))
      }
    }
    let places = found.count == 1 ? "" : " in \(found.count) places"
    let first = found.first?.object
    let label =
      first.map { $0.id.isEmpty ? "Named no \($0.kind.label)" : "Chose \($0.words)" } ?? ""
    var edit = try document.swapping(found, label: label + places)
    edit.focus = found.count == 1 ? found[0].reference.node : nil
    return edit
  }

  package func remains(in document: SequenceDocument) -> [String] {
    // An id that others have now says nothing of the old object.
    let new = Set(swaps.map { $0.id.lowercased() })
    return Mentions.remains(
      of: swaps.map(\.old).filter { !new.contains($0.lowercased()) }, in: document)
  }
}

extension UseObjects.Swap {
  init(from reader: inout OperationReader) throws(OperationFault) {
    let kind = Self.kind(&reader)
    let id = try reader.value("the id of an object")
    let name = reader.take("named") ? try reader.value("a name") : ""
    let version = reader.take("version") ? try reader.value("a version") : ""
    try reader.expect("instead")
    try reader.expect("of")
    let oldKind = Self.kind(&reader)
    let old = try reader.value("the id of an object")
    self.init(kind, id, named: name, version: version, insteadOf: old, of: oldKind)
    guard reader.take("in") else { return }
    sites = try reader.list { (reader) throws(OperationFault) in
      try ObjectSite(from: &reader)
    }
  }

  fileprivate func write(to writer: inout OperationWriter) {
    Self.write(kind, id, to: &writer)
    if !name.isEmpty {
      writer.word("named")
      writer.value(name)
    }
    if !version.isEmpty {
      writer.word("version")
      writer.value(version)
    }
    writer.word("instead of")
    Self.write(oldKind, old, to: &writer)
    guard let sites else { return }
    writer.word("in")
    writer.list(sites) { writer, site in site.write(to: &writer) }
  }

  private static func kind(_ reader: inout OperationReader) -> ReferenceKind? {
    ReferenceKind.allCases.first { reader.take($0.rawValue) }
  }

  private static func write(_ kind: ReferenceKind?, _ id: String, to writer: inout OperationWriter)
  {
    if let kind { writer.word(kind.rawValue) }
    let isKind = ReferenceKind.allCases.contains { $0.rawValue.lowercased() == id.lowercased() }
    // A word without quotes would be the kind.
    kind == nil && isKind ? writer.quoted(id) : writer.value(id)
  }

  /// The references that are to name the new object.
  /// - Throws: when nothing names the old one, unless all name the new one by now.
  fileprivate func references(in scene: OperationScene) throws(Refusal) -> [Reference] {
    if let sites {
      return try sites.map { (site) throws(Refusal) in
        try site.reference(to: old, oldKind ?? kind ?? .content, in: scene)
      }
    }
    var check = ReferenceCheck(catalog: .init())
    check.look(at: scene.document)
    func all(_ id: String) -> [Reference] {
      check.references.filter { reference in
        reference.id.lowercased() == id.lowercased()
          && (oldKind ?? kind).map { $0 == reference.kind } ?? true
      }
    }
    let found = all(old)
    if found.isEmpty, all(id).isEmpty {
      let remains = Mentions.remains(of: [old], in: scene.document).first
      throw Refusal(
        remains.map { "no step references it, but \($0.dropLast())" } ?? "nothing names \(old)")
    }
    return found
  }
}

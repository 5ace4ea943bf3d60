package import TaskSequence

/// Something a reference can point to.
package struct CatalogObject: Equatable, Sendable {
  package var kind: ReferenceKind
  /// What the sequence writes: a package id, a model name, a braced GUID, a profile's name; of a
  /// program the package id, a colon and the program's name.
  package var id: String
  package var name: String
  package var version: String
  /// What keeps the product from using it as it should, with commas between: "disabled", "retired",
  /// "superseded", "hidden"; else empty.
  package var remark: String
  /// The folder it lies in, its parts with `/` between them; empty at the top and where none is known.
  package var folder: String
  /// The ids of the objects it cannot do without: of an application those it depends on, of a task
  /// sequence the children it runs.
  package var needs: [String]
  /// The id of the boot image a task sequence starts with; empty where none is known.
  package var bootImage = ""
  /// Whether a task sequence can be run; nil where nothing says it.
  package var isEnabled: Bool?
  /// Since when a person says that it is there, in seconds since 1970; nil where nobody does.
  package var stated: Int64?

  package init(
    kind: ReferenceKind, id: String, name: String, version: String = "", remark: String = "",
    folder: String = "", needs: [String] = []
  ) {
    self.kind = kind
    self.id = id
    self.name = name
    self.version = version
    self.remark = remark
    self.folder = folder
    self.needs = needs
  }

  /// What has become of it, in words, where nobody should install it any more: retired or superseded; nil
  /// else.
  package var fate: String? {
    let words = remark.lowercased().split(separator: ",").map { $0.drop { $0 == " " } }
    let fates = ["retired", "superseded"].filter { words.contains(Substring($0)) }
    return fates.isEmpty ? nil : fates.joined(separator: " and ")
  }

  /// The same with what another telling of it knows of a task sequence and this one does not say.
  func joined(with other: CatalogObject) -> CatalogObject {
    var object = self
    if bootImage.isEmpty { object.bootImage = other.bootImage }
    if isEnabled == nil, let isEnabled = other.isEnabled {
      object.isEnabled = isEnabled
      if !isEnabled, remark.isEmpty { object.remark = other.remark }
    }
    return object
  }

  /// Who says that it is there and since when, where that is the user alone; nil else.
  package var statement: String? { stated.map { "stated by you on \(Moment.date($0))" } }

  /// What a reference names that names nothing.
  package static func nothing(_ kind: ReferenceKind) -> CatalogObject {
    CatalogObject(kind: kind, id: "", name: "")
  }

  /// Name, version and id as a person reads them.
  package var words: String {
    guard !name.isEmpty, name != id else { return version.isEmpty ? id : "\(id) \(version)" }
    guard kind != .program else { return id }
    return "\(name)\(version.isEmpty || name.hasSuffix(version) ? "" : " \(version)") (\(id))"
  }

  /// The id of a program: its name is known only together with its package.
  package static func programID(_ package: String, _ name: String) -> String {
    "\(package):\(name)"
  }

  /// The name of a program in its id.
  package static func program(of id: String) -> String {
    String(id.drop { $0 != ":" }.dropFirst())
  }
}

/// An object as a list beside an exported sequence names it, or is to name it.
package struct ExportedObject: Equatable, Sendable {
  /// A package id, or the model name of an application.
  package var id: String
  package var name = ""
  package var version = ""
  /// Nil where nobody but the site knows it.
  package var description: String?
  /// The number of its type (Sources/ObjectCatalog/FACTS.md, “Types of objects”); nil where it is not known.
  package var type: String?
  /// Of an application, the numbers a site has given it; nil where only the site knows them.
  package var numbers: Numbers?

  /// `RefAppCI_ID` and `RefAppPackageID`.
  package struct Numbers: Equatable, Sendable {
    package var item: String
    package var package: String

    package init(item: String, package: String) { (self.item, self.package) = (item, package) }
  }

  package init(id: String) { self.id = id }

  package init(id: String, name: String, version: String, type: Int?) {
    (self.id, self.name, self.version) = (id, name, version)
    self.type = type.map { "\($0)" }
  }
}

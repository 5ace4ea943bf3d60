/// Why an archive cannot be read or written, in words for a person.
package struct ZipFailure: Error, Equatable, Sendable {
  /// The reason, without a full stop; names in it are as the archive has them.
  package let reason: String

  init(_ reason: String) { self.reason = reason }

  /// Something is wrong with one entry.
  init(_ name: String, _ reason: String) { self.init("its entry “\(Self.short(name))” \(reason)") }

  /// A name that is no longer than a line.
  static func short(_ name: String) -> String {
    name.count > 80 ? name.prefix(40) + "…" + name.suffix(39) : name
  }
}

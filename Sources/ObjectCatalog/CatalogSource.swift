/// Where knowledge of objects came from.
package struct CatalogSource: Equatable, Sendable {
  /// What a person calls it: "the deployment share", the name of a file.
  package var name: String
  /// When it was written, in seconds since 1970; nil for what is in the sequence itself.
  package var written: Int64?
  package var count: Int

  package init(name: String, written: Int64? = nil, count: Int) {
    self.name = name
    self.written = written
    self.count = count
  }

  /// Its name and its day, such as "site.json of 2026-11-30".
  package var dated: String { written.map { "\(name) of \(Moment.date($0))" } ?? name }

  /// The source with its size and its age at `now`: "site.json, 312 objects, 3 days old".
  package func words(at now: Int64?) -> String {
    let size = count == 1 ? "1 object" : "\(count) objects"
    guard let written, let now else { return "\(name), \(size)" }
    return "\(name), \(size), \(Self.age(written, now))"
  }

  private static func age(_ written: Int64, _ now: Int64) -> String {
    let days = max(0, now - written) / 86400
    return switch days {
    case 0: "of today"
    case 1: "1 day old"
    default: "\(days) days old"
    }
  }
}

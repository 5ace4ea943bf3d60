import TaskSequence
import XMLTree

/// Reads a file of objects in any `CatalogFormat`; in UTF-8, or in the UTF-16 or the code page that
/// Windows PowerShell writes.
package struct CatalogFile: Sendable {
  /// What the file knows.
  package private(set) var catalog = Catalog()
  /// How many objects were in it.
  package private(set) var count = 0
  /// What could not be made sense of; the rest of the file counts.
  package private(set) var faults: [CatalogFault] = []
  /// The encoding it was read in where nothing in it says that it is this one.
  package let guessedEncoding: String?
  /// When the objects were told, in seconds since 1970, where the file says it.
  package internal(set) var written: Int64?
  /// The kinds it says there may be more of.
  var partial: Set<ReferenceKind> = []
  /// Whether the last answer in it says that there are more pages.
  var hasMore = false
  /// How many faults of one file are told.
  private static let faultLimit = 5

  /// Reads a file.
  ///
  /// - Parameter name: The file's name, which may say what class its rows are of.
  package init(_ bytes: [UInt8], name: String) {
    let encoded = FileText(bytes)
    guessedEncoding = encoded.flatMap { $0.isGuessed ? $0.encoding.rawValue : nil }
    do throws(CatalogFault) {
      guard let text = encoded?.text else { throw .unreadable }
      guard let first = text.first(where: { $0 > 0x20 }) else { throw CatalogFault("it is empty") }
      guard let format = CatalogFormat.all.first(where: { $0.begins(first) }) else {
        throw CatalogFault(line: 1, "it is XML; expected \(CatalogFormat.names)")
      }
      try format.read(text, name, &self)
    } catch {
      faults.append(error)
    }
    // What is missing in part proves nothing about what is not in it.
    if faults.isEmpty, !hasMore { catalog.completeKinds(but: partial) }
  }

  /// What should be known of how it was read, a sentence without its full stop; nil where nothing
  /// should.
  package func remark(on file: String) -> String? {
    guessedEncoding.map {
      "\(file): it is not UTF-8 and was read as \($0); written with -Encoding UTF8 it is sure to be right"
    }
  }

  /// Takes in what a row says.
  mutating func add(_ record: SiteRecord, _ className: String?) {
    do throws(CatalogFault) {
      catalog.add(try record.object(className))
      count += 1
    } catch {
      if faults.count < Self.faultLimit { faults.append(error) }
    }
  }
}

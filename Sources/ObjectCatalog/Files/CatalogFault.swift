/// What is wrong with a file of objects.
package struct CatalogFault: Error, Equatable, Sendable {
  /// Counted from 1; nil when it is about the whole file.
  package var line: Int?
  /// A sentence without its full stop.
  package var reason: String

  package init(line: Int? = nil, _ reason: String) {
    self.line = line
    self.reason = reason
  }

  /// The bytes of a file make no text.
  static let unreadable = CatalogFault(
    "its bytes are no text in UTF-8, UTF-16 or windows-1252; write it again with -Encoding UTF8")

  /// The fault with the file's name and its line.
  package func words(in file: String) -> String {
    "\(file)\(line.map { ", line \($0)" } ?? ""): \(reason)"
  }
}

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

  /// The fault with the file's name and its line.
  package func words(in file: String) -> String {
    "\(file)\(line.map { ", line \($0)" } ?? ""): \(reason)"
  }
}

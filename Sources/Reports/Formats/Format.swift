/// One way a report is written down.
package struct Format<Content: SendableMetatype>: Sendable {
  /// Its name on a command line.
  package let name: String
  private let write: @Sendable (Content) throws -> String

  /// Makes a format.
  ///
  /// - Parameter write: The whole text of a report, its line ends included.
  package init(_ name: String, _ write: @escaping @Sendable (Content) throws -> String) {
    self.name = name
    self.write = write
  }

  /// The whole text of a report, its line ends included.
  package func text(of report: Content) throws -> String { try write(report) }
}

/// What a command has found out, in one format or several.
package protocol Report: SendableMetatype {
  /// The formats it comes in, the usual one first.
  static var formats: [Format<Self>] { get }
}

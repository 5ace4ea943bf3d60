/// A way objects are written down in files: how such a file is known, and how it is read.
///
/// A format is one file that says this, and its name in `all`.
package struct CatalogFormat: Sendable {
  /// What people call it.
  let name: String
  /// How names of such files end, in small letters, the usual one first.
  let endings: [String]
  /// Whether a file whose first visible character is this one is in the format, if it is in none before.
  let begins: @Sendable (UInt8) -> Bool
  /// Reads a text in UTF-8 into the file that stands for it; the name is that of the file.
  let read: @Sendable ([UInt8], String, inout CatalogFile) throws(CatalogFault) -> Void

  /// Every format, in the order in which they are tried.
  static let all = [json, csv]

  /// The names of all, for a sentence: "JSON or CSV".
  static let names = all.map(\.name).joined(separator: " or ")

  /// The usual endings of all, for a sentence: ".json or .csv".
  package static let usualEndings = all.compactMap(\.endings.first).joined(separator: " or ")

  /// Whether a file of that name may hold objects.
  package static func mayRead(fileNamed name: String) -> Bool {
    let name = name.lowercased()
    return all.contains { $0.endings.contains(where: name.hasSuffix) }
  }
}

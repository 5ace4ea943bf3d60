import ObjectCatalog
import References

extension OpenFile {
  /// What is known of objects and how old it is, and how many references nothing is known of: at
  /// length, then shorter.
  func knowledgeWords(at now: Int64?) -> [String] {
    let unverified = references.unverifiedCount
    let count =
      unverified == 0 ? [] : [unverified == 1 ? "1 unverified" : "\(unverified) unverified"]
    let sources = references.catalog.sources
    let whole = sources.map { $0.words(at: now) }.joined(separator: "; ")
    let names = sources.map(\.name).joined(separator: ", ")
    return [whole, names, ""].map { words in
      ((words.isEmpty ? [] : ["known: \(words)"]) + count).joined(separator: " · ")
    }
  }
}

import ObjectCatalog
import References

extension OpenFile {
  /// What is known of objects and how old it is, and how many references nothing proves: at length, then
  /// shorter.
  func knowledgeWords(at now: Int64?) -> [String] {
    let count = [Reference.Status.stated, .listed, .unverified].compactMap { status in
      let count = references.count(status)
      return count == 0 ? nil : "\(count) \(status.rawValue)"
    }
    let sources = references.catalog.sources
    let whole = sources.map { $0.words(at: now) }.joined(separator: "; ")
    let names = sources.map(\.name).joined(separator: ", ")
    return [whole, names, ""].map { words in
      ((words.isEmpty ? [] : ["known: \(words)"]) + count).joined(separator: " · ")
    }
  }
}

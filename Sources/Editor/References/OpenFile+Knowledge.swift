import ObjectCatalog
import References

extension OpenFile {
  /// What is wrong with a reference, and what was likely meant.
  func troubleWords(of reference: Reference) -> String {
    let likely = references.guesses(for: reference, in: document, count: 1).first
    return reference.reason.asSentence + (likely.map { " Most alike: \($0.words)." } ?? "")
  }

  /// How many references nothing proves and how to see them, and what is known of objects and how old it
  /// is: at length, then shorter.
  ///
  /// - Parameter key: The key that lists them.
  func knowledgeWords(at now: Int64?, listedBy key: String) -> [String] {
    let open = references.count(.unverified) + references.count(.listed)
    let stated = references.count(.stated)
    let count = open == 1 ? "1 reference" : "\(open) references"
    let trust = stated == 0 ? nil : "\(stated) stated by you"
    let whole = [trust, open == 0 ? nil : "\(count) not checked – \(key) shows them"]
    let short = [trust, open == 0 ? nil : "\(open) not checked"]
    let sources = references.catalog.sources
    let known = [
      sources.map { $0.words(at: now) }.joined(separator: "; "),
      sources.map(\.name).joined(separator: ", "),
    ].filter { !$0.isEmpty }.map { "known: \($0)" }
    return (known.map { [$0] + whole } + [whole, short])
      .map { $0.compactMap(\.self).joined(separator: " · ") }
  }
}

import Basics
import ObjectCatalog
import StepCatalog
package import TaskSequence
import XMLTree

/// The ids of objects that stand in texts, where no site counts them: in values and parameters, in
/// scripts, conditions, command lines, dynamic lists, in steps of unknown types and in what no view shows.
///
/// They stop no save and join no list; whoever moves a sequence to another site has to know of them
/// (Sources/TaskSequence/FACTS.md, “What names an object”).
package struct Mentions: Sendable {
  /// In document order, each text once for each id.
  package let all: [Reference]

  /// Finds them in the texts of a document that a check has looked at last.
  ///
  /// Costs a walk over all texts.
  package init(in document: SequenceDocument, of check: ReferenceCheck) {
    let finder = IDFinder(check)
    var all: [Reference] = []
    var node: (id: NodeID, isActive: Bool, own: [Reference], ordinals: [TextPlace.Name: Int])?
    var twins: Set<String> = []
    var holder: NodeID?
    document.forEachText { place in
      if node?.id != place.node.id {
        let own = check.references(of: place.node)
        let isActive = check.part(of: place.node.id)?.isActive ?? true
        node = (place.node.id, isActive, own, [:])
      }
      if holder != place.holder.id { (holder, twins) = (place.holder.id, []) }
      let name = place.name
      node?.ordinals[name, default: 0] += 1
      let ordinal = node?.ordinals[name] ?? 1
      if case .variableName = place.kind { return }
      guard finder.mayBe(in: place) else { return }
      let isOwn = place.holder.id == place.node.id
      let own = isOwn ? node?.own ?? [] : []
      var seen: Set<String> = []
      for (id, kind) in finder.ids(in: place.text) where seen.insert(id.lowercased()).inserted {
        // The command line repeats what the variables of its step say.
        let key = id.lowercased()
        if case .command = place.kind, twins.contains(key) || own.names(key) { continue }
        if case .variable(let variable) = place.kind {
          twins.insert(key)
          if isOwn, Self.counts(variable, place, key, own, document.dialect) { continue }
        }
        var mention = Reference(
          node: place.node.id, place: .text(name, ordinal), kind: kind, id: id, status: .mention,
          reason: "named in its \(place.words), which no site reads for ids", isNeeded: false)
        mention.isActive = node?.isActive ?? true
        all.append(mention)
      }
    }
    self.all = all
  }

  /// Whether a variable's value is a reference, or tells of one.
  private static func counts(
    _ variable: String, _ place: TextPlace, _ key: String, _ own: [Reference], _ dialect: Dialect
  ) -> Bool {
    if own.contains(where: { $0.variable == variable && $0.id.lowercased() == key }) { return true }
    let field = StepTypes.shared.types(of: place.holder, in: dialect).lazy
      .compactMap { $0.field(of: variable) }.first
    return field?.kind.referenceKind != nil || field?.companion != nil
  }

  /// What still names objects after they were to be replaced, a sentence for each that is named; none
  /// where nothing does.
  package static func remains(of ids: [String], in document: SequenceDocument) -> [String] {
    var check = ReferenceCheck(catalog: Catalog())
    check.look(at: document)
    // The list follows the steps by itself.
    let named = check.references.filter { $0.place != .list }
    let places = named + Mentions(in: document, of: check).all
    var seen: Set<String> = []
    return ids.filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }.compactMap { id in
      let named = places.filter { $0.id.lowercased() == id.lowercased() }
      guard let first = named.first else { return nil }
      let node = document.node(first.node)?.name ?? ""
      let place = "\(first.place.words) of \(node.isEmpty ? "the sequence" : "“\(node)”")"
      let more = named.count == 1 ? "" : " and \(named.count - 1) more"
      return "\(id) is still named in the \(place)\(more)."
    }
  }

  /// Those of an object.
  package func of(_ id: String) -> [Reference] {
    all.filter { $0.id.lowercased() == id.lowercased() }
  }
}

extension [Reference] {
  /// Whether one of them is of that id, in small letters, or of a program of that package.
  fileprivate func names(_ key: String) -> Bool {
    contains { $0.id.lowercased() == key || $0.id.lowercased().hasPrefix(key + ":") }
  }
}

/// Finds ids in texts: those that are known, and what has the shape of one.
struct IDFinder {
  /// The kinds of the ids the sequence names, in small letters.
  private var known: [String: ReferenceKind] = [:]
  private let catalog: Catalog

  init(_ check: ReferenceCheck) {
    catalog = check.catalog
    for reference in check.references
    where ![.program, .selectionProfile].contains(reference.kind) && !reference.id.isEmpty {
      known[reference.id.lowercased()] = reference.kind
    }
  }

  /// Whether a text is long enough to hold an id.
  func mayBe(in place: TextPlace) -> Bool {
    guard place.site.attribute == nil, let spelled = place.element.spelledText else { return true }
    return spelled.count >= 8
  }

  /// The ids of a text in its order, with what they are ids of.
  func ids(in text: String) -> [(id: String, kind: ReferenceKind)] {
    let bytes = Array(text.utf8)
    var found: [(id: String, kind: ReferenceKind)] = []
    var start = 0
    while start < bytes.count {
      guard Self.isPart(bytes[start]) else {
        start += 1
        continue
      }
      var end = start
      while end < bytes.count, Self.isPart(bytes[end]) { end += 1 }
      found += Self.words(bytes[start..<end]).compactMap(object)
      start = end
    }
    return found
  }

  /// What a run of letters may be: the whole of it as a name of an application or a GUID, else its words.
  private static func words(_ run: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    if run.starts(with: "ScopeId_".utf8) {
      let slash = run.firstIndex(of: UInt8(ascii: "/"))
      let isOne = slash.map { run[$0...].starts(with: "/Application_".utf8) } ?? false
      if isOne { return [run.trimmingEnd { $0 == UInt8(ascii: "/") }] }
    }
    if run.first == UInt8(ascii: "{"), run.count == 38 { return [run] }
    return run.split { !isLetter($0) && $0 != UInt8(ascii: "_") }
  }

  private func object(_ word: ArraySlice<UInt8>) -> (id: String, kind: ReferenceKind)? {
    guard word.count >= 8 else { return nil }
    let id = String(decoding: word, as: UTF8.self)
    if let kind = known[id.lowercased()] { return (id, kind) }
    if word.starts(with: "ScopeId_".utf8), word.contains(UInt8(ascii: "/")) {
      return (id, .application)
    }
    if word.first == UInt8(ascii: "{") {
      let kinds: [ReferenceKind] = [.mdtApplication, .mdtOperatingSystem, .mdtPackage]
      return kinds.first { catalog.known($0, id) != nil }.map { (id, $0) }
    }
    guard word.count == 8 else { return nil }
    if let object = catalog.standing(of: .content, id)?.object { return (id, object.kind) }
    return Self.isShaped(word) ? (id, .content) : nil
  }

  /// Whether a word is as sites number objects: a site code, and a number in hexadecimal from 00001 up.
  ///
  /// `KB976932` is an article.
  private static func isShaped(_ word: ArraySlice<UInt8>) -> Bool {
    let (code, number) = (word.prefix(3), word.dropFirst(3))
    let isCapital = { (byte: UInt8) in byte &- UInt8(ascii: "A") < 26 }
    let isDigit = { (byte: UInt8) in byte &- UInt8(ascii: "0") < 10 }
    return code.allSatisfy { isCapital($0) || isDigit($0) } && code.contains(where: isCapital)
      && !word.starts(with: "KB".utf8) && number.first.map(isDigit) == true
      && number.allSatisfy { isDigit($0) || $0 &- UInt8(ascii: "A") < 6 }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    isLetter(byte) || "_-{}/".utf8.contains(byte)
  }
}

extension TaskNode {
  /// The text of the node of a name and a number.
  package func text(_ name: TextPlace.Name, _ ordinal: Int) -> TextPlace? {
    var (found, count): (TextPlace?, Int) = (nil, 0)
    forEachText { place in
      guard found == nil, place.name == name else { return }
      count += 1
      if count == ordinal { found = place }
    }
    return found
  }
}

extension String {
  /// The text with other ids wherever one stands as a word of its own, all at the same time.
  package func replacing(ids: [(old: String, new: String)]) -> String {
    let bytes = Array(utf8)
    // A program is named with its package before it.
    let wanted = ids.map { (old: Array($0.old.lowercased().utf8), new: Array($0.new.utf8)) }
      .sorted { $0.old.count > $1.old.count }
    var result: [UInt8] = []
    func isWord(_ index: Int) -> Bool {
      guard bytes.indices.contains(index) else { return false }
      let byte = bytes[index]
      return (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
        || byte == UInt8(ascii: "_")
    }
    var index = 0
    while index < bytes.count {
      let match =
        isWord(index - 1)
        ? nil
        : wanted.first { old, _ in
          !old.isEmpty && index + old.count <= bytes.count && !isWord(index + old.count)
            && zip(bytes[index...], old).allSatisfy { byte, letter in
              byte == letter || byte &- UInt8(ascii: "A") < 26 && byte | 0x20 == letter
            }
        }
      if let match {
        result += match.new
        index += match.old.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

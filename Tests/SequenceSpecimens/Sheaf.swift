package import Containers
package import TaskSequence

/// A file of several sequences, for what must hold of every such file: a line for each with its name
/// and its length, then its text.
package struct Sheaf: Container, FileKind, Equatable {
  private var texts: [(name: String, text: [UInt8])]

  private static let opening = Array("sheaf\n".utf8)

  package init(_ texts: [(name: String, text: [UInt8])]) { self.texts = texts }

  package static func open(_ file: [UInt8]) throws(LoadFailure) -> (any Container)? {
    guard file.starts(with: opening) else { return nil }
    var texts: [(name: String, text: [UInt8])] = []
    var rest = file.dropFirst(opening.count)
    while let end = rest.firstIndex(of: 0x0A) {
      let head = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
      guard head.count == 2, let count = Int(head[1]), count < rest.count else {
        throw .notASequence("it is a torn sheaf")
      }
      let text = rest[rest.index(after: end)...].prefix(count)
      texts.append((String(head[0]), Array(text)))
      rest = rest[text.endIndex...]
    }
    return Sheaf(texts)
  }

  package var members: [Member] { texts.map { Member(MemberID($0.name), name: $0.name) } }

  package var bytes: [UInt8] {
    texts.reduce(Self.opening) { $0 + Array("\($1.name) \($1.text.count)\n".utf8) + $1.text }
  }

  package func document(of member: MemberID) throws(LoadFailure) -> SequenceDocument {
    guard let found = texts.first(where: { $0.name == member.text }) else {
      throw .noMember(member)
    }
    return try SequenceDocument(loading: found.text)
  }

  package func putting(_ documents: [MemberID: SequenceDocument]) throws(Refusal) -> Sheaf {
    try refuseStrangers(documents)
    return Sheaf(
      texts.map { name, text in (name, documents[MemberID(name)]?.serialized() ?? text) })
  }

  package static func == (one: Sheaf, other: Sheaf) -> Bool { one.bytes == other.bytes }
}

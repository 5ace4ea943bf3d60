package import Containers
import Screen
package import TaskSequence

/// A file that was opened, and which of the sequences in it are meant.
package struct OpenedFile {
  /// Its path, `-` for standard input.
  package let path: String
  package let container: any Container
  /// The one that was named, else all of them.
  package let members: [Member]

  /// - Throws: when it has no sequence of the name that was given, or several.
  init(_ place: SequencePlace, _ container: any Container) throws(OpenFailure) {
    path = place.path
    self.container = container
    guard let name = place.member else {
      members = container.members
      return
    }
    members = [try Self.member(name, of: container, place.path)]
  }

  /// The only one that is meant.
  /// - Throws: when there are several, with what each is called.
  package var only: MemberID {
    get throws(OpenFailure) {
      guard members.count == 1, let member = members.first else {
        throw Self.several(members, path)
      }
      return member.id
    }
  }

  /// Whether a name of the file alone means more than one sequence.
  package var isOfSeveral: Bool { container.members.count > 1 }

  /// The sequence of a member.
  package func document(of member: MemberID) throws(OpenFailure) -> SequenceDocument {
    do throws(LoadFailure) { return try container.document(of: member) } catch {
      throw .content(error)
    }
  }

  /// What a sequence of the file is called on the command line.
  package func name(of member: MemberID) -> String {
    isOfSeveral ? "\(path)#\(member.text)" : path
  }

  /// The member with a name or an id; ids come first.
  private static func member(
    _ name: String, of container: any Container, _ path: String
  ) throws(OpenFailure) -> Member {
    let wanted = name.lowercased()
    let members = container.members
    if let member = members.first(where: { $0.id.text.lowercased() == wanted }) { return member }
    let named = members.filter { $0.name?.lowercased() == wanted }
    if named.count > 1 { throw several(named, path) }
    if let member = named.first { return member }
    // The only one of a file has no id in it, but perhaps one of its own.
    if let member = members.first, members.count == 1,
      (try? container.document(of: member.id))?.ownID?.lowercased() == wanted
    {
      return member
    }
    throw .content(.noMember(MemberID(name)))
  }

  private static func several(_ members: [Member], _ path: String) -> OpenFailure {
    let names = members.prefix(20).map { member in
      let name = member.name.flatMap { $0 == member.id.text ? nil : " (\($0))" } ?? ""
      return "\(member.id.text)\(name)"
    }
    let more = members.count > names.count ? ", and \(members.count - names.count) more" : ""
    return .content(
      .notASequence(
        "it holds \(members.count) sequences; name one as \(Printable.line(path))#NAME: "
          + Printable.line(names.joined(separator: ", ")) + more))
  }
}

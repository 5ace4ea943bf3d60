import Archive
package import TaskSequence
import XMLTree

/// The `.zip` archive a console exports: the sequences in it, and the lists beside each that follow.
///
/// Measured on 70 exports (FACTS.md): each sequence is `SMS_TaskSequencePackage/<ID>/object.xml` with
/// its two lists beside it. Everything else is kept to the byte: other objects, the manifest,
/// relationships, names and times. What is put in is always put into the archive that was opened, so
/// that a sequence that is as it was there gives its very bytes back, whoever packed them.
package struct PackedExport: Container, FileKind {
  private let opened: ZipArchive
  private let parts: [Part]
  /// What is not as it was opened, by the places of entries.
  private var changed: [Int: [UInt8]] = [:]
  package private(set) var bytes: [UInt8]
  package private(set) var notes: [String] = []

  /// A sequence, and where its parts are among the entries.
  private struct Part: Sendable {
    let member: Member
    let object: Int
    var lists: [ExportedList.Kind: Int] = [:]
  }

  package static func open(_ file: [UInt8]) throws(LoadFailure) -> (any Container)? {
    guard let archive = try archive(file) else { return nil }
    let places = try places(in: archive)
    guard !places.isEmpty else { throw .notASequence(stranger) }
    return PackedExport(archive, places.map { part($0, in: archive) })
  }

  private static func archive(_ file: [UInt8]) throws(LoadFailure) -> ZipArchive? {
    do throws(ZipFailure) { return try ZipArchive(file) } catch { throw .damaged(error.reason) }
  }

  private static let stranger =
    "it is a .zip archive, but no export of a task sequence: there is no "
    + "SMS_TaskSequencePackage/<ID>/object.xml in it"

  private init(_ archive: ZipArchive, _ parts: [Part]) {
    opened = archive
    self.parts = parts
    bytes = archive.bytes
  }

  package var members: [Member] { parts.map(\.member) }

  package func document(of member: MemberID) throws(LoadFailure) -> SequenceDocument {
    guard let part = parts.first(where: { $0.member.id == member }) else { throw .noMember(member) }
    return try Self.document(in: try content(part.object))
  }

  private static func document(in bytes: [UInt8]) throws(LoadFailure) -> SequenceDocument {
    let container = try Opener(files: []).open(bytes)
    return try container.document(of: container.members.first?.id ?? .only)
  }

  // MARK: Its parts

  /// An entry that is a part of a sequence: `SMS_TaskSequencePackage/<ID>/<NAME>`, wherever in the
  /// archive that folder is.
  private struct Place {
    let id: String
    var object: Int?
    var lists: [ExportedList.Kind: Int] = [:]
  }

  /// The sequences of an archive, in its order.
  /// - Throws: when two have one name, or all of them are too large.
  private static func places(in archive: ZipArchive) throws(LoadFailure) -> [(Int, Place)] {
    var places: [String: (order: Int, place: Place)] = [:]
    var total = 0
    for (index, entry) in archive.entries.enumerated() {
      let names = archive.nameBytes(of: entry).split(omittingEmptySubsequences: false) {
        // Some tools of Windows write names with the other stroke.
        $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\")
      }
      guard names.count > 2, names[names.count - 3].elementsEqual(folder) else { continue }
      let id = String(decoding: names[names.count - 2], as: UTF8.self)
      let name = String(decoding: names[names.count - 1], as: UTF8.self)
      let kind = ExportedList.Kind.allCases.first { $0.fileName == name }
      guard name == "object.xml" || kind != nil else { continue }
      total += entry.size
      var place = places[id.lowercased()] ?? (index, Place(id: id))
      let isTaken = kind.map { place.place.lists[$0] != nil } ?? (place.place.object != nil)
      guard !isTaken, place.place.id == id else {
        throw .damaged("two sequences in it have the id “\(id)”")
      }
      if let kind { place.place.lists[kind] = index } else { place.place.object = index }
      places[id.lowercased()] = place
    }
    guard total <= archive.limits.total else {
      throw .damaged("its sequences unpack to \(total) bytes, which is not opened")
    }
    return places.values.compactMap { place in place.place.object.map { ($0, place.place) } }
      .sorted { $0.0 < $1.0 }
  }

  private static let folder = Array("SMS_TaskSequencePackage".utf8)

  /// A sequence with its name, which stands beside it; what is wrong with it is told when it is opened.
  private static func part(_ place: (Int, Place), in archive: ZipArchive) -> Part {
    let text = try? archive.content(of: archive.entries[place.0])
    let outer = text.flatMap { try? Document(parsing: $0) }
    let name = outer?.root.elements.first { $0.attribute("NAME") == "Name" }?.first("VALUE")?.text
    let id = MemberID(place.1.id)
    return Part(member: Member(id, name: name), object: place.0, lists: place.1.lists)
  }

  /// The names and the contents of entries, `/` between the parts of a name; those that cannot be read
  /// are left out.
  ///
  /// - Parameter isWanted: Which, by their names; asked for all.
  package func parts(named isWanted: (String) -> Bool) -> [(name: String, content: [UInt8])] {
    var total = 0
    return opened.entries.indices.compactMap { index in
      let entry = opened.entries[index]
      let name = opened.name(of: entry).replacing("\\", with: "/")
      guard isWanted(name) else { return nil }
      total += entry.size
      guard total <= opened.limits.total, let content = try? content(index) else { return nil }
      return (name, content)
    }
  }

  /// The ids, in small letters, of the objects in it; of a program that of its package.
  package var objectIDs: Set<String> {
    Set(
      opened.entries.compactMap { entry in
        let parts = opened.name(of: entry).split(whereSeparator: { $0 == "/" || $0 == "\\" })
          .suffix(3)
        guard parts.count == 3, parts.first?.hasPrefix("SMS_") == true, parts.last == "object.xml",
          parts.first != "SMS_Program"
        else { return nil }
        return parts.dropLast().last?.lowercased()
      })
  }

  /// Whether objects in it were exported with their content, which lies beside the archive.
  package var hasContent: Bool {
    opened.entries.contains { opened.name(of: $0).hasSuffix("/PACKAGE_CONTENT.xml") }
  }

  /// A list beside a sequence in it, as it is now; nil where there is none that can be read.
  package func list(_ kind: ExportedList.Kind, of member: MemberID) -> ExportedList? {
    let index = parts.first { $0.member.id == member }?.lists[kind]
    return index.flatMap { try? content($0) }.flatMap { try? ExportedList($0) }
  }

  private func content(_ index: Int) throws(LoadFailure) -> [UInt8] {
    if let content = changed[index] { return content }
    return try original(index)
  }

  private func original(_ index: Int) throws(LoadFailure) -> [UInt8] {
    do throws(ZipFailure) { return try opened.content(of: opened.entries[index]) } catch {
      throw .damaged(error.reason)
    }
  }

  // MARK: Putting sequences in

  package func putting(_ documents: [MemberID: SequenceDocument]) throws(Refusal) -> PackedExport {
    try putting(documents, knowing: [:])
  }

  package func putting(
    _ documents: [MemberID: SequenceDocument], knowing objects: [String: ExportedObject]
  ) throws(Refusal) -> PackedExport {
    try refuseStrangers(documents)
    var copy = self
    copy.notes = []
    var gone: Set<String> = []
    do throws(LoadFailure) {
      for part in parts {
        guard let document = documents[part.member.id] else { continue }
        gone.formUnion(try copy.put(document, part, objects))
      }
    } catch { throw Refusal(error.sentence) }
    copy.tellUnnamed(gone)
    do throws(ZipFailure) { copy.bytes = try opened.replacing(copy.changed) } catch {
      throw Refusal(error.reason)
    }
    guard copy.bytes.count <= opened.limits.content else {
      throw Refusal("the archive would be larger than \(opened.limits.content >> 20) MB")
    }
    return copy
  }

  /// Puts a sequence in, and answers the ids, in small letters, that it named when it was opened and does
  /// not now.
  private mutating func put(
    _ document: SequenceDocument, _ part: Part, _ objects: [String: ExportedObject]
  ) throws(LoadFailure) -> Set<String> {
    let old = try original(part.object)
    let new = document.serialized()
    changed[part.object] = new == old ? nil : new
    let before = new == old ? document : try Self.document(in: old)
    var following = ExportFollowing(from: before, to: document, objects)
    for kind in ExportedList.Kind.allCases {
      guard let index = part.lists[kind] else { continue }
      guard following.isNeeded(kind) else {
        changed[index] = nil
        continue
      }
      if !following.knowsExport { following.know(try knownObjects()) }
      changed[index] = following.list(kind, instead: try original(index))
    }
    notes += following.notes
    return following.gone
  }

  /// Tells of objects that are in the archive still, though no sequence of it names them any more.
  private mutating func tellUnnamed(_ gone: Set<String>) {
    var rest = gone.isEmpty ? [] : gone.intersection(objectIDs)
    for part in rest.isEmpty ? [] : parts {
      guard let document = try? document(of: part.member.id) else { continue }
      rest.subtract(document.recordedReferences.map { $0.id.lowercased() })
    }
    guard !rest.isEmpty else { return }
    let ids = rest.map { $0.uppercased() }.sorted().joined(separator: ", ")
    notes.append(
      "\(ids) \(rest.count == 1 ? "stays" : "stay") in the archive, and no sequence in it names "
        + "\(rest.count == 1 ? "it" : "them") any more.")
  }

  /// What the lists of all its sequences say of objects.
  private func knownObjects() throws(LoadFailure) -> [ExportedObject] {
    var objects: [ExportedObject] = []
    for index in parts.flatMap(\.lists.values).sorted() {
      objects += (try? ExportedList(try original(index)))?.objects ?? []
    }
    return objects
  }
}

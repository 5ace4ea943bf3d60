package import XMLTree

/// A list beside an exported sequence of what it references: `ReferencesInfo.xml` of packages and the
/// boot image, `AppReferencesInfo.xml` of applications.
///
/// Measured on 146 sequences of real exports: an `ArrayOfString`, each `string` the escaped WMI text
/// of one object, in the order of the `References` array; UTF-8 with a mark, CR LF, two blanks for a
/// level; without objects one tag on one line. Whether an import reads them is not documented.
package struct ExportedList: Sendable {
  /// Which of the two it is.
  package enum Kind: CaseIterable, Sendable {
    case objects, applications

    /// The name of its file beside `object.xml`.
    package var fileName: String {
      self == .objects ? "ReferencesInfo.xml" : "AppReferencesInfo.xml"
    }

    /// What it says of a sequence's references.
    package func covers(_ reference: RecordedReference) -> Bool {
      reference.isApplication == (self == .applications)
    }
  }

  /// What it names, in its order.
  package var objects: [ExportedObject] { entries.map(\.object) }
  /// Whether an entry names an application.
  package var kinds: [Kind] { entries.map(\.kind) }

  private let text: FileText
  private let entries: [Entry]
  private let root: Range<Int>

  private struct Entry: Sendable {
    let object: ExportedObject
    let kind: Kind
    /// Where its element stands.
    let range: Range<Int>
  }

  /// Reads a list; entries of classes that are not known are passed over, and kept.
  package init(_ file: [UInt8]) throws(ParseFailure) {
    let document = try Document(parsing: file)
    text = FileText(of: document)
    root = document.root.range ?? 0..<0
    entries = document.root.elements.compactMap { element in
      guard let range = element.range, let (object, kind) = Self.object(element.text) else {
        return nil
      }
      return Entry(object: object, kind: kind, range: range)
    }
  }

  /// The object in the WMI text of an entry.
  private static func object(_ text: String) -> (ExportedObject, Kind)? {
    guard let instance = try? Document(parsing: Array(text.utf8)).root else { return nil }
    var values: [String: String] = [:]
    for property in instance.elements {
      guard let name = property.attribute("NAME") else { continue }
      values[name] = property.first("VALUE")?.text
    }
    if let id = values["RefAppModelName"], !id.isEmpty {
      var object = ExportedObject(id: id)
      if let item = values["RefAppCI_ID"], let package = values["RefAppPackageID"] {
        object.numbers = ExportedObject.Numbers(item: item, package: package)
      }
      return (object, .applications)
    }
    guard let id = values["ReferencePackageID"], !id.isEmpty else { return nil }
    var object = ExportedObject(id: id)
    object.name = values["ReferenceName"] ?? ""
    object.version = values["ReferenceVersion"] ?? ""
    object.description = values["ReferenceDescription"]
    object.type = values["ReferencePackageType"]
    return (object, .objects)
  }

  // MARK: Another sequence's references

  /// The list with the objects a sequence references, and which of them it cannot name.
  ///
  /// What stays is kept to the byte; what comes stands where its id belongs. An application without
  /// the numbers of the site gets no entry.
  /// - Parameters:
  ///   - sequence: The id of the sequence.
  ///   - known: What is known of an object that comes.
  package func naming(
    _ references: [RecordedReference], _ kind: Kind, of sequence: String,
    _ known: (String) -> ExportedObject?
  ) -> (file: [UInt8], left: [String]) {
    let wanted = references.filter(kind.covers)
    let ids = Set(wanted.map { $0.id.lowercased() })
    var left: [String] = []
    var pieces = Pieces(text.text, root, entries.map(\.range))
    for (index, entry) in entries.enumerated().reversed()
    where !ids.contains(entry.object.id.lowercased()) {
      pieces.remove(index)
    }
    var there = entries.map { $0.object.id.lowercased() }.filter(ids.contains)
    for reference in wanted where !there.contains(reference.id.lowercased()) {
      let object = known(reference.id) ?? ExportedObject(id: reference.id)
      guard kind == .objects || object.numbers != nil else {
        left.append(reference.id)
        continue
      }
      let key = reference.id.lowercased()
      let place = there.firstIndex { key.utf8.lexicographicallyPrecedes($0.utf8) } ?? there.count
      there.insert(key, at: place)
      let instance = ExportedInstance(kind, object, reference, of: sequence)
      pieces.insert(instance.element(newline: pieces.newline), at: place)
    }
    guard there != entries.map({ $0.object.id.lowercased() }) else { return (text.bytes, left) }
    var file = text
    file.text = pieces.text
    return (file.bytes, left)
  }
}

/// A list in pieces: its head, its elements each with what is before it, its tail.
private struct Pieces {
  private var head: [UInt8]
  private var items: [(before: [UInt8], element: [UInt8])]
  private var tail: [UInt8]
  private let end: [UInt8]
  let newline: String

  init(_ text: [UInt8], _ root: Range<Int>, _ elements: [Range<Int>]) {
    let first = elements.first?.lowerBound
    let last = elements.last?.upperBound
    let isTag = text[..<root.upperBound].suffix(2).elementsEqual("/>".utf8)
    end = Array(text[root.upperBound...])
    newline = text.contains(0x0D) || first == nil ? "\r\n" : "\n"
    items = []
    guard let first, let last else {
      let close = text[root].lastIndex(of: UInt8(ascii: isTag ? "/" : "<")) ?? root.upperBound
      head = Array(text[..<close])
      if isTag {
        while head.last == 0x20 { head.removeLast() }
        head.append(UInt8(ascii: ">"))
      }
      tail = Array("\(newline)</ArrayOfString>".utf8)
      return
    }
    // The blanks before the first element are its own.
    let open = text[..<first].lastIndex { ![0x20, 0x09, 0x0D, 0x0A].contains($0) } ?? first
    head = Array(text[...open])
    tail = Array(text[last..<root.upperBound])
    var position = open + 1
    for range in elements {
      items.append((Array(text[position..<range.lowerBound]), Array(text[range])))
      position = range.upperBound
    }
  }

  mutating func remove(_ index: Int) {
    let before = items.remove(at: index).before
    // What is more than blanks is not an entry's.
    guard before.contains(where: { $0 > 0x20 }) else { return }
    if index < items.count {
      items[index].before = before + items[index].before
    } else {
      tail = before + tail
    }
  }

  mutating func insert(_ element: String, at index: Int) {
    let blank = items.first.map(\.before).flatMap { $0.allSatisfy { $0 <= 0x20 } ? $0 : nil }
    items.insert((blank ?? Array("\(newline)  ".utf8), Array(element.utf8)), at: index)
  }

  /// The text; one tag where nothing is between two.
  var text: [UInt8] {
    guard items.isEmpty, head.last == UInt8(ascii: ">"),
      tail.drop(while: { $0 <= 0x20 }).starts(with: "</".utf8)
    else { return head + items.flatMap { $0.before + $0.element } + tail + end }
    return head.dropLast() + Array(" />".utf8) + end
  }
}

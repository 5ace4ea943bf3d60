import TaskSequence
import XMLTree

/// The `References` array and `ReferencesCount` of an exported object, which repeat what its sequence
/// lists.
///
/// Measured on exports of the console: one object for each distinct package of the list and for the
/// boot image, sorted by id; the program is `*` where the list names none, the type 0. An application
/// has type 1 and an empty program. The count is right up to 2020, and 0 in every sequence with
/// references that was saved since April 2021.
extension MarkupText {
  var references: [RecordedReference] { objects(of: array)?.map(\.recorded) ?? [] }

  func recording(_ wanted: [RecordedReference]) throws(Refusal) -> MarkupText {
    guard let array else { return self }
    guard let old = objects(of: array) else {
      throw Refusal(
        "the References of this export are not written as the console writes them and would be "
          + "wrong; export the sequence again, or edit the sequence alone")
    }
    let kept = Set(wanted.map { $0.id.lowercased() })
    let gone = old.filter { !kept.contains($0.recorded.id.lowercased()) }.map(\.element.id)
    var copy = self
    if !gone.isEmpty { copy.change { $0.removing(Set(gone)).document } }
    var there = Set(old.map { $0.recorded.id.lowercased() }).intersection(kept)
    for new in wanted where there.insert(new.id.lowercased()).inserted {
      copy.change { adding(new, to: $0) }
    }
    copy.change { counting(there.count, after: old.count, in: $0) }
    return copy
  }

  func recording(as other: any Wrapping) -> MarkupText {
    guard let theirs = other as? MarkupText else { return self }
    var copy = self
    for name in Self.derived {
      guard let mine = copy.named(name), let element = theirs.named(name),
        mine.id == element.id, mine !== element
      else { continue }
      copy.rewrite(mine.id) { _ in element }
    }
    return copy
  }

  private static let derived = ["References", "ReferencesCount"]

  private func named(_ name: String) -> Element? { Self.named(name, in: outer) }

  private static func named(_ name: String, in outer: Document) -> Element? {
    outer.root.elements.first { $0.attribute("NAME") == name }
  }

  private var array: Element? { carrier == .export ? named("References") : nil }

  /// The objects of the array; nil when one is not as exports have them.
  private func objects(
    of array: Element?
  ) -> [(element: Element, recorded: RecordedReference)]? {
    guard let values = array?.first("VALUE.OBJECTARRAY") else { return [] }
    var found: [(element: Element, recorded: RecordedReference)] = []
    for element in values.elements {
      guard let instance = element.first("INSTANCE"),
        let id = Self.value("Package", of: instance)
      else { return nil }
      found.append(
        (
          element,
          RecordedReference(
            id: id, program: Self.value("Program", of: instance) ?? "",
            isApplication: Self.value("Type", of: instance) == "1")
        ))
    }
    return found
  }

  private static func value(_ name: String, of instance: Element) -> String? {
    instance.elements.first { $0.attribute("NAME") == name }?.first("VALUE")?.text
  }

  /// Adds an object where its id belongs.
  private func adding(_ new: RecordedReference, to outer: Document) -> Document {
    var outer = outer
    let habit = LayoutHabit(of: outer.root)
    guard let array = Self.named("References", in: outer) else { return outer }
    if array.first("VALUE.OBJECTARRAY") == nil,
      let pieces = try? outer.parseFragment(Array("<VALUE.OBJECTARRAY></VALUE.OBJECTARRAY>".utf8))
    {
      outer = outer.inserting(pieces, into: array.id, at: .last, habit: habit)
    }
    guard let values = Self.named("References", in: outer)?.first("VALUE.OBJECTARRAY"),
      let pieces = try? outer.parseFragment(Array(Self.xml(of: new).utf8))
    else { return outer }
    let next = values.elements.first { element in
      let id = element.first("INSTANCE").flatMap { Self.value("Package", of: $0) } ?? ""
      return new.id.utf8.lexicographicallyPrecedes(id.utf8)
    }
    return outer.inserting(
      pieces, into: values.id, at: next.map { .before($0.id) } ?? .last, habit: habit)
  }

  /// Counts as the site that wrote the export counts.
  private func counting(_ count: Int, after old: Int, in outer: Document) -> Document {
    guard let value = Self.named("ReferencesCount", in: outer)?.first("VALUE") else {
      return outer
    }
    if value.text == "0" {
      let refreshed = Self.named("LastRefreshTime", in: outer)?.first("VALUE")?.text ?? ""
      guard old == 0, refreshed.prefix(6) < "202104" else { return outer }
    }
    return outer.rewriting([value.id]) { $0.settingText("\(count)", newline: [0x0D, 0x0A]) }
  }

  /// The object as the console writes it.
  private static func xml(of new: RecordedReference) -> String {
    let name = "SMS_TaskSequence_Reference"
    func system(_ property: String, _ value: String? = nil, type: String = "string") -> String {
      let inside = value.map { "<VALUE>\($0)</VALUE>" } ?? ""
      return "<PROPERTY NAME=\"__\(property)\" CLASSORIGIN=\"___SYSTEM\" TYPE=\"\(type)\">"
        + "\(inside)</PROPERTY>"
    }
    func own(_ property: String, _ value: String, type: String) -> String {
      var text = XMLText()
      text.text(value, newline: [0x0D, 0x0A])
      return "<PROPERTY NAME=\"\(property)\" CLASSORIGIN=\"\(name)\" TYPE=\"\(type)\">"
        + "<QUALIFIER NAME=\"CIMTYPE\" PROPAGATED=\"true\" TYPE=\"string\" TOINSTANCE=\"true\">"
        + "<VALUE>\(type)</VALUE></QUALIFIER><VALUE>\(text.string)</VALUE></PROPERTY>"
    }
    return "<VALUE.OBJECT><INSTANCE CLASSNAME=\"\(name)\">"
      + system("PATH") + system("NAMESPACE") + system("SERVER")
      + "<PROPERTY.ARRAY NAME=\"__DERIVATION\" CLASSORIGIN=\"___SYSTEM\" TYPE=\"string\">"
      + "<VALUE.ARRAY></VALUE.ARRAY></PROPERTY.ARRAY>"
      + system("PROPERTY_COUNT", "3", type: "sint32") + system("RELPATH") + system("DYNASTY", name)
      + system("SUPERCLASS") + system("CLASS", name) + system("GENUS", "2", type: "sint32")
      + own("Package", new.id, type: "string")
      + own("Program", new.program, type: "string")
      + own("Type", new.isApplication ? "1" : "0", type: "uint32")
      + "</INSTANCE></VALUE.OBJECT>"
  }
}

/// A table while the text is read: what later lines may still do to it depends on how it began.
///
/// A class, because the tables around it hold it while it grows.
final class TableDraft {
  /// How a table began.
  enum Origin {
    /// In the header of another below it: `[a.b]` begins `a`, and `[a]` may follow once.
    case implied
    /// In a header of its own or a brace; names with dots elsewhere do not reach into it.
    case header
    /// In a name with dots; no header may follow, but for tables below it.
    case dotted
  }

  /// What a name stands for.
  enum Content {
    case value(TOMLValue)
    case table(TableDraft)
    case list(ListDraft)
  }

  struct Entry {
    let key: TOMLKey
    let content: Content
  }

  let depth: Int
  var origin: Origin
  var place: TOMLPlace
  private var entries: [Entry] = []
  private var index: [TOMLName: Int] = [:]

  init(_ origin: Origin, at place: TOMLPlace, depth: Int) {
    self.origin = origin
    self.place = place
    self.depth = depth
  }

  subscript(key: TOMLKey) -> Entry? { index[TOMLName(key.name)].map { entries[$0] } }

  /// Adds a name that is not there yet.
  func add(_ key: TOMLKey, _ content: Content) {
    index[TOMLName(key.name)] = entries.count
    entries.append(Entry(key: key, content: content))
  }

  func addTable(_ key: TOMLKey, _ origin: Origin) throws(TOMLFault) -> TableDraft {
    let table = try child(origin, at: key.place)
    add(key, .table(table))
    return table
  }

  /// A new table one deeper.
  func child(_ origin: Origin, at place: TOMLPlace) throws(TOMLFault) -> TableDraft {
    guard depth < TOMLReader.nestingLimit else { throw TOMLReader.nestsTooDeep(at: place) }
    return TableDraft(origin, at: place, depth: depth + 1)
  }

  /// The finished table.
  var table: TOMLTable {
    let entries = entries.map { TOMLTable.Entry(key: $0.key, value: $0.content.value) }
    return TOMLTable(place: place, entries: entries, index: index)
  }
}

/// The tables with one header in double brackets, while the text is read.
final class ListDraft {
  let place: TOMLPlace
  private(set) var last: TableDraft
  private var others: [TableDraft] = []

  init(_ first: TableDraft) {
    place = first.place
    last = first
  }

  func add(_ element: TableDraft) {
    others.append(last)
    last = element
  }

  fileprivate var values: [TOMLValue] {
    (others + [last]).map { TOMLValue(form: .table($0.table), place: $0.place) }
  }
}

extension TableDraft.Content {
  fileprivate var value: TOMLValue {
    switch self {
    case .value(let value): value
    case .table(let draft): TOMLValue(form: .table(draft.table), place: draft.place)
    case .list(let list): TOMLValue(form: .array(list.values), place: list.place)
    }
  }
}

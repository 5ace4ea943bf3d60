/// Which table a line belongs to, and whether it may stand there. Each line costs what is written
/// of it.
extension TableDraft {
  /// The table that the header `[path]` opens.
  func open(_ path: DottedKey) throws(TOMLFault) -> TableDraft {
    let (parent, key) = (try follow(path.parents), path.last)
    guard let entry = parent[key] else { return try parent.addTable(key, .header) }
    guard case .table(let table) = entry.content, table.origin == .implied else {
      throw entry.clash(with: key)
    }
    (table.origin, table.place) = (.header, key.place)
    return table
  }

  /// The table that the header `[[path]]` adds to a list.
  func addElement(_ path: DottedKey) throws(TOMLFault) -> TableDraft {
    let (parent, key) = (try follow(path.parents), path.last)
    let element = try parent.child(.header, at: key.place)
    guard let entry = parent[key] else {
      parent.add(key, .list(ListDraft(element)))
      return element
    }
    guard case .list(let list) = entry.content else { throw entry.clash(with: key) }
    list.add(element)
    return element
  }

  /// The table in which a line that begins with `path` sets the last name, which is not set yet.
  func reach(_ path: DottedKey) throws(TOMLFault) -> TableDraft {
    var table = self
    for key in path.parents {
      guard let entry = table[key] else {
        table = try table.addTable(key, .dotted)
        continue
      }
      guard case .table(let inner) = entry.content, inner.origin != .header else {
        throw entry.clash(with: key)
      }
      inner.origin = .dotted
      table = inner
    }
    if let entry = table[path.last] { throw entry.clash(with: path.last) }
    return table
  }

  /// The table that the first names of a header lead to.
  private func follow(_ keys: [TOMLKey]) throws(TOMLFault) -> TableDraft {
    var table = self
    for key in keys {
      guard let entry = table[key] else {
        table = try table.addTable(key, .implied)
        continue
      }
      switch entry.content {
      case .table(let inner): table = inner
      case .list(let list): table = list.last
      case .value: throw entry.clash(with: key)
      }
    }
    return table
  }
}

extension TableDraft.Entry {
  /// Why a name cannot stand for something else as well, with the place where it does first.
  fileprivate func clash(with key: TOMLKey) -> TOMLFault {
    let words =
      switch content {
      case .value: "set already, in \(self.key.place)"
      case .table(let table): "a table already, from \(table.place)"
      case .list(let list): "a list of tables already, from \(list.place)"
      }
    return TOMLFault(place: key.place, reason: "'\(key.name)' is \(words)")
  }
}

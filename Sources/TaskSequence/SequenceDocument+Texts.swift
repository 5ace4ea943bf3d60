import XMLTree

/// One edit of many texts wherever they stand.
extension SequenceDocument {
  /// Puts new texts in the place of old ones.
  ///
  /// - Throws: when a text cannot stand in XML, or a node would be left without a name.
  @_spi(Edits) public func replacing(
    _ texts: [TextPlace.Site: String], label: String
  ) throws(Refusal) -> Edit {
    for (site, text) in texts {
      try Self.check(text)
      if site.attribute == "name", text.isEmpty {
        throw Refusal("“\(node(site.node)?.name ?? "")” would be left without a name")
      }
    }
    let sites = Dictionary(grouping: texts.keys, by: \.element)
    let changed = tree.rewriting(Set(sites.keys)) { element in
      (sites[element.id] ?? []).reduce(element) { element, site in
        texts[site].map { set(site, to: $0, in: element) } ?? element
      }
    }
    return Edit(document: replacing(tree: changed), label: label)
  }

  private func set(_ site: TextPlace.Site, to text: String, in element: Element) -> Element {
    guard let name = site.attribute else {
      return element.settingText(text, newline: habits.newline)
    }
    guard element.attribute(name) != text else { return element }
    let order = TaskNode(element).map { habits.order(of: $0.kind, for: name) } ?? []
    return element.settingAttribute(name, to: text, order: order)
  }
}

package import XMLTree

/// What stands beside the sequence in its carrier: properties of the task sequence package.
extension SequenceDocument {
  /// The text of a property of the package, such as `BootImageID`; nil where the carrier has none.
  package func packageProperty(_ name: String) -> String? { packageElement(name)?.text }

  /// The id of the sequence itself, where the carrier keeps it.
  package var ownID: String? { packageProperty("PackageID") }

  /// The lines and the columns, from 1, of elements of the sequence in the file as it was read.
  ///
  /// Costs one pass over the bytes before the last of them, however many they are.
  package func positions(of ids: Set<NodeID>) -> [NodeID: (line: Int, column: Int)] {
    let places = tree.positions(of: ids)
    guard let start = envelope?.section?.position else { return places }
    return places.mapValues { place in
      (
        start.line + place.line - 1,
        place.line == 1 ? start.column + Envelope.opening + place.column - 1 : place.column
      )
    }
  }

  /// Where a property of the package stands, counted from 1; nil where the carrier has none.
  package func packagePosition(_ name: String) -> (line: Int, column: Int)? {
    packageElement(name).flatMap { (envelope?.outer ?? tree).position(of: $0.id) }
  }

  /// Sets a property the package has.
  /// - Throws: when it has none of that name.
  package func settingPackageProperty(
    _ name: String, to value: String
  ) throws(Refusal) -> Edit {
    try Self.check(value)
    guard let element = packageElement(name) else {
      throw Refusal("the file has no property \(name)")
    }
    var copy = self
    let set = { (element: Element) in element.settingText(value, newline: habits.newline) }
    if let outer = envelope?.outer {
      copy.envelope?.outer = outer.rewriting([element.id], set)
    } else {
      copy.tree = tree.rewriting([element.id], set)
    }
    return Edit(document: copy, label: "Set \(name) of the sequence")
  }

  private func packageElement(_ name: String) -> Element? {
    switch carrier {
    case .bare: nil
    case .package: tree.root.elements.first { $0.name == name }
    case .export:
      envelope?.outer.root.elements.first {
        $0.isNamed("PROPERTY") && $0.attribute("NAME") == name
      }?.first("VALUE")
    }
  }
}

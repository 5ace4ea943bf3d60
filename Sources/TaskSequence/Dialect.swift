package import XMLTree

/// Which product a sequence is for; it decides how new XML is written and what the editor offers.
package enum Dialect: String, Sendable {
  case mdt
  case configurationManager

  /// The one that is not it.
  package var other: Dialect { self == .mdt ? .configurationManager : .mdt }

  /// The product's name.
  package var words: String { self == .mdt ? "MDT" : "Configuration Manager" }

  /// What a sequence says of itself; nil when it says nothing.
  ///
  /// The first sign counts: its name, which MDT writes, and which nothing an edit brings or takes away
  /// can outdo; a schema above 3.00; a list of references, a child sequence or a hidden variable.
  ///
  /// Right for all 153 real sequences it was tried on. `globalVarList`, `startIn`, `expand`,
  /// `%SCRIPTROOT%` and version 3.00 stand in files of both (MDT brings its templates for
  /// Configuration Manager, and those name its scripts).
  ///
  /// Looks at every element only where there is neither a name nor a higher version.
  package init?(statedBy sequence: Element) {
    if sequence.attribute("name") != nil {
      self = .mdt
    } else if sequence.attribute("version").map(Self.isAbove3) == true
      || Self.isOnlyConfigurationManagers(in: sequence)
    {
      self = .configurationManager
    } else {
      return nil
    }
  }

  /// Whether a version is above 3.00; one that is no list of numbers is not.
  private static func isAbove3(_ version: String) -> Bool {
    let parts = version.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { UInt($0) }
    return numbers.count == parts.count && [3, 0].lexicographicallyPrecedes(numbers)
  }

  /// Whether something stands in an element that MDT never writes.
  private static func isOnlyConfigurationManagers(in element: Element) -> Bool {
    element.elements.contains { inner in
      inner.isNamed("referenceList") || inner.isNamed("subtasksequence")
        || inner.attribute("hidden")?.lowercased() == "true"
        || isOnlyConfigurationManagers(in: inner)
    }
  }
}

extension SequenceDocument {
  /// The same file around a tree that an edit made.
  /// - Throws: when it would then say that it is for the other product.
  func edited(_ tree: Document) throws(Refusal) -> SequenceDocument {
    let new = replacing(tree: tree)
    guard record?.product == nil, let stated = Dialect(statedBy: new.sequence.element),
      stated != dialect,
      stated != Dialect(statedBy: sequence.element)
    else { return new }
    // A sequence of Configuration Manager has no name to be given (`setting`).
    throw Refusal(
      "a sequence without a name would be one of Configuration Manager with this; it needs a name")
  }

  /// Whether a node can have a property here.
  ///
  /// Only MDT writes a name and a description on the sequence itself: the site keeps those of a
  /// sequence of Configuration Manager. An attribute of the other product that came in from elsewhere
  /// can be changed.
  package func has(_ property: Property, _ node: TaskNode) -> Bool {
    guard property.applies(to: node.kind) else { return false }
    if node.kind == .sequence { return dialect == .mdt }
    return ProductTable.shared.isThere(.attribute(property.attribute), in: dialect)
      || node.value(of: property) != nil
  }

  /// Whether a node's property is worth showing here: one that the other product's editor alone offers
  /// is where it stands already.
  package func offers(_ property: Property, _ node: TaskNode) -> Bool {
    guard has(property, node) else { return false }
    return ProductTable.shared.isThere(.option(property.attribute), in: dialect)
      || node.value(of: property) != nil
  }
}

/// Where an element stands: for each level below the root, how many elements are before it.
///
/// Unlike an id it means the same in every reading of the same bytes.
package typealias ElementAddress = [Int]

extension Document {
  /// The address of an element; nil when it is not in this revision.
  package func address(of id: NodeID) -> ElementAddress? {
    guard let chain = ancestry(of: id) else { return nil }
    return zip(chain, chain.dropFirst()).map { parent, child in
      parent.elements.prefix { $0 !== child }.count
    }
  }

  /// The element at an address; nil when there is none.
  package func element(at address: ElementAddress) -> Element? {
    var element = root
    for place in address {
      guard place >= 0, let next = element.elements.dropFirst(place).first else { return nil }
      element = next
    }
    return element
  }
}

/// Where the variable of a property stands among those of its step: by code points, the numbers of
/// rows as numbers.
///
/// Real steps of Configuration Manager are in that order (3,219 of 3,228; the others are in stock
/// templates edited by hand).
package struct PropertyOrder: Comparable {
  private let property: String

  package init(_ property: String) { self.property = property }

  package static func < (left: PropertyOrder, right: PropertyOrder) -> Bool {
    var (left, right) = (left.property.utf8[...], right.property.utf8[...])
    while let one = left.first, let other = right.first {
      if isDigit(one), isDigit(other) {
        let (first, second) = (left.prefix(while: isDigit), right.prefix(while: isDigit))
        if first.count != second.count { return first.count < second.count }
        if !first.elementsEqual(second) { return first.lexicographicallyPrecedes(second) }
        (left, right) = (left.dropFirst(first.count), right.dropFirst(second.count))
      } else if one == other {
        (left, right) = (left.dropFirst(), right.dropFirst())
      } else {
        return one < other
      }
    }
    return left.isEmpty && !right.isEmpty
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }
}

/// Edits of a condition by the place of an operand: indices from the outermost group inwards.
///
/// Each answers the new condition, nil for one that is empty; a place that is not there changes nothing.
extension Operand {
  /// Where an operand is.
  package typealias Place = [Int]

  /// The operand at a place.
  package func operand(at place: Place) -> Operand? {
    guard let index = place.first else { return self }
    let inside = operands
    return inside.indices.contains(index)
      ? inside[index].operand(at: Array(place.dropFirst())) : nil
  }

  /// Puts other operands in the place of one: none takes it away, several become its siblings.
  package func replacing(_ place: Place, with new: [Operand]) -> Operand? {
    guard let index = place.first else {
      return new.count > 1 ? .group(.all, new) : new.first
    }
    guard case .group(let junction, var inside) = self, inside.indices.contains(index) else {
      return self
    }
    if place.count == 1 {
      inside.replaceSubrange(index...index, with: new)
    } else if let changed = inside[index].replacing(Array(place.dropFirst()), with: new) {
      inside[index] = changed
    }
    return .group(junction, inside)
  }

  /// The same without an outermost “all” around one operand, which says nothing.
  package var collapsed: Operand {
    if case .group(.all, let inside) = self, inside.count == 1 { inside[0] } else { self }
  }

  /// Adds an operand after the one at a place, or at the end of the group there.
  ///
  /// Beside the outermost one both must hold.
  /// - Returns: the new condition and where the new operand is.
  package func adding(_ new: Operand, at place: Place) -> (operand: Operand, place: Place) {
    switch operand(at: place) {
    case .group(let junction, let inside):
      let group = Operand.group(junction, inside + [new])
      return (replacing(place, with: [group]) ?? group, place + [inside.count])
    case let other?:
      guard let index = place.last else { return (.group(.all, [self, new]), [1]) }
      let changed = replacing(place, with: [other, new]) ?? self
      return (changed, place.dropLast() + [index + 1])
    case nil: return (self, place)
    }
  }

  /// Puts the operand at a place into a group of its own.
  package func wrapping(_ place: Place, in junction: Junction) -> Operand {
    guard let inner = operand(at: place) else { return self }
    return replacing(place, with: [.group(junction, [inner])]) ?? self
  }

  /// Puts what is in the group at a place in its stead.
  ///
  /// Nil when that cannot be: it is no group, or it is the outermost and holds several operands of
  /// which not all must hold.
  package func unwrapping(_ place: Place) -> Operand?? {
    guard case .group(let junction, let inside) = operand(at: place) else { return nil }
    if place.isEmpty, inside.count > 1, junction != .all { return nil }
    return .some(replacing(place, with: inside))
  }

  /// Makes the operand at a place hold exactly when it did not.
  package func negating(_ place: Place) -> Operand {
    guard let old = operand(at: place) else { return self }
    return replacing(place, with: [old.negated]) ?? self
  }

  /// The operand that holds exactly when this one does not.
  private var negated: Operand {
    switch self {
    case .group(.none, let inside) where inside.count == 1: return inside[0]
    case .group(.none, let inside): return .group(.any, inside)
    case .group(.any, let inside): return .group(.none, inside)
    case .test(.variable(var test), let extras):
      test.comparison = test.comparison.opposite
      return .test(.variable(test), extras: extras)
    case .group(.all, _), .test, .systems, .raw: return .group(.none, [self])
    }
  }

  /// Makes the group at a place decide in another way.
  package func changing(_ place: Place, to junction: Junction) -> Operand {
    guard case .group(_, let inside) = operand(at: place) else { return self }
    return replacing(place, with: [.group(junction, inside)]) ?? self
  }

  /// Moves the operand at a place among its siblings.
  /// - Returns: the new condition and the new place; nil when there is no sibling on that side.
  package func moving(_ place: Place, by count: Int) -> (operand: Operand, place: Place)? {
    guard let index = place.last, case .group(let junction, var inside) = operand(at: place.outer),
      inside.indices.contains(index + count)
    else { return nil }
    inside.insert(inside.remove(at: index), at: index + count)
    let changed = replacing(place.outer, with: [.group(junction, inside)]) ?? self
    return (changed, place.outer + [index + count])
  }

  /// Moves the operand at a place out of its group, behind it; nil on the outermost level.
  package func movingOut(_ place: Place) -> (operand: Operand, place: Place)? {
    guard place.count > 1, let moved = operand(at: place),
      let without = replacing(place, with: []), let group = without.operand(at: place.outer)
    else { return nil }
    let index = place.outer[place.count - 2]
    let changed = without.replacing(place.outer, with: [group, moved]) ?? self
    return (changed, place.outer.outer + [index + 1])
  }

  /// Moves the operand at a place into the group before it, at its end, else into the one behind it.
  package func movingIn(_ place: Place) -> (operand: Operand, place: Place)? {
    guard let index = place.last, let moved = operand(at: place),
      case .group(let junction, var siblings) = operand(at: place.outer)
    else { return nil }
    for (sibling, isBefore) in [(index - 1, true), (index + 1, false)] {
      guard siblings.indices.contains(sibling),
        case .group(let kind, let inside) = siblings[sibling]
      else { continue }
      siblings[sibling] = .group(kind, isBefore ? inside + [moved] : [moved] + inside)
      siblings.remove(at: index)
      let changed = replacing(place.outer, with: [.group(junction, siblings)]) ?? self
      return (
        changed, place.outer + [isBefore ? sibling : index] + [isBefore ? inside.count : 0]
      )
    }
    return nil
  }
}

extension Operand.Place {
  /// The place of the group around.
  package var outer: Operand.Place { Array(dropLast()) }
}

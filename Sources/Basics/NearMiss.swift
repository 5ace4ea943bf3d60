/// Finds the name that was probably meant.
package enum NearMiss {
  /// The candidate that differs least from a name; nil when all differ by too much.
  ///
  /// One letter added, left out, changed or swapped with its neighbour counts one; up to two such
  /// slips are forgiven, in names of less than six letters one. Case does not count. A name that
  /// differs from a candidate in a number alone (`App01`, `App02`) is no slip.
  package static func closest(to name: String, among candidates: some Sequence<String>) -> String? {
    let letters = Array(name.lowercased().utf8)
    let limit = letters.count < 6 ? 1 : 2
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let other = Array(candidate.lowercased().utf8)
      guard abs(other.count - letters.count) <= limit, !differsInNumberAlone(letters, other) else {
        continue
      }
      let distance = distance(letters, other, limit: (best?.distance ?? limit + 1) - 1)
      if let distance, distance > 0 { best = (candidate, distance) }
    }
    return best?.name
  }

  private static func differsInNumberAlone(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    return left != right && left.filter(isLetter) == right.filter(isLetter)
  }

  /// How many slips lie between two names; nil when more than `limit`.
  static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
    guard limit >= 0 else { return nil }
    var before: [Int] = []
    var last = Array(0...right.count)
    for (i, letter) in left.enumerated() {
      var row = [i + 1]
      for (j, other) in right.enumerated() {
        var cost = min(last[j] + (letter == other ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, letter == right[j - 1], left[i - 1] == other {
          cost = min(cost, before[j - 1] + 1)
        }
        row.append(cost)
      }
      guard (row.min() ?? 0) <= limit else { return nil }
      (before, last) = (last, row)
    }
    let distance = last[right.count]
    return distance <= limit ? distance : nil
  }
}

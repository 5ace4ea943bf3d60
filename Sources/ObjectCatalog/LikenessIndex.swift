import Synchronization
import TaskSequence

/// Objects made ready to be asked for those like another: which of them have a word, and their ids side
/// by side.
struct LikenessIndex: Sendable {
  private let objects: [CatalogObject]
  /// The places of the objects that have a word in their names.
  private var places: [Substring: [Int32]] = [:]
  /// How many words of each name are no versions.
  private var productCounts: [UInt8] = []
  /// The ids in small letters by their lengths, one after the other, and whose each is.
  private var ids: [Int: (places: [Int32], bytes: [UInt8])] = [:]

  /// Takes about a microsecond for each object.
  init(_ objects: [CatalogObject]) {
    self.objects = objects
    productCounts.reserveCapacity(objects.count)
    for (index, object) in objects.enumerated() {
      let place = Int32(index)
      let words = Likeness.words(object.name.lowercased())
      for word in words { places[word, default: []].append(place) }
      productCounts.append(UInt8(clamping: words.count(where: Likeness.isProduct)))
      let id = object.id.lowercased().utf8
      ids[id.count, default: ([], [])].places.append(place)
      ids[id.count, default: ([], [])].bytes += id
    }
  }

  /// The objects that are like another at all, with how much.
  func objects(like wanted: Likeness) -> [(CatalogObject, Int)] {
    var scores: [Int32: Int] = [:]
    addNames(wanted, to: &scores)
    addIDs(wanted, to: &scores)
    return scores.compactMap { $1 > 0 ? (objects[Int($0)], $1) : nil }
  }

  private func addNames(_ wanted: Likeness, to scores: inout [Int32: Int]) {
    guard !wanted.name.isEmpty else { return }
    var common = [UInt8](repeating: 0, count: objects.count)
    var products = common
    var touched: [Int32] = wanted.words.isEmpty ? objects.indices.map { Int32($0) } : []
    for word in wanted.words {
      let isProduct = Likeness.isProduct(word)
      for place in places[word] ?? [] {
        if common[Int(place)] == 0 { touched.append(place) }
        common[Int(place)] &+= 1
        if isProduct { products[Int(place)] &+= 1 }
      }
    }
    for place in touched {
      let index = Int(place)
      scores[place] = wanted.score(
        common: Int(common[index]), products: Int(products[index]),
        of: Int(productCounts[index]), name: { objects[index].name.lowercased() })
    }
  }

  private func addIDs(_ wanted: Likeness, to scores: inout [Int32: Int]) {
    let length = wanted.id.count
    guard length > 0, let (places, bytes) = ids[length] else { return }
    for (number, place) in places.enumerated() {
      var distance = 0
      for offset in 0..<length where bytes[number * length + offset] != wanted.id[offset] {
        distance += 1
        if distance > wanted.slip { break }
      }
      let score = wanted.score(distance: distance)
      if score > 0 { scores[place, default: 0] += score }
    }
  }
}

/// The indexes of one catalogue's own objects, made when they are first asked for and shared by all
/// its copies.
final class LikenessIndexes: Sendable {
  private let known = Mutex<[ReferenceKind: LikenessIndex]>([:])

  /// Whether one was made: then they are of objects that do not change any more.
  var isInUse: Bool { known.withLock { !$0.isEmpty } }

  /// The index of the objects of a kind; two that ask at the same time wait for one.
  func index(_ kind: ReferenceKind, of objects: [String: CatalogObject]) -> LikenessIndex {
    known.withLock { known in
      if let index = known[kind] { return index }
      let index = LikenessIndex(Array(objects.values))
      known[kind] = index
      return index
    }
  }
}

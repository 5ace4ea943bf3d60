import TestSupport
import Testing

/// An archive of some shape.
struct Shape: CustomTestStringConvertible {
  let name: String
  let recipe: ZipRecipe

  init(name: String, recipe: ZipRecipe) { (self.name, self.recipe) = (name, recipe) }

  init(_ name: String, _ recipe: ZipRecipe) { self.init(name: name, recipe: recipe) }

  var testDescription: String { name }
}

/// Archives of every shape there is.
enum Shapes {
  static let all: [Shape] = [
    Shape("stored", some()),
    Shape("deflated", some { $0.isDeflated = true }),
    Shape("sum behind the data, signed", some { $0.descriptor = (true, 4) }),
    Shape("sum behind deflated data", some { ($0.descriptor, $0.isDeflated) = ((true, 4), true) }),
    Shape(
      "sum behind the data, unsigned", some { ($0.descriptor, $0.isDeflated) = ((false, 4), true) }),
    Shape("Zip64 entries", some { $0.isLarge = true }),
    Shape(
      "Zip64 entries, sums behind the data",
      some { ($0.isLarge, $0.descriptor, $0.isDeflated) = (true, (true, 8), true) }
    ),
    Shape(
      "Zip64 entries, sums behind the data, unsigned",
      some { ($0.isLarge, $0.descriptor, $0.isDeflated) = (true, (false, 8), true) }
    ),
    Shape("extra fields, comments, flags", some(decorate)),
    Shape("folders", with(some()) { $0.entries.insert(ZipItem("folder/", []), at: 1) }),
    Shape("Zip64 end", with(some()) { $0.isLarge = true }),
    Shape("Zip64 throughout", with(some { $0.isLarge = true }) { $0.isLarge = true }),
    Shape("a comment", with(some()) { $0.comment = Array("PK\u{5}\u{6} made by hand".utf8) }),
    Shape("bytes before it, counted", with(some()) { $0.prefix = Array("#!/bin/sh\n".utf8) }),
    Shape(
      "bytes before it, not counted",
      with(some()) { ($0.prefix, $0.countsPrefix) = (Array("MZ stub".utf8), false) }
    ),
    Shape(
      "Zip64 end behind bytes that are not counted",
      with(some()) {
        ($0.prefix, $0.countsPrefix, $0.isLarge) = (Array("MZ stub".utf8), false, true)
      }
    ),
    Shape("bytes behind it", with(some()) { $0.suffix = Array("\u{1A}\0\0".utf8) }),
    Shape("gaps", with(some()) { $0.gap = [0, 0, 0, 0] }),
    Shape("another order in the directory", with(some()) { $0.order = [2, 0, 1] }),
    Shape("an archive within", with(some()) { $0.entries.append(ZipItem("in.zip", some().bytes)) }),
  ]

  static func with(_ recipe: ZipRecipe, _ change: (inout ZipRecipe) -> Void) -> ZipRecipe {
    var recipe = recipe
    change(&recipe)
    return recipe
  }

  static func some(_ change: (inout ZipItem) -> Void = { _ in }) -> ZipRecipe {
    var entries = [
      ZipItem("a.xml", Array("<a>Größe</a>\r\n".utf8)),
      ZipItem("empty", []),
      ZipItem("größe/b.txt", Array(String(repeating: "text and more text\n", count: 40).utf8)),
    ]
    for index in entries.indices { change(&entries[index]) }
    return ZipRecipe(entries)
  }

  static func decorate(_ item: inout ZipItem) {
    // The hint the console leaves for parts to grow in, and the times 7-Zip keeps.
    item.localExtra = [0x20, 0xA2, 24, 0, 0x28, 0xA0, 20, 0] + Array(repeating: 0, count: 20)
    item.centralExtra = [0x0A, 0, 4, 0, 1, 2, 3, 4]
    item.comment = Array("said".utf8)
    item.flags = 1 << 11
  }

  /// An archive of a seed.
  static func random(_ seed: UInt64) -> ZipRecipe {
    var random = Seeded(seed)
    var entries: [ZipItem] = []
    for index in 0..<random.below(6) + 1 {
      let text = (0..<random.pick([0, 1, 30, 700])).map { _ in UInt8(random.below(7) + 97) }
      var item = ZipItem("\(index)\(random.pick(["", ".xml", " %20", "/é"]))", text)
      item.isDeflated = random.chance(50)
      item.isLarge = random.chance(20)
      if random.chance(30) { item.descriptor = (random.chance(50), item.isLarge ? 8 : 4) }
      if random.chance(30) { decorate(&item) }
      item.time = UInt32(truncatingIfNeeded: random.next())
      entries.append(item)
    }
    var recipe = ZipRecipe(entries)
    recipe.isLarge = random.chance(20)
    if random.chance(20) { recipe.prefix = Array("#!stub".utf8) }
    recipe.countsPrefix = random.chance(50)
    if random.chance(20) { recipe.suffix = [0x1A] }
    if random.chance(20) { recipe.gap = [1, 2] }
    recipe.order = entries.indices.shuffled(using: &random)
    return recipe
  }
}

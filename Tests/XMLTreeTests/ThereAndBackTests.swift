import TestSupport
import Testing

@testable import XMLTree

@Suite("An element that is moved and moved back leaves no trace")
struct ThereAndBackTests {
  /// Holds where a parent lays all its children out alike: white space that nothing around it shows
  /// cannot be found again.
  @Test(arguments: Seeded.seeds(100))
  func regularFile(seed: UInt64) throws {
    let bytes = Specimen.make(seed, isRegular: true)
    let document = try Document(parsing: bytes)
    var random = Seeded(seed)
    for _ in 0..<10 {
      let trip = try #require(moved(in: document, &random))
      let message: Comment = "seed \(seed): \(trip.label)"
      #expect(broken(trip.there) == nil, message)
      #expect(trip.back.serialized() == bytes, message)
      #expect(broken(trip.back) == nil, message)
    }
  }

  @Test(.enabled(if: Corpus.isThere, "\(Corpus.skipped)"))
  func corpus() throws {
    var random = Seeded(1)
    var trips = 0
    for (path, bytes) in Corpus.files(upTo: 60_000) {
      guard let document = try? Document(parsing: bytes), isRegular(document.root) else { continue }
      for _ in 0..<5 {
        guard let trip = moved(in: document, &random) else { continue }
        trips += 1
        #expect(trip.back.serialized() == bytes, "\(path): \(trip.label)")
      }
    }
    #expect(trips > 300)
  }

  private struct Trip {
    var label: String
    var there: Document
    var back: Document
  }

  /// Moves one of several siblings into a random element that has children, and back.
  private func moved(in document: Document, _ random: inout Seeded) -> Trip? {
    let all = document.root.descendants
    let homes = all.filter { $0.elements.count > 1 }
    guard !homes.isEmpty else {
      return Trip(label: "none", there: document, back: document)
    }
    let home = random.pick(homes)
    let siblings = Array(home.elements)
    let index = random.below(siblings.count)
    let element = siblings[index]
    let inside = Set(element.descendants.map(\.id))
    let targets = all.filter { target in
      !inside.contains(target.id) && target.elements.contains { $0 !== element }
    }
    let target = random.pick(targets)
    let neighbour = random.pick(target.elements.filter { $0 !== element }.map(\.id))
    let slot = random.pick([Slot.before(neighbour), .after(neighbour), .first, .last])
    let habit = LayoutHabit(of: document.root)

    let (without, pieces) = document.removing([element.id])
    let there = without.inserting(pieces, into: target.id, at: slot, habit: habit)
    let (again, same) = there.removing([element.id])
    let isLast = index == siblings.count - 1
    let origin: Slot =
      isLast ? .after(siblings[index - 1].id) : .before(siblings[index + 1].id)
    let back = again.inserting(same, into: home.id, at: origin, habit: habit)
    return Trip(
      label: "\(element.id.number) into \(target.id.number) \(slot)", there: there, back: back)
  }

  /// Whether all children of every element have the same white space before them, and all of its
  /// lines at least its own.
  private func isRegular(_ root: Element) -> Bool {
    root.descendants.allSatisfy { parent in
      let leads = Set(parent.elements.map { parent.lead(of: $0.id).map { Array($0.bytes) } ?? [] })
      let others = parent.children.contains { $0.element == nil && !$0.isWhitespace }
      return leads.count < 2 && !(others && parent.hasElements)
    }
  }
}

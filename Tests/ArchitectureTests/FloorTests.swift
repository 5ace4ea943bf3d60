import Foundation
import Testing

/// Modules that come with the toolchain, and names of ours for what comes with a product.
private let toolchain: Set<String> = [
  "Glibc", "Foundation", "FoundationEssentials", "FoundationXML", "Dispatch", "Synchronization",
  "Testing",
]
private let aliases = ["Darwin": "Glibc", "SystemPackage": "Subprocess"]

@Suite("Imports point down only, and are declared")
struct FloorTests {
  private let house = House.ours

  @Test func everyTargetStandsOnAFloor() throws {
    let targets = Set(try SourceFile.all().map(\.target))
    for target in targets {
      #expect(house.rooms[target]?.floor != nil, "\(target) stands on no floor of Package.swift")
    }
    let empty = house.rooms.values.filter { $0.floor != nil && !targets.contains($0.name) }
    #expect(empty.map(\.name) == [])
  }

  @Test func dependenciesPointDown() {
    for room in house.rooms.values {
      guard let floor = room.floor else { continue }
      for name in room.below {
        guard let other = house.rooms[name]?.floor else { continue }
        #expect(other < floor, "\(room.name) on floor \(floor) depends on \(name) on \(other)")
      }
    }
  }

  /// The editor draws cells and knows no terminal; only the programs join the two.
  @Test func onlyProgramsKnowTheTerminal() {
    let highest = house.rooms.values.compactMap(\.floor).max()
    for room in house.rooms.values where room.floor != nil && room.floor != highest {
      #expect(!room.below.contains("Terminal"), "\(room.name)")
      #expect(!room.below.contains("CTerminal") || room.name == "Terminal", "\(room.name)")
    }
  }

  /// Nothing is imported that is not declared, and nothing declared that is not imported.
  @Test(arguments: House.ours.rooms.keys.sorted())
  func imports(target: String) throws {
    let room = try #require(house.rooms[target])
    let isOurs = room.floor != nil
    let files = try SourceFile.all(below: isOurs ? "Sources" : "Tests")
      .filter { $0.target == target }
    var used: Set<String> = []
    for file in files {
      for module in file.imports.map({ aliases[$0] ?? $0 }) {
        used.insert(module)
        let isKnown =
          toolchain.contains(module)
          ? !isOurs || room.toolchain.contains(module) : room.below.contains(module)
        #expect(isKnown, "\(file.path) imports \(module), which Package.swift does not say")
      }
    }
    let isC = files.allSatisfy { !$0.path.hasSuffix(".swift") }
    let unused = room.below.union(room.toolchain).subtracting(used)
    #expect(isC || unused.isEmpty, "\(target) does not import \(unused.sorted())")
  }

  @Test(arguments: try SourceFile.all() + SourceFile.all(below: "Tests"))
  func size(file: SourceFile) {
    #expect(file.lines.count <= 500, "\(file.path) has \(file.lines.count) lines")
  }

  /// A type of its target's name would hide every qualified name of the target.
  @Test(arguments: try SourceFile.all())
  func types(file: SourceFile) {
    for type in file.types {
      #expect(type.name != file.target, "\(file.path) holds a type of the target's own name")
      #expect(type.isDocumented, "\(file.path): \(type.name) has no doc comment")
    }
  }

  /// The picture of the house in Sources/README.md is this one.
  @Test func thePictureIsTrue() throws {
    let page = URL(filePath: #filePath).appending(path: "../../../Sources/README.md").standardized
    let rows = try String(contentsOf: page, encoding: .utf8).matches(
      of: /\| (-?\d) \| `(\w+)` \|/
    ).map { "\($0.output.1) \($0.output.2)" }
    let rooms = house.rooms.values.compactMap { room in room.floor.map { "\($0) \(room.name)" } }
    #expect(rows.sorted() == rooms.sorted())
  }

  @Test func everyArrowKindIsSeen() {
    let file = SourceFile(
      path: "Sources/A/b.swift",
      text:
        "package import B\n  import Glibc\n@testable import C\n// import D\n/// Is.\nstruct A {}")
    #expect(file.imports == ["B", "Glibc", "C"])
    #expect(file.target == "A")
    #expect(file.types.map(\.name) == ["A"] && file.types[0].isDocumented)
  }

  @Test func everyWayToDeclareATargetIsRead() {
    let house = House(
      reading: """
        func floor(_ number: Int, _ name: String) -> Target {}
        let some: [Target.Dependency] = ["A", "B"]
        // floor(9, "Gone")
        floor(-1, "Z"),
        c(0, "A", linking: [.linkedLibrary("x", .when(platforms: [.linux]))]),
        floor(
          1, "B",
          ["A", .product(name: "P", package: "p-p")], uses: ["Glibc"]),
        program(2, "d", ["B"], uses: ["Glibc", "Dispatch"], without: ["Peers"]),
        support("S", ["A"]),
        tests("D", some, without: ["Seeds"]),
        """)
    let rooms = house.rooms
    #expect(rooms.keys.sorted() == ["A", "B", "DTests", "S", "Z", "d"])
    #expect(rooms["Z"]?.floor == -1)
    #expect(rooms["A"]?.floor == 0 && rooms["A"]?.below == [])
    #expect(rooms["B"]?.below == ["A", "P"] && rooms["B"]?.toolchain == ["Glibc"])
    #expect(rooms["d"]?.floor == 2 && rooms["d"]?.below == ["B"])
    #expect(rooms["d"]?.toolchain == ["Glibc", "Dispatch"])
    #expect(rooms["S"]?.below == ["A"] && rooms["S"]?.floor == nil)
    #expect(rooms["DTests"]?.below == ["A", "B"])
  }
}

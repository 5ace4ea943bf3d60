import TaskSequence
import TestSupport
import Testing

@testable import ObjectCatalog

@Suite struct CatalogTests {
  private static func site(_ objects: [CatalogObject]) -> Catalog {
    var catalog = Catalog()
    objects.forEach { catalog.add($0) }
    catalog.completeKinds()
    return catalog
  }

  private static func package(_ id: String, _ name: String, _ version: String = "") -> CatalogObject
  {
    CatalogObject(kind: .package, id: id, name: name, version: version)
  }

  @Test func aSiteIsRightAgainstWhatAFileRecords() {
    var file = Catalog()
    file.add(CatalogObject(kind: .content, id: "ABC00001", name: "Tools"), as: .told)
    #expect(file.object(.package, "abc00001")?.name == "Tools" && !file.isComplete(.package))
    file.formUnion(Self.site([Self.package("XYZ00001", "Tools")]))
    #expect(file.object(.package, "ABC00001") == nil)
    #expect(file.record(.package, "ABC00001")?.name == "Tools")
    // Nothing complete is known of driver packages.
    #expect(file.object(.driverPackage, "ABC00001") != nil)
  }

  @Test func contentIsAnyPackage() {
    var catalog = Self.site([Self.package("A1", "P")])
    #expect(catalog.object(.content, "A1") != nil && !catalog.isComplete(.content))
    for kind in ReferenceKind.content.members where kind != .package {
      catalog.formUnion(Self.site([CatalogObject(kind: kind, id: "\(kind)", name: "")]))
    }
    #expect(catalog.isComplete(.content) && catalog.all(.content).count == 5)
  }

  @Test func guessesPutTheSameNameFirstThenTheSameProductThenASlip() {
    let catalog = Self.site([
      Self.package("ABC00091", "Something else"), Self.package("ABC00555", "Office 2024 x64"),
      Self.package("XYZ00777", "Office 2019 x64"), Self.package("XYZ00888", "Printer drivers"),
    ])
    let guesses = catalog.guesses(for: "ABC00090", named: "Office 2019 x64", .package, count: 9)
    #expect(guesses.map(\.id) == ["XYZ00777", "ABC00555", "ABC00091"])
    #expect(catalog.guesses(for: "00000000", named: "", .package, count: 9).isEmpty)
  }

  /// The index finds what comparing each object with the wanted one finds.
  @Test func guessesAreThoseOfComparingEveryObject() {
    let words = ["Office", "Viewer", "Agent", "x64", "2019", "7", "Größe", ""]
    for seed in Seeded.seeds(40) {
      var seeded = Seeded(seed)
      func name() -> String { (0..<3).map { _ in seeded.pick(words) }.joined(separator: " ") }
      func id() -> String { "ABC000" + "\(seeded.below(8))\(seeded.below(8))" }
      let objects = (0..<30).map { _ in Self.package(id(), name()) }
      let known = objects.reduce(into: [:]) { $0[$1.id] = $1 }
      var catalog = Self.site(Array(objects.prefix(15)))
      catalog.formUnion(Self.site(Array(objects.dropFirst(15))))
      // What is known already comes first.
      let own = objects.prefix(15).reduce(into: [:]) { $0[$1.id] = $1 }
      let all = known.merging(own) { $1 }.values
      let (lostID, lostName) = (id(), name())
      let scored = all.filter { $0.id != lostID }.map {
        (object: $0, score: Self.likeness($0, lostID, lostName))
      }
      let best = scored.filter { $0.score > 0 }.map {
        (key: (-$0.score, $0.object.name.lowercased(), $0.object.id), id: $0.object.id)
      }.sorted { $0.key < $1.key }.prefix(4)
      let guesses = catalog.guesses(for: lostID, named: lostName, .package, count: 4)
      #expect(guesses.map(\.id) == best.map(\.id), "seed \(seed): \(lostID) \(lostName)")
    }
  }

  private static func likeness(_ object: CatalogObject, _ id: String, _ name: String) -> Int {
    func words(_ text: String) -> Set<Substring> {
      Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 1 })
    }
    func product(_ text: String) -> Set<Substring> {
      words(text).filter { !$0.contains(where: \.isNumber) }
    }
    var score = 0
    if !name.isEmpty {
      if object.name.lowercased() == name.lowercased() { score += 1000 }
      if !product(name).isEmpty, product(name) == product(object.name) { score += 300 }
      score += 20 * words(name).intersection(words(object.name)).count
    }
    let distance = zip(object.id, id).count { $0 != $1 }
    return distance <= 1 ? score + 220 - 20 * distance : score
  }

  @Test func guessesKnowWhatIsAddedAfterTheFirst() {
    var catalog = Self.site([Self.package("ABC00001", "Office")])
    func viewers(in catalog: Catalog) -> [String] {
      catalog.guesses(for: "X", named: "Viewer", .package, count: 1).map(\.id)
    }
    #expect(viewers(in: catalog).isEmpty)
    let before = catalog
    catalog.add(Self.package("ABC00002", "Viewer"))
    #expect(viewers(in: catalog) == ["ABC00002"] && viewers(in: before).isEmpty)
  }

  @Test func aWayBackIsFoundThroughChildren() {
    var catalog = Catalog()
    for (id, needs) in [("A1", ["A2"]), ("A2", ["A3", "A2"]), ("A3", ["A1"])] {
      catalog.add(CatalogObject(kind: .taskSequence, id: id, name: "", needs: needs), as: .told)
    }
    #expect(catalog.way(from: "a2", to: "A1") == ["a2", "A3", "A1"])
    #expect(catalog.way(from: "A2", to: "A9") == nil)
  }

  @Test func agesAreInDays() {
    let source = CatalogSource(name: "site.json", written: 1_000_000, count: 2)
    #expect(source.words(at: 1_000_000 + 3 * 86400) == "site.json, 2 objects, 3 days old")
    #expect(source.words(at: 1_000_005) == "site.json, 2 objects, of today")
    #expect(source.words(at: nil) == "site.json, 2 objects")
  }

  @Test func aShareTellsFoldersStatesAndDependencies() {
    let files = [
      "Applications.xml": """
      <applications><application guid="{1}" enable="True" hide="True"><Name>A</Name>\
      <Dependency>{2}</Dependency></application>\
      <application guid="{2}" enable="False"><Name>B</Name></application></applications>
      """,
      "ApplicationGroups.xml": """
      <groups><group guid="{0}"><Name>default</Name><Member>{2}</Member></group>\
      <group guid="{9}"><Name>Office\\Add-ins</Name><Member>{1}</Member></group></groups>
      """,
      "Packages.xml": "<packages><package guid=\"{5}\"><Name>Patch</Name></package></packages>",
      "OperatingSystems.xml": "<oss><os guid=\"{3}\"></oss>",
    ]
    let share = DeploymentShare.read(folder: "Control") { name in
      files[name].map { (Array($0.utf8), 5) }
    }
    let first = share.catalog.object(.mdtApplication, "{1}")
    #expect(first?.folder == "Office/Add-ins" && first?.remark == "hidden")
    #expect(first?.needs == ["{2}"])
    #expect(share.catalog.object(.mdtApplication, "{2}")?.remark == "disabled")
    #expect(share.catalog.object(.mdtPackage, "{5}")?.name == "Patch")
    #expect(
      share.faults.count == 1 && share.faults[0].hasPrefix("Control/OperatingSystems.xml, line 1"))
    #expect(!share.catalog.isComplete(.mdtOperatingSystem))
    #expect(share.catalog.sources.map(\.written) == [5])
  }
}

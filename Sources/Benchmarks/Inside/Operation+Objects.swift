import Editor
import ObjectCatalog
import TaskSequence

/// What is done with all the packages of a large site.
extension Operation {
  static let objects = [
    Operation(name: "site", summary: "Read 50,000 packages as a site sends them, by name") { _ in
      let bytes = ObjectGenerator.answer(count: siteSize, seed: 1)
      return { keep(packages(in: bytes).all(.package)) }
    },
    Operation(name: "catalogue", summary: "Read them from tsedit's own file, by name") { _ in
      let site = packages(in: ObjectGenerator.answer(count: siteSize, seed: 1))
      let bytes = Array(site.text(asOf: nil).utf8)
      return { keep(packages(in: bytes).all(.package)) }
    },
    keys(
      "choose", "Choose among 50,000 packages: 9 letters, erase them", "console 7<C-u>",
      before: "O<Enter><End><Enter>"
    ) { packages(in: ObjectGenerator.answer(count: siteSize, seed: 1)) },
  ]

  private static let siteSize = 50_000

  private static func packages(in bytes: [UInt8]) -> Catalog {
    CatalogFile(bytes, name: "SMS_Package.json").catalog
  }
}

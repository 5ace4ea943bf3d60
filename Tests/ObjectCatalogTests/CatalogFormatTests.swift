import Testing

@testable import ObjectCatalog

@Suite struct CatalogFormatTests {
  @Test(arguments: [
    ("Packages.JSON", true), ("a.csv", true), ("a.txt", true), ("a.xml", false), ("json", false),
  ])
  func aFolderIsReadByTheEndingsOfAllFormats(_ name: String, _ mayRead: Bool) {
    #expect(CatalogFormat.mayRead(fileNamed: name) == mayRead)
  }

  @Test func sentencesNameEveryFormat() {
    #expect(CatalogFormat.names == "JSON or CSV")
    #expect(CatalogFormat.usualEndings == ".json or .csv")
  }

  @Test func everyFormatIsReachedAndHasAnEnding() {
    for (index, format) in CatalogFormat.all.enumerated() {
      #expect(!format.endings.isEmpty && format.endings.allSatisfy { $0 == $0.lowercased() })
      let own = (UInt8(0x21)...0x7E).filter { first in
        CatalogFormat.all.firstIndex { $0.begins(first) } == index
      }
      #expect(!own.isEmpty, "\(format.name) is hidden by those before it")
    }
  }
}

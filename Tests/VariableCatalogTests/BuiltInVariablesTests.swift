import Basics
import Testing

@testable import VariableCatalog

@Suite struct BuiltInVariablesTests {
  let table = BuiltInVariables.shared

  @Test func readsEveryLineOfTheTable() {
    #expect(table.all.count == 701)
    let keys = table.all.map { $0.name.lowercased() }
    #expect(Set(keys).count == keys.count)
    #expect(keys == keys.sorted())
    #expect(table.all.allSatisfy { !$0.summary.isEmpty })
  }

  @Test func ignoresCase() {
    #expect(table.named("_smstsinwinpe")?.name == "_SMSTSInWinPE")
    #expect(table.named("_SMSTSInWinPE")?.kind == .readOnly)
    #expect(table.named("osdcomputername")?.kind == .action)
    #expect(table.named("DeploymentType")?.values == "NEWCOMPUTER, REFRESH, REPLACE")
    #expect(table.named("NoSuchThing") == nil)
  }

  @Test func knowsFamilies() {
    #expect(table.named("OSDPartitions0Size")?.name == "OSDPartitions#Size")
    #expect(table.named("osdadapter12dnsdomain")?.name == "OSDAdapter#DNSDomain")
    #expect(table.named("OSDPartitionsSize") == nil)
    #expect(table.named("Applications001")?.name == "Applications")
    #expect(table.named("Applications01") == nil)
    #expect(table.named("OSDComputerName001") == nil)
  }

  @Test func offersNamesARunCanHold() {
    #expect(table.names.contains("OSDComputerName"))
    #expect(!table.names.contains("PackageID"))
    #expect(!table.names.contains { $0.contains("#") })
  }

  @Test(arguments: [
    ("OSDComputerNam", "OSDComputerName"), ("OSDCmoputerName", "OSDComputerName"),
    ("_SMSTSInWinP", "_SMSTSInWinPE"), ("Deploymenttypes", "DeploymentType"),
    ("OSDCompterNmae", "OSDComputerName"), ("NothingLikeIt", nil), ("Ab", nil),
    ("OSDComputerName", nil),
  ])
  func findsWhatWasMeant(_ name: String, _ meant: String?) {
    #expect(NearMiss.closest(to: name, among: table.names) == meant)
  }

  @Test func numbersAreNoSlips() {
    #expect(NearMiss.closest(to: "Apps02", among: ["Apps01", "Apps03"]) == nil)
    #expect(NearMiss.closest(to: "SiteCode", among: ["SiteCodes", "Sitecod1"]) == "SiteCodes")
  }

  @Test(arguments: [("windir", true), ("SystemDrive", true), ("OSDisk", false)])
  func knowsWindows(_ name: String, _ isWindows: Bool) {
    #expect(WindowsEnvironment.knows(name) == isWindows)
  }
}

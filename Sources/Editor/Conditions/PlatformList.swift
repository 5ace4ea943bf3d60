import Conditions
import TaskSequence

/// The operating systems to choose from.
enum PlatformList {
  /// Those the file names already, with the queries its site wrote, then the usual ones.
  static func platforms(of document: SequenceDocument) -> [Platform] {
    var found: [Platform] = []
    document.sequence.walk { node, _ in
      node.condition?.operand?.walk { operand in
        guard case .systems(let platforms) = operand else { return }
        for platform in platforms where !found.contains(platform) && platform.name != nil {
          found.append(platform)
        }
      }
      return true
    }
    return found + usual.filter { usual in !found.contains { $0.name == usual.name } }
  }

  private static let usual: [Platform] =
    [
      modern("All Windows 11 (64-bit) Client", from: "22000", "ProductType=1"),
      modern("All Windows 10 (64-bit) Client", from: "10240", below: "22000", "ProductType=1"),
      modern("All Windows Server 2022 (64-bit)", from: "20348", below: "26100", "ProductType>1"),
      modern("All Windows Server 2019 (64-bit)", from: "17763", below: "20348", "ProductType>1"),
      modern("All Windows Server 2016 (64-bit)", from: "14393", below: "17763", "ProductType>1"),
    ]
    + [("8.1", "30"), ("8", "20"), ("7", "10")].map {
      classic("All x64 Windows \($0.0) Client", $0.1)
    }

  /// Windows 10 and later, told apart by their builds.
  private static func modern(
    _ name: String, from build: String, below end: String? = nil, _ product: String
  ) -> Platform {
    let bound = end.map { " AND BuildNumber<\($0)" } ?? ""
    let select = "SELECT * FROM Win32_OperatingSystem WHERE"
    return Platform(
      name: name, architecture: "x64", first: "10.00.\(build).0",
      last: "10.00.\(end ?? "99999").9999",
      queries: [
        QueryTest(
          "\(select) Version like '10.%' AND BuildNumber>=\(build)\(bound) AND OSType=18 AND \(product)",
          ignoresErrors: true),
        QueryTest("\(select) OSArchitecture like '64%'", ignoresErrors: true),
      ])
  }

  private static func classic(_ name: String, _ minor: String) -> Platform {
    let (first, last) = ("6.\(minor).0000.0", "6.\(minor).9999.9999")
    let queries = Platform.usualQueries(
      name: name, architecture: "x64", first: first, last: last)
    return Platform(
      name: name, architecture: "x64", first: first, last: last, queries: queries ?? [])
  }
}

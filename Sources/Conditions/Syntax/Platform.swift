/// One operating system of Configuration Manager's list.
package struct Platform: Equatable, Sendable {
  /// What the console shows: `All x64 Windows 8.1 Client`.
  package var name: String?
  /// `x64` or `X86`.
  package var architecture: String
  /// `Win_NT`, without exception so far.
  package var type: String
  /// The first and the last version: `6.30.0000.0`, `6.30.9999.9999`.
  package var first: String
  package var last: String
  /// The queries the console wrote for it; all must find something.
  package var queries: [QueryTest]

  package static let usualType = "Win_NT"

  package init(
    name: String?, architecture: String, type: String = usualType, first: String, last: String,
    queries: [QueryTest]
  ) {
    self.name = name
    self.architecture = architecture
    self.type = type
    self.first = first
    self.last = last
    self.queries = queries
  }

  /// The queries the console writes for a platform of that name, architecture and version; nil where
  /// they cannot be told from these alone.
  ///
  /// Read off sequences of several sites: they are the same at each for versions 6.1 to 6.3. From 10
  /// on they differ between editions of Windows, so nothing is guessed.
  package static func usualQueries(
    name: String?, architecture: String, first: String, last: String
  ) -> [QueryTest]? {
    let parts = first.split(separator: ".", omittingEmptySubsequences: false)
    guard let name, parts.count == 4, parts[0] == "6", ["10", "20", "30"].contains(parts[1]),
      parts[2] == "0000", parts[3] == "0", last == "6.\(parts[1]).9999.9999",
      let bits = ["x64": "64", "x86": "32"][architecture.lowercased()]
    else { return nil }
    let product = name.contains("Server") ? "ProductType>1" : "ProductType=1"
    let select = "SELECT * FROM Win32_OperatingSystem WHERE"
    return [
      "\(select) Version like '6.\(parts[1].prefix(1))%' AND OSType=18 AND \(product)",
      "\(select) OSArchitecture like '\(bits)%'",
    ].map { QueryTest($0, ignoresErrors: true) }
  }
}

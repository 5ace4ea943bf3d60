import Conditions

/// Looks at WMI queries.
enum QueryCheck {
  static func reasons(_ test: QueryTest) -> [String] {
    var reasons: [String] = []
    if !isNamespace(test.namespace) {
      reasons.append("“\(test.namespace)” is no namespace: write root\\cimv2")
    }
    do throws(WQL.Fault) {
      for pattern in try WQL.patterns(of: test.query) {
        if let reason = fault(inPattern: pattern) { reasons.append(reason) }
      }
    } catch {
      let column = error.position + 1
      reasons.append("the query cannot be read: at its column \(column) \(error.reason)")
    }
    return reasons
  }

  private static func fault(inPattern pattern: String) -> String? {
    // A variable is replaced before the query runs.
    guard !pattern.contains(where: { $0 == "%" || $0 == "_" || $0 == "[" }) else { return nil }
    return pattern.contains("*")
      ? "the wildcards of a query’s LIKE are % and _, not *"
      : "LIKE “\(pattern)” has no wildcard; write ="
  }

  /// `root\cimv2`, also with a server before it.
  private static func isNamespace(_ text: String) -> Bool {
    let path = text.replacing("/", with: "\\")
    var parts = path.split(separator: "\\", omittingEmptySubsequences: false)
    if path.hasPrefix("\\\\") { parts = Array(parts.dropFirst(3)) }
    return parts.first?.lowercased() == "root" && !parts.contains(where: \.isEmpty)
  }
}

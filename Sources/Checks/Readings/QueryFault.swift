import Conditions

/// What looks wrong in a WMI query.
struct QueryFault {
  enum Kind { case namespace, unreadable, otherWildcards, noWildcards }

  let kind: Kind
  /// Why, a clause.
  let reason: String

  /// Those of a query, in its order.
  static func all(in test: QueryTest) -> [QueryFault] {
    var faults: [QueryFault] = []
    if !isNamespace(test.namespace) {
      let reason = "“\(test.namespace)” is no namespace: write root\\cimv2"
      faults.append(QueryFault(kind: .namespace, reason: reason))
    }
    do throws(WQL.Fault) {
      faults += try WQL.patterns(of: test.query).compactMap(fault)
    } catch {
      let reason =
        "the query cannot be read: at its column \(error.position + 1) \(error.reason)"
      faults.append(QueryFault(kind: .unreadable, reason: reason))
    }
    return faults
  }

  private static func fault(inPattern pattern: String) -> QueryFault? {
    // A variable is replaced before the query runs.
    guard !pattern.contains(where: { $0 == "%" || $0 == "_" || $0 == "[" }) else { return nil }
    return pattern.contains("*")
      ? QueryFault(
        kind: .otherWildcards, reason: "the wildcards of a query’s LIKE are % and _, not *")
      : QueryFault(kind: .noWildcards, reason: "LIKE “\(pattern)” has no wildcard; write =")
  }

  /// `root\cimv2`, also with a server before it.
  private static func isNamespace(_ text: String) -> Bool {
    let path = text.replacing("/", with: "\\")
    var parts = path.split(separator: "\\", omittingEmptySubsequences: false)
    if path.hasPrefix("\\\\") { parts = Array(parts.dropFirst(3)) }
    return parts.first?.lowercased() == "root" && !parts.contains(where: \.isEmpty)
  }
}

extension ConditionReading {
  /// What looks wrong in its queries, of one kind.
  func queryHits(_ kind: QueryFault.Kind) -> [Rule.Hit] {
    queryFaults.filter { $0.fault.kind == kind }.map {
      Rule.Hit(.condition($0.place), $0.fault.reason)
    }
  }
}

/// The names that stand for others in a copy, the same one for the same.
struct AssumedNames {
  enum Kind: Hashable {
    case host
    case user
    case domain
    case address
    case hardware
    case guid
    case sid
    /// A number or a tag that is one machine's alone.
    case id
  }

  private var others: [String: String] = [:]
  private var counts: [Kind: Int] = [:]

  /// Words that stand in the places of names and are nobody's.
  private static let nobodys: Set<String> = [
    "administrator", "localhost", "127.0.0.1", "0.0.0.0", "workgroup", "system", "public",
    "default",
    "defaultuser0", "true", "false", "yes", "no", "none", "null", "not", "set",
    "schemas.microsoft.com",
    "www.w3.org", "go.microsoft.com", "microsoft", "default string", "255.255.255.0",
    "255.255.255.255",
    "255.0.0.0", "255.255.0.0", "00000000-0000-0000-0000-000000000000",
  ]

  /// Takes a name, if it is worth another one; what is known stays as it is.
  mutating func learn(_ name: String, as kind: Kind) {
    let key = name.lowercased()
    let hasLetter = kind == .address || kind == .id || key.contains { $0.isLetter }
    guard key.utf8.count > 2, key.utf8.count <= 255, hasLetter, others[key] == nil,
      !Self.nobodys.contains(key), !Self.isOurs(key)
    else { return }
    let count = (counts[kind] ?? 0) + 1
    counts[kind] = count
    others[key] = Self.name(count, kind, isDotted: key.contains("."))
    // Of a name with dots its first part is the machine, the others its domain.
    guard kind == .host, let dot = key.firstIndex(of: ".") else { return }
    let domain = String(key[key.index(after: dot)...])
    learn(domain, as: .domain)
    others[key] = "host\(count)." + (others[domain] ?? domain)
    let host = String(key[..<dot])
    if host.utf8.count > 2, others[host] == nil, !Self.nobodys.contains(host) {
      others[host] = "host\(count)"
    }
  }

  /// What stands for a name; nil where it may stay.
  func other(of name: String) -> String? { others.isEmpty ? nil : others[name.lowercased()] }

  /// Whether a name is one that stands for another already.
  private static func isOurs(_ key: String) -> Bool {
    for word in ["host", "user", "domain", "id-"] where key.hasPrefix(word) {
      let rest = key.dropFirst(word.count)
      let digits = rest.prefix { $0.isNumber }
      let end = rest.dropFirst(digits.count)
      if !digits.isEmpty, end.isEmpty || end.hasSuffix(".example") { return true }
    }
    return key.hasPrefix("192.0.2.") || key.hasPrefix("198.51.100.")
      || key.hasPrefix("00000000-0000-0000-0000-") || key.hasPrefix("s-1-5-21-0-0-0-")
      || key.hasPrefix("00-00-5e-00") || key.hasPrefix("00:00:5e:00") || key.hasPrefix("address")
  }

  private static func name(_ count: Int, _ kind: Kind, isDotted: Bool) -> String {
    switch kind {
    case .host: return "host\(count)"
    case .user: return "user\(count)"
    case .domain: return isDotted ? "domain\(count).example" : "domain\(count)"
    case .address where count < 255: return "192.0.2.\(count)"
    case .address where count < 509: return "198.51.100.\(count - 254)"
    case .address: return "address\(count)"
    case .hardware:
      let digits = String(count % 65_536 + 65_536, radix: 16, uppercase: true).dropFirst()
      return "00:00:5E:00:\(digits.prefix(2)):\(digits.suffix(2))"
    case .guid:
      let digits = String(count, radix: 16)
      return "00000000-0000-0000-0000-"
        + String(repeating: "0", count: max(0, 12 - digits.count)) + digits
    case .sid: return "S-1-5-21-0-0-0-\(count)"
    case .id: return "id-\(count)"
    }
  }
}

/// What tests find on the computer, as somebody states it.
package struct FoundFacts: Equatable, Sendable {
  /// What a query brings.
  package enum Answer: String, CaseIterable, Sendable { case rows, none, error }

  /// Whether a file or a folder is there, and the version of a file.
  package struct Entry: Equatable, Sendable {
    package var isThere: Bool
    package var version: String?
  }

  private var queries: [String: Answer] = [:]
  private var files: [String: Entry] = [:]
  private var folders: [String: Entry] = [:]
  private var data: [String: String] = [:]
  /// The keys of the registry that are there because something in them is.
  private var keys: Set<String> = []
  package private(set) var formattedPartition = true
  /// The ids of objects whose content is not there, in capitals.
  package private(set) var missingContent: Set<String> = []

  package init() {}

  /// What a query brings, whatever its capitals and blanks; nil where nobody states it.
  package func answer(to query: String) -> Answer? { queries[Self.query(query)] }

  /// What is stated of a file.
  package func file(_ path: String) -> Entry? { files[Self.path(path)] }

  /// What is stated of a folder.
  package func folder(_ path: String) -> Entry? { folders[Self.path(path)] }

  /// The data of a value of the registry; the empty name is the key's own value.
  package func data(of key: String, _ value: String) -> String? {
    data[Self.key(key) + "\\" + value.lowercased()]
  }

  /// Whether something is stated of a key of the registry, or of what is in it.
  package func knows(key: String) -> Bool { keys.contains(Self.key(key)) }

  /// Whether a query is stated that fails.
  package var hasErrors: Bool { queries.values.contains(.error) }

  package mutating func set(_ query: String, to answer: Answer?) {
    queries[Self.query(query)] = answer
  }

  package mutating func set(file path: String, isThere: Bool?) {
    files[Self.path(path)] = isThere.map { Entry(isThere: $0) }
  }

  package mutating func set(folder path: String, isThere: Bool?) {
    folders[Self.path(path)] = isThere.map { Entry(isThere: $0) }
  }

  package mutating func set(registry path: String, to data: String) {
    var parts = path.split(separator: "\\", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1 else {
      keys.insert(Self.key(path))
      return
    }
    let name = parts.removeLast()
    let key = Self.key(parts.joined(separator: "\\"))
    if !name.isEmpty || !data.isEmpty { self.data[key + "\\" + name.lowercased()] = data }
    while !parts.isEmpty {
      keys.insert(Self.key(parts.joined(separator: "\\")))
      parts.removeLast()
    }
  }

  // MARK: Spellings

  private static func query(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func path(_ text: String) -> String {
    var path = text.lowercased().replacing("/", with: "\\")
    while path.hasSuffix("\\"), path.count > 3 { path.removeLast() }
    return path
  }

  private static let roots = [
    "hklm": "hkey_local_machine", "hkcu": "hkey_current_user", "hku": "hkey_users",
    "hkcc": "hkey_current_config", "hkcr": "hkey_classes_root",
  ]

  private static func key(_ text: String) -> String {
    let parts = text.lowercased().split(separator: "\\").map(String.init)
    guard let first = parts.first else { return "" }
    let root = first.hasSuffix(":") ? String(first.dropLast()) : first
    return ([roots[root] ?? root] + parts.dropFirst()).joined(separator: "\\")
  }

  // MARK: Reading

  init(_ table: FactTable) throws(FactFault) {
    try table.refuseNames(besides: .facts)
    for (query, value) in try table["wmi"]?.table("wmi").entries ?? [] {
      let word = try value.text("wmi", among: Answer.allCases.map(\.rawValue))
      set(query, to: Answer(rawValue: word))
    }
    for (path, entry) in try Self.entries(table["files"], "files") {
      files[Self.path(path)] = entry
    }
    for (path, entry) in try Self.entries(table["folders"], "folders") {
      folders[Self.path(path)] = entry
    }
    for (path, value) in try table["registry"]?.table("registry").entries ?? [] {
      set(registry: path, to: try value.text(path))
    }
    formattedPartition =
      try table["formattedPartition"]?.boolean("formattedPartition") ?? true
    for value in try table["missingContent"]?.list("missingContent") ?? [] {
      missingContent.insert(try value.text("missingContent").uppercased())
    }
  }

  private static func entries(
    _ value: FactValue?, _ name: String
  ) throws(FactFault) -> [(String, Entry)] {
    guard let value else { return [] }
    var entries: [(String, Entry)] = []
    if case .table(let table) = value.form {
      for (path, value) in table.entries {
        switch try value.text(name) {
        case "true": entries.append((path, Entry(isThere: true)))
        case "false": entries.append((path, Entry(isThere: false)))
        case let version where name == "files":
          entries.append((path, Entry(isThere: true, version: version)))
        default: throw value.refusal(path, "true or false")
        }
      }
    } else {
      for path in try value.list(name) {
        entries.append((try path.text(name), Entry(isThere: true)))
      }
    }
    return entries
  }
}

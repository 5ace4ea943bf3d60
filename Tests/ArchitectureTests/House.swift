import Foundation

/// The targets as `Package.swift` declares them.
struct House: Sendable {
  /// A target and what it may import.
  struct Room: Sendable {
    let name: String
    /// The floor it stands on; nil for tests and what they share.
    let floor: Int?
    /// The targets and products it depends on.
    let below: Set<String>
    /// The toolchain's modules it may use.
    let toolchain: Set<String>
  }

  let rooms: [String: Room]

  /// The package's own.
  static let ours: House = {
    let package = URL(filePath: #filePath).appending(path: "../../..").standardized.path
    let manifest = try? String(contentsOfFile: package + "/Package.swift", encoding: .utf8)
    return House(reading: manifest ?? "")
  }()

  /// Reads the calls of a manifest that declare targets: `floor(2, "Name", ["Below"], uses: ["Glibc"])`.
  init(reading manifest: String) {
    let text = manifest.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
      .joined(separator: "\n")
    var rooms: [String: Room] = [:]
    for call in text.matches(of: /\b(floor|program|c|support|tests)\(\s*(?:(-?\d+),\s*)?"(\w+)"/) {
      let rest = text[call.range.upperBound...]
      let arguments = rest[..<Self.end(of: rest)]
      let name = call.output.1 == "tests" ? "\(call.output.3)Tests" : String(call.output.3)
      rooms[name] = Room(
        name: name, floor: call.output.2.flatMap { Int($0) },
        below: Self.list(after: /^,\s*/, in: arguments, of: text),
        toolchain: Self.list(after: /\buses:\s*/, in: arguments, of: text))
    }
    self.rooms = rooms
  }

  /// Where the brackets that are open at the start are closed.
  private static func end(of text: Substring) -> String.Index {
    var depth = 1
    return text.indices.first { index in
      if "([".contains(text[index]) { depth += 1 }
      if ")]".contains(text[index]) { depth -= 1 }
      return depth == 0
    } ?? text.endIndex
  }

  /// The names in the list that stands behind a word, or in the constant that is named there.
  private static func list(
    after word: Regex<Substring>, in arguments: Substring, of text: String
  ) -> Set<String> {
    guard let start = arguments.firstMatch(of: word)?.range.upperBound else { return [] }
    var list = arguments[start...]
    if let constant = list.prefixMatch(of: /[a-z]\w*(?!\w|:)/),
      let found = text.range(of: "let \(constant.output): [Target.Dependency] = ")
    {
      list = text[found.upperBound...]
    }
    guard list.first == "[" else { return [] }
    let inside = list.dropFirst()
    let names = inside[..<end(of: inside)].matches(of: /(package: )?"([\w-]+)"/)
    return Set(names.filter { $0.output.1 == nil }.map { String($0.output.2) })
  }
}

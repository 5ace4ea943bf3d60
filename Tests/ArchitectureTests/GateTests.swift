import Testing

/// What may call whatever replaces a file, and why no sequence with unresolved references gets out
/// there.
private let writers: [String: Set<String>] = [
  // The headless gate itself; an object catalogue; the values conditions are tried out with.
  "AtomicFile.write(": ["Gate.swift", "Keeper.swift", "CatalogCommand.swift", "FactsFile.swift"],
  // What the editor has written is asked for in one place, behind its gate.
  " .write(\n": ["Saving.swift"],
]

@Suite("One gate stands before every way of writing a sequence")
struct GateTests {
  @Test(
    arguments: try SourceFile.all().filter {
      ["Editor", "Workspace", "tsedit"].contains($0.target)
    })
  func writes(file: SourceFile) {
    let text = file.lines.joined(separator: "\n")
    let name = file.path.split(separator: "/").last.map(String.init) ?? ""
    for (call, places) in writers where text.contains(call) {
      #expect(places.contains(name), "\(file.path) calls \(call)")
    }
  }
}

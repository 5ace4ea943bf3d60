import FoundationEssentials
import ObjectCatalog
import Screen
import TaskSequence
import Testing

@testable import Editor

/// Cases are folders of text: `in.xml`, `keys`, and what must come of it: `out.xml`, the saved file
/// (none when nothing may be saved), and `screen.txt`, the last screen.
///
/// Where there is a `looks.txt`, the last screen has those looks: each piece after its role.
/// `other.xml` can be opened; `catalog.csv` is what is known of objects, `other.csv` what another site
/// has. The lines of `keys` are typed one after the other; one that begins with
/// `size ` resizes the screen, one with `paste ` pastes the rest of it, as a terminal does.
///
/// `TSEDIT_REWRITE=1 swift test` writes the expectations anew, to be looked at before they are kept.
@Suite struct CaseTests {
  static let folder =
    String(#filePath.prefix(upTo: #filePath.lastIndex(of: "/") ?? #filePath.endIndex)) + "/Cases"

  static let cases =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter {
      !$0.hasPrefix(".")
    }.sorted()

  @Test(arguments: cases) func runs(_ name: String) throws {
    let folder = Self.folder + "/" + name
    let input = try read(folder + "/in.xml") ?? smallSequence
    let script = try #require(try read(folder + "/keys"))
    var robot = try Robot(input, catalog: try catalog(folder + "/catalog.csv"))
    robot.other = try catalog(folder + "/other.csv")
    if let other = try read(folder + "/other.xml") { robot.files["other.xml"] = Array(other.utf8) }
    for line in script.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("size ") {
        let numbers = line.dropFirst(5).split(separator: "x").compactMap { Int($0) }
        robot.take(.terminal(.resize(Size(width: numbers[0], height: numbers[1]))))
      } else if line.hasPrefix("paste ") {
        robot.paste(String(line.dropFirst(6)))
      } else {
        try robot.press(String(line))
      }
    }
    let saved = robot.files["case.xml"].map { String(decoding: $0, as: UTF8.self) }
    let output = saved == input ? nil : saved
    if ProcessInfo.processInfo.environment["TSEDIT_REWRITE"] != nil {
      try write(output, to: folder + "/out.xml")
      try write(robot.screen + "\n", to: folder + "/screen.txt")
      if try read(folder + "/looks.txt") != nil {
        try write(robot.looks + "\n", to: folder + "/looks.txt")
      }
      return
    }
    let expected = try read(folder + "/out.xml")
    #expect(
      output == expected,
      "the saved file; lines that differ:\n\(Self.difference(expected ?? input, saved ?? ""))")
    let screen = try #require(try read(folder + "/screen.txt"))
    #expect(robot.screen + "\n" == screen, "the screen now:\n\(robot.screen)\nwas:\n\(screen)")
    if let looks = try read(folder + "/looks.txt") {
      #expect(robot.looks + "\n" == looks, "the looks now:\n\(robot.looks)\nwere:\n\(looks)")
    }
    try undoesAll(&robot, input)
  }

  /// Undoing every edit gives back the bytes the case began with.
  private func undoesAll(_ robot: inout Robot, _ input: String) throws {
    guard robot.exitCode == nil, robot.state.file.path == "case.xml",
      robot.state.file.title == "case.xml", robot.state.file.history.revisions.count > 1
    else { return }
    robot.closeAll()
    for _ in 0..<100 where robot.state.file.history.canUndo { try robot.press("<C-z>") }
    #expect(robot.xml == input, "after undoing everything")
  }

  /// The objects in a table; none where there is none.
  private func catalog(_ path: String) throws -> Catalog {
    guard let text = try read(path) else { return Catalog() }
    let file = CatalogFile(Array(text.utf8), name: path)
    #expect(file.faults.isEmpty, "\(path): \(file.faults)")
    var catalog = file.catalog
    let name = path.split(separator: "/").last.map(String.init) ?? path
    catalog.add(source: CatalogSource(name: name, count: file.count))
    return catalog
  }

  private func read(_ path: String) throws -> String? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }

  private func write(_ text: String?, to path: String) throws {
    if let text {
      try Data(text.utf8).write(to: URL(filePath: path))
    } else if FileManager.default.fileExists(atPath: path) {
      try FileManager.default.removeItem(atPath: path)
    }
  }

  private static func difference(_ old: String, _ new: String) -> String {
    let (old, new) = (old.split(separator: "\n"), new.split(separator: "\n"))
    return new.difference(from: old).map { change in
      switch change {
      case .insert(_, let line, _): "+ \(line)"
      case .remove(_, let line, _): "- \(line)"
      }
    }.joined(separator: "\n")
  }
}

import Testing

/// Who may name standard output: its one way out, and the screen; the benchmarks are no part of the
/// program.
private let doors: Set<String> = ["Output.swift", "Session.swift"]

@Suite("One way out for what is printed")
struct OutputTests {
  @Test(arguments: try SourceFile.all().filter { $0.target != "Benchmarks" })
  func prints(file: SourceFile) {
    let name = file.path.split(separator: "/").last.map(String.init) ?? ""
    guard !doors.contains(name), file.path.hasSuffix(".swift") else { return }
    for line in file.lines where Self.isPrinting(line) {
      Issue.record("\(file.path) prints: \(line)")
    }
  }

  /// Whether a line of code writes to standard output by itself.
  private static func isPrinting(_ line: Substring) -> Bool {
    let calls = ["print(", "debugPrint(", "dump(", "puts(", "putchar(", "STDOUT_FILENO", "stdout"]
    return calls.contains { call in
      line.ranges(of: call).contains { range in
        let before = line[..<range.lowerBound]
        let isOthers = before.last.map { $0 == "." || $0.isLetter || $0.isNumber } ?? false
        return !isOthers && !before.contains("//") && !before.hasSuffix("func ")
      }
    }
  }

  @Test(arguments: [
    ("    print(text)", true), ("case .a: print(b)", true), ("write(STDOUT_FILENO, a, 1)", true),
    ("    out.print(text)", false), ("Fingerprint(of: a)", false), ("// print(a)", false),
  ])
  func everyKindIsSeen(_ line: String, _ isSeen: Bool) {
    #expect(Self.isPrinting(Substring(line)) == isSeen)
  }
}

import Foundation
import Testing

@testable import Screen

/// The table of widths holds what Unicode's data say.
@Suite struct WidthTableTests {
  private static let folder = URL(filePath: #filePath)
    .appending(path: "../../../Sources/Screen/Text").standardized
  /// Whose data the table was made of, as its comment says.
  private static let version = "17.0.0"

  /// What `widths.py` prints; nil where there is no Python or its data do not do.
  private static func made(_ arguments: [String] = []) -> [Substring]? {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", folder.appending(path: "widths.py").path] + arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  }

  private static let classes = made(["--classes"])

  @Test(
    .enabled(
      "python3 has other data than Unicode 17.0: pip install 'unicodedata2==17.*'"
    ) { classes?.first.map(String.init) == version })
  func itIsWhatTheGeneratorMakes() throws {
    let source = Self.folder.appending(path: "ScalarClass.swift")
    let text = try String(contentsOf: source, encoding: .utf8)
    #expect(text.contains("by Unicode 17.0:"))
    let made = try #require(Self.made()).joined(separator: "\n")
    #expect(text.contains(" = [\n\(made)\n]\n"))
  }

  /// What older data know already is in the table as well, but for what Unicode has changed since.
  @Test(.enabled("needs python3") { classes != nil })
  func assignedCharactersAreOfTheClassOfPythonsData() throws {
    let lines = try #require(Self.classes)
    let isOld = try #require(lines.first?.split(separator: ".").first.flatMap { Int($0) }) < 16
    #expect(lines.count > 1000)
    for line in lines.dropFirst() {
      let words = line.split(separator: " ")
      let first = try #require(UInt32(words[0], radix: 16))
      let last = try #require(UInt32(words[1], radix: 16))
      let kind = try #require(UInt32(words[2]).flatMap(ScalarClass.init(rawValue:)))
      let others = (first...last).compactMap(Unicode.Scalar.init).filter { scalar in
        let hasChanged = isOld && Self.changed.contains { $0.contains(scalar.value) }
        return ScalarClass(scalar) != kind && !hasChanged
      }
      #expect(others.isEmpty, "\(line)")
    }
  }

  /// What has another class since Unicode 16.0: the trigrams, hexagrams and counting rods are wide,
  /// and Ahom's medial ra takes a column (https://www.unicode.org/versions/Unicode16.0.0/).
  private static let changed: [ClosedRange<UInt32>] = [
    0x2630...0x2637, 0x268A...0x268F, 0x4DC0...0x4DFF, 0x1171E...0x1171E, 0x1D300...0x1D356,
    0x1D360...0x1D376,
  ]

  /// Marks and what cannot be seen are known to the standard library, too; only widths are not.
  @Test(
    .enabled("the standard library's Unicode is older than the table's") {
      Unicode.Scalar(0x1FAC8)?.properties.age != nil
    })
  func marksAndHiddenAreThoseOfTheStandardLibrary() {
    let others = (UInt32(0xA0)...0x10FFFF).compactMap(Unicode.Scalar.init).filter { scalar in
      switch ScalarClass(scalar) {
      case .hidden: !Self.isHidden(scalar)
      case .mark: Self.isHidden(scalar) || !Self.isMark(scalar)
      case .narrow, .wide: Self.isHidden(scalar) || Self.isMark(scalar)
      }
    }
    #expect(others.isEmpty, "\(others.prefix(9).map { String($0.value, radix: 16) })")
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .lineSeparator, .paragraphSeparator: return true
    case .format: return properties.isDefaultIgnorableCodePoint || !isPrepended(scalar)
    default: return properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint
    }
  }

  /// Whether it is a sign that is written under or around the digits behind it.
  private static func isPrepended(_ scalar: Unicode.Scalar) -> Bool {
    [0x6DD, 0x70F, 0x8E2, 0x110BD, 0x110CD].contains(scalar.value)
      || (0x600...0x605).contains(scalar.value) || (0x890...0x891).contains(scalar.value)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    [.nonspacingMark, .enclosingMark].contains(scalar.properties.generalCategory)
      || (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value)
  }
}

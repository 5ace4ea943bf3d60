import Containers
import TaskSequence
import TestSupport
import Testing

/// A place in a message about a sequence inside another file is a place in that file, all of them.
@Suite struct PlaceTests {
  /// What stands before and after a sequence in each kind of file.
  private static let wrappings = [
    ("", ""),
    (
      "<SmsTaskSequencePackage>\n <Name>N</Name>\n <SequenceData>",
      "</SequenceData></SmsTaskSequencePackage>"
    ),
    (
      "<INSTANCE CLASSNAME=\"SMS_TaskSequencePackage\">\r\n<PROPERTY NAME=\"Name\"><VALUE>\n</VALUE>"
        + "</PROPERTY>\r\n  <PROPERTY NAME=\"Sequence\"><VALUE><![CDATA[",
      "]]></VALUE></PROPERTY></INSTANCE>"
    ),
  ]

  /// A sequence that is broken somewhere.
  private static func broken(_ seeded: inout Seeded) -> String {
    let blank = { (seeded: inout Seeded) in seeded.pick(["", "\n", "\r\n  ", "\n\n"]) }
    var text = "<sequence version=\"3.10\">" + blank(&seeded)
    for _ in 0..<seeded.below(4) {
      text += "<step name=\"ö\">\(blank(&seeded))</step>" + blank(&seeded)
    }
    text += seeded.pick([
      "<group name=\"G\">\(blank(&seeded))<step name=\"S\">\(blank(&seeded))</group>",
      "<step name=\"S\"><action>\(blank(&seeded))a & b</action></step>",
      "<step name=\"S\" name=\"T\"/>", "<step name=S/>", "<step \(blank(&seeded)) name=\"<\"/>",
      "<step name=\"S\">\u{1}</step>", "\(blank(&seeded))</step>",
    ])
    return text + blank(&seeded) + "</sequence>"
  }

  /// Why a text is refused.
  private static func sentence(_ text: String) -> String {
    do throws(LoadFailure) {
      _ = try SequenceDocument(loading: Array(text.utf8))
      return "it is read"
    } catch { return error.sentence }
  }

  @Test(arguments: Seeded.seeds(100))
  func aFaultIsToldWhereItIs(seed: UInt64) throws {
    var seeded = Seeded(seed)
    let text = Self.broken(&seeded)
    let bare = Self.sentence(text)
    for (before, after) in Self.wrappings {
      let lines = before.split(separator: /\r\n|\n/, omittingEmptySubsequences: false)
      let expected = bare.replacing(/(on )?line (\d+)(, column (\d+))?/) { match in
        let line = Int(match.2) ?? 0
        let column = match.4.flatMap { Int($0) }.map { column in
          ", column \(line == 1 ? column + (lines.last?.count ?? 0) : column)"
        }
        return "\(match.1 ?? "")line \(line + lines.count - 1)\(column ?? "")"
      }
      #expect(Self.sentence(before + text + after) == expected, "\(before.prefix(30)): \(text)")
    }
  }
}

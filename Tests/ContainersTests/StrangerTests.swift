import Containers
@_spi(Edits) import TaskSequence
import Testing

@Suite("Files that are no sequence are named as what they are")
struct StrangerTests {
  private static let list = """

    ActionInProgress        : 1
    Name                    : Let's go
    PackageID               : XYZ00001
    Sequence                : <sequence version="3.10"><group name="Main" description=""><step type="SMS
                              _TaskSequence_RunCommandLineAction" name="Say hello" description="" runIn="
    SourceSite              : XYZ

    """
  private static let writes =
    "it is what a console shows of an object, wrapped and cut, and no file of it; this writes one: "
    + "(Get-CMTaskSequence %).Sequence | Set-Content -Encoding UTF8 sequence.xml"

  private static let files: [(String, String)] = [
    (list, writes.replacing("%", with: "-TaskSequencePackageId XYZ00001")),
    (
      list.replacing("    PackageID", with: "    Other").replacing("PackageID", with: "Other"),
      writes.replacing("%", with: "-Name 'Let''s go'")
    ),
    (
      "Sequence : <sequence version=\"3.10\">\n  <gro\n",
      writes.replacing("%", with: "-Name 'NAME'")
    ),
    (
      "\r\nPackageID Name\r\n--------- ----\r\nXYZ00001  <sequence...\r\n",
      writes.replacing("%", with: "-Name 'NAME'")
    ),
    (
      "<sequence>\n<<<<<<< HEAD\n<step name=\"a\"/>\n=======\n<step name=\"b\"/>\n>>>>>>> other\n</sequence>",
      merge(2, "<<<<<<< HEAD", 6)
    ),
    (
      "{\"Sequence\":\n<<<<<<< ours\n\"a\"\n=======\n\"b\"\n>>>>>>> theirs\n}",
      merge(2, "<<<<<<< ours", 6)
    ),
    ("{\"PackageID\": \"XYZ00001\",\n \"Sequence\": }", "line 2: expected a value, found }"),
    (
      "[{\"PackageID\": \"X\", \"Name\": \"x\"}]",
      "it is JSON, and no text in it is a task sequence"
    ),
    (
      "{\"value\": [{\"PackageID\": \"X\", \"Sequence\": null}]}",
      "it is JSON whose task sequences come without their XML; a site gives Sequence only when it is "
        + "asked for one of them by its key, …/wmi/SMS_TaskSequencePackage('XYZ00001')"
    ),
    ("Some words: of a letter.", "line 1, column 1: text before the root element; expected '<'"),
  ]

  private static func merge(_ line: Int, _ mark: String, _ end: Int) -> String {
    "line \(line), column 1: a merge was not finished here: “\(mark)” and what follows it up to line "
      + "\(end) are both sides; leave one of them, and take the marks away"
  }

  @Test(arguments: files)
  func isNamed(file: String, sentence: String) {
    let wide: [UInt8] = file.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for bytes in [Array(file.utf8), [0xFF, 0xFE] + wide] {
      do throws(LoadFailure) {
        _ = try Opener().open(bytes)
        Issue.record("read \(file)")
      } catch {
        // A parser knows no more than where a text in two bytes a character begins.
        #expect(error.sentence == sentence)
      }
    }
  }
}

/// Files whose bytes are not what they say, or that say nothing.
@Suite("What a file says of its encoding may be wrong")
struct FalseEncodingTests {
  private static let sequence = "<sequence version=\"3.10\"><step name=\"größe\"/></sequence>"

  private static func declared(_ name: String) -> [UInt8] {
    Array("<?xml version=\"1.0\" encoding=\"\(name)\"?>\r\n\(sequence)".utf8)
  }
  private static func wide(_ text: [UInt8]) -> [UInt8] {
    [0xFF, 0xFE]
      + String(decoding: text, as: UTF8.self).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }
  private static func latin(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }
  private static let isUTF8 = "but it is UTF-8, and is read as that."
  private static let isANSI =
    "It is not UTF-8; it is read as windows-1252, as older tools of Windows write."

  private static let files: [([UInt8], String)] = [
    (declared("utf-16"), "Its first line says utf-16, \(isUTF8)"),
    ([0xEF, 0xBB, 0xBF] + declared("UTF-16"), "Its first line says UTF-16, \(isUTF8)"),
    (
      [0xEF, 0xBB, 0xBF] + declared("ISO-8859-1"), "Its first line says ISO-8859-1, \(isUTF8)"
    ),
    (
      wide(declared("windows-1252")),
      "Its first line says windows-1252, but it is UTF-16LE, and is read as that."
    ),
    (latin(sequence), isANSI),
    (latin(String(decoding: declared("utf-8"), as: UTF8.self)), isANSI),
    (latin("{\"Sequence\": \"" + sequence.replacing("\"", with: "\\\"") + "\"}"), isANSI),
  ]

  @Test(arguments: files)
  func isReadAsWhatItIs(file: [UInt8], remark: String) throws {
    let container = try Opener().open(file)
    #expect(container.remark == remark)
    #expect(container.bytes == file)
    let document = try container.document(of: .only)
    let step = try #require(document.sequence.children.first)
    #expect(step.name == "größe")
    let edit = try document.setting(.name, to: "Größe €", on: [step.id])
    let saved = try container.putting([.only: edit.document])
    let again = try Opener().open(saved.bytes)
    #expect(again.remark == remark)
    #expect(try again.document(of: .only).sequence.children.first?.name == "Größe €")
  }

  /// What is right, or can only be broken UTF-8, is told as before.
  @Test func nothingElseIsGuessed() throws {
    for name in ["utf-8", "UTF-8"] {
      #expect(try Opener().open(Self.declared(name)).remark == nil)
    }
    let broken = Array("<sequence><step name=\"größe\"/><step name=\"".utf8) + [0xE9, 0x22]
    #expect(throws: LoadFailure.self) { try Opener().open(broken + Array("/></sequence>".utf8)) }
    #expect(throws: LoadFailure.self) { try Opener().open(Self.declared("Big5")) }
  }
}

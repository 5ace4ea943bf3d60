import Containers
@_spi(Edits) import TaskSequence
import Testing

@Suite("Files are known by what is in them")
struct CarrierTests {
  private static let package =
    "<SmsTaskSequencePackage><Name>P &amp; Q</Name><SequenceData><sequence version=\"3.10\">"
    + "<step name=\"s\" type=\"T\"/></sequence></SequenceData></SmsTaskSequencePackage>"
  private static let export =
    "<INSTANCE CLASSNAME=\"SMS_TaskSequencePackage\"><PROPERTY NAME=\"Name\"><VALUE>"
    + "<![CDATA[E]]></VALUE></PROPERTY><PROPERTY NAME=\"Sequence\"><VALUE><![CDATA["
    + "<sequence version=\"3.10\"><step name=\"s\" type=\"T\"/></sequence>\r\n]]></VALUE>"
    + "</PROPERTY></INSTANCE>"

  private static let files: [(String, Carrier, Dialect, String?)] = [
    (
      "<sequence version=\"3.00\" name=\"Small\">\r\n  <step name=\"s\" startIn=\"\" />\r\n</sequence>",
      .bare, .mdt, "Small"
    ),
    (sequence, .bare, .configurationManager, nil),
    (package, .package, .configurationManager, "P & Q"),
    (export, .export, .configurationManager, "E"),
    ("<sequence/>", .bare, .mdt, nil),
  ]

  @Test(arguments: files)
  func known(file: String, carrier: Carrier, dialect: Dialect, name: String?) throws {
    let document = try SequenceDocument(loading: Array(file.utf8))
    #expect(document.carrier == carrier)
    #expect(document.dialect == dialect)
    #expect(document.name == name)
    #expect(document.serialized() == Array(file.utf8))
  }

  @Test(arguments: [package, export])
  func onlyTheSequenceChanges(file: String) throws {
    let document = try SequenceDocument(loading: Array(file.utf8))
    let step = try #require(document.sequence.children.first)
    let edit = try document.setting(.name, to: "<t>", on: [step.id])
    let expected = file.replacing("name=\"s\"", with: "name=\"&lt;t&gt;\"")
    #expect(edit.document.serialized() == Array(expected.utf8))
  }

  private static let sequence =
    "<sequence version=\"3.10\"><step name=\"s\" type=\"T\"/></sequence>"
  private static let expected =
    "; expected <sequence>, <SmsTaskSequencePackage> or WMI text of SMS_TaskSequencePackage"

  private static let strangers: [(String, String)] = [
    ("<a/>", "it is not a task sequence: its root element is <a>\(expected)"),
    (
      "<oss/>",
      "it is not a task sequence: its root element is <oss>, MDT's list of operating systems\(expected)"
    ),
    (
      "<INSTANCE CLASSNAME=\"SMS_Package\"/>",
      "it is not a task sequence: its root element is <INSTANCE>, WMI text of the class "
        + "SMS_Package\(expected)"
    ),
    (
      "<SmsTaskSequencePackage/>",
      "its <SmsTaskSequencePackage> has no <SequenceData> with a <sequence>"
    ),
    (
      "<INSTANCE CLASSNAME=\"SMS_TaskSequencePackage\"/>",
      "it is an exported task sequence object without its Sequence property; "
        + "export the task sequence again"
    ),
    (
      export.replacing("<![CDATA[\(sequence)\r\n]]>", with: "none"),
      "its Sequence property holds no single CDATA section with the sequence"
    ),
    (
      export.replacing(sequence, with: "<x/>"),
      "its Sequence property holds <x>; expected <sequence>"
    ),
    (
      "PK\u{3}\u{4}zip",
      "it is a .zip archive that was cut off: the directory at its end is missing"
    ),
    (
      "<sequence>\n<step></sequence>",
      "line 2, column 7: expected '</step>' to close the element opened on line 2"
    ),
    ("", "line 1, column 1: there is no element; expected '<'"),
  ]

  @Test(arguments: strangers)
  func refused(file: String, sentence: String) {
    do throws(LoadFailure) {
      _ = try SequenceDocument(loading: Array(file.utf8))
      Issue.record("read \(file)")
    } catch {
      #expect(error.sentence == sentence)
    }
  }

  /// A fault inside the CDATA section is told at its place in the file.
  @Test(arguments: [("\n\n", ">x<", "line 3, column 23"), ("", "\n<step>", "line 2, column 7")])
  func placeInsideTheSection(before: String, inside: String, place: String) {
    let file =
      "<INSTANCE CLASSNAME=\"SMS_TaskSequencePackage\"><PROPERTY NAME=\"Sequence\"><VALUE>"
      + "\(before)<![CDATA[<sequence>\(inside)</sequence>]]></VALUE></PROPERTY></INSTANCE>"
    do throws(LoadFailure) {
      _ = try SequenceDocument(loading: Array(file.utf8))
      Issue.record("read \(file)")
    } catch {
      #expect(error.sentence.hasPrefix(place + ":"), "\(error.sentence)")
    }
  }

  /// Each carrier with a name that needs the encoding.
  private static let carriers: [String] = [
    "<sequence version=\"3.00\" name=\"größe\">\r\n  <step name=\"s\"/>\r\n</sequence>",
    sequence.replacing("name=\"s\"", with: "name=\"größe\""),
    package.replacing("name=\"s\"", with: "name=\"größe\""),
    export.replacing("name=\"s\"", with: "name=\"größe\""),
  ]

  @Test(
    arguments: [
      "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-8 with a mark", "windows-1252", "ISO-8859-1",
      "US-ASCII",
    ], carriers)
  func everyCarrierInEveryEncoding(encoding: String, carrier: String) throws {
    let text = "<?xml version=\"1.0\" encoding=\"X\"?>" + carrier
    let file = Self.encode(text, as: encoding)
    let document = try SequenceDocument(loading: file)
    #expect(document.serialized() == file)
    let named = [document.sequence] + document.sequence.children
    let node = try #require(named.first { $0.name == "größe" })
    let edit = try document.setting(.name, to: "Ä", on: [node.id])
    let expected = Self.encode(text.replacing("größe", with: "Ä"), as: encoding)
    #expect(edit.document.serialized() == expected)
    #expect(try SequenceDocument(loading: expected).serialized() == expected)
  }

  private static func encode(_ text: String, as name: String) -> [UInt8] {
    func declared(_ encoding: String) -> String { text.replacing("\"X\"", with: "\"\(encoding)\"") }
    switch name {
    case "UTF-16LE":
      return [0xFF, 0xFE] + declared("UTF-16").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case "UTF-16BE":
      return [0xFE, 0xFF] + declared("UTF-16").utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case "UTF-8": return Array(declared("UTF-8").utf8)
    case "US-ASCII":
      let escaped = declared(name).unicodeScalars.map {
        $0.isASCII ? String($0) : "&#\($0.value);"
      }
      return Array(escaped.joined().utf8)
    case "UTF-8 with a mark": return [0xEF, 0xBB, 0xBF] + Array(declared("UTF-8").utf8)
    default: return declared(name).unicodeScalars.map { UInt8($0.value) }
    }
  }
}

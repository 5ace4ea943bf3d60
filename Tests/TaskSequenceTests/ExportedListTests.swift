import TaskSequence
import Testing

/// The lists beside an exported sequence, to the byte as consoles write them.
@Suite struct ExportedListTests {
  private static let head =
    "\u{FEFF}<ArrayOfString xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
    + "xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\""
  private static let empty = head + " />"

  private static func list(_ entries: String...) -> String {
    entries.isEmpty
      ? empty
      : head + ">\r\n" + entries.map { "  \($0)\r\n" }.joined() + "</ArrayOfString>"
  }

  private static func entry(
    _ id: String, _ name: String, _ description: String, type: String?, program: String = "*"
  ) -> String {
    let type = type.map { "\n    &lt;VALUE&gt;\($0)&lt;/VALUE&gt;" } ?? ""
    return """
      <string>&lt;INSTANCE CLASSNAME="SMS_TaskSequenceReferencesInfo"&gt;
        &lt;PROPERTY TYPE="string" NAME="__RELPATH"&gt;
          &lt;VALUE&gt;&lt;/VALUE&gt;
        &lt;/PROPERTY&gt;
        &lt;PROPERTY NAME="PackageID" TYPE="string"&gt;
          &lt;VALUE&gt;ABC00100&lt;/VALUE&gt;
        &lt;/PROPERTY&gt;
        &lt;PROPERTY NAME="ProgramName" TYPE="string"&gt;
          &lt;VALUE&gt;*&lt;/VALUE&gt;
        &lt;/PROPERTY&gt;
        &lt;PROPERTY NAME="ReferenceDescription" TYPE="string"&gt;
          &lt;VALUE&gt;\(description)&lt;/VALUE&gt;
        &lt;/PROPERTY&gt;
        &lt;PROPERTY NAME="ReferenceName" TYPE="string"&gt;
          &lt;VALUE&gt;\(name)&lt;/VALUE&gt;
        &lt;/PROPERTY&gt;
        &lt;PROPERTY NAME="ReferencePackageID" TYPE="string"&gt;
          &lt;VALUE&gt;\(id)&lt;/VALUE&gt;
        &lt;/PROPERTY&gt;
        &lt;PROPERTY NAME="ReferencePackageType" TYPE="uint32"&gt;\(type)
        &lt;/PROPERTY&gt;
        &lt;PROPERTY NAME="ReferenceProgramName" TYPE="string"&gt;
          &lt;VALUE&gt;\(program)&lt;/VALUE&gt;
        &lt;/PROPERTY&gt;
        &lt;PROPERTY NAME="ReferenceVersion" TYPE="string"&gt;
          &lt;VALUE&gt;1.0&lt;/VALUE&gt;
        &lt;/PROPERTY&gt;
      &lt;/INSTANCE&gt;</string>
      """.replacing("\n", with: "\r\n")
  }

  private static func naming(
    _ file: String, _ ids: [String], _ kind: ExportedList.Kind = .objects
  ) throws -> (text: String, left: [String]) {
    let list = try ExportedList(Array(file.utf8))
    let references = ids.map { id in
      RecordedReference(
        id: id, program: id == "ABC00007" ? "Install <it>" : "*",
        isApplication: kind == .applications)
    }
    let (file, left) = list.naming(references, kind, of: "ABC00100") { id in
      var object = ExportedObject(id: id, name: "A & B", version: "1.0", type: 3)
      object.description = "x < y"
      if id == "ABC00006" { object.type = nil }
      if id == "Scope/Known" { object.numbers = ExportedObject.Numbers(item: "7", package: "ABC9") }
      return object
    }
    return (String(decoding: file, as: UTF8.self), left)
  }

  private static let five = entry("ABC00005", "A &amp;amp; B", "x &amp;lt; y", type: "3")
  private static let six = entry("ABC00006", "A &amp;amp; B", "x &amp;lt; y", type: nil)
  private static let seven = entry(
    "ABC00007", "A &amp;amp; B", "x &amp;lt; y", type: "3", program: "Install &amp;lt;it&amp;gt;")
  private static let other = entry("ABC00006", "Other", "", type: "0")

  private static let cases: [(old: String, ids: [String], new: String)] = [
    (list(), ["ABC00005"], list(five)),
    (list(), ["ABC00005", "ABC00006"], list(five, six)),
    (list(other), ["ABC00005", "ABC00006", "ABC00007"], list(five, other, seven)),
    (list(five, other, seven), ["ABC00006"], list(other)),
    (list(five, other), [], list()),
    (list(other), ["abc00006"], list(other)),
    (list(five), ["ABC00007"], list(seven)),
    (head + "></ArrayOfString>", [], head + "></ArrayOfString>"),
    (head + "></ArrayOfString>", ["ABC00005"], list(five)),
    (head + "/>", ["ABC00005"], list(five)),
  ]

  @Test(arguments: cases.indices)
  func itIsAsAConsoleWritesIt(index: Int) throws {
    let (old, ids, new) = Self.cases[index]
    #expect(try Self.naming(old, ids).text == new)
    #expect(try Self.naming(old, ids).left == [])
  }

  @Test func whatItSaysIsRead() throws {
    let objects = try ExportedList(Array(Self.list(Self.seven, Self.six).utf8)).objects
    var seven = ExportedObject(id: "ABC00007", name: "A & B", version: "1.0", type: 3)
    seven.description = "x < y"
    #expect(objects.first == seven)
    #expect(objects.last?.type == nil)
  }

  /// Names and places of an application's entry are the SDK's and those of eleven real ones.
  @Test func applicationsNeedTheirNumbers() throws {
    let (text, left) = try Self.naming(Self.empty, ["Scope/Known", "Scope/New"], .applications)
    #expect(left == ["Scope/New"])
    let object = try #require(try ExportedList(Array(text.utf8)).objects.first)
    #expect(object.id == "Scope/Known")
    #expect(object.numbers == ExportedObject.Numbers(item: "7", package: "ABC9"))
    let names = text.matches(of: /NAME="(\w+)" TYPE/).map { String($0.output.1) }
    #expect(names == ["PackageID", "RefAppCI_ID", "RefAppModelName", "RefAppPackageID"])
    #expect(try Self.naming(text, [], .applications).text == Self.empty)
  }
}

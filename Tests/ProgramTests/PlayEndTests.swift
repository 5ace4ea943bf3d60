import Foundation
import Testing

/// `play` ends as a session does: what it wrote stays, and nothing else.
@Suite struct PlayEndTests {
  private static let sequence = """
    <sequence version="3.10"><step type="SMS_TaskSequence_RunCommandLineAction" name="S">\
    <action>smsswd.exe /run: a</action><defaultVarList><variable name="CommandLine" \
    property="CommandLine" hidden="true">a</variable></defaultVarList></step></sequence>
    """

  @Test(arguments: [
    ("jd<C-s>", ["ts.xml"]), ("jd<C-s>q", ["ts.xml"]), ("jd<C-s>d<C-s>", ["ts.xml"]),
    ("jdS<C-u>DIR/other.xml<Enter>", ["other.xml", "ts.xml"]),
    ("jdS<C-u>DIR/other.xml<Enter>d<C-s>q", ["other.xml", "ts.xml"]), ("jd", ["ts.xml"]),
  ])
  func nothingIsLeft(_ keys: String, _ names: [String]) async throws {
    let scratch = Scratch()
    let path = try scratch.file("work/ts.xml", Self.sequence)
    let folder = scratch.path + "/work"
    let result = try await Program.run(
      ["play", path, "--keys", keys.replacing("DIR", with: folder)])
    #expect(result.code == 0, "\(result.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == names)
  }
}

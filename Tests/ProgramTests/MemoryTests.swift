import Containers
import Foundation
import SequenceSpecimens
import TestSupport
import Testing

/// How much memory the program takes at most, which the README states as multiples of the file.
@Suite(
  .enabled("there is no /proc") { access("/proc/self/status", R_OK) == 0 },
  .disabled("a sanitizer takes memory of its own") {
    dlsym(nil, "__asan_init") != nil || dlsym(nil, "__tsan_init") != nil
  })
struct MemoryTests {
  /// Opens a file of a size made of one piece again and again, edits it, and answers how many times
  /// the file the memory was that it took at most, what an empty sequence takes left out.
  private func multiple(of size: Int, _ piece: String) throws -> Double {
    func most(_ text: String) throws -> Int {
      let bed = try Sickbed()
      try bed.write(text)
      let run = try TerminalRun([Program.path, bed.path], state: bed.state)
      run.type("jd")
      guard run.wait(for: "Disabled") else { throw TerminalRun.Failed(what: run.text()) }
      let status = try Scratch.read("/proc/\(run.process)/status")
      let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
      let kilobytes = line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) }
      return try #require(kilobytes) * 1024
    }
    let count = size / piece.utf8.count
    let pieces = String(repeating: piece, count: count)
    let whole = try most("<sequence version=\"3.00\">\(pieces)</sequence>")
    return Double(whole - (try most("<sequence><step/></sequence>"))) / Double(size)
  }

  @Test func ofNothingButEmptySteps() throws {
    let multiple = try multiple(of: 500_000, "<step/>")
    #expect(multiple < 105)
  }

  @Test func ofRealSteps() throws {
    let multiple = try multiple(of: 4_000_000, realStep)
    #expect(multiple < 10)
  }

  /// An archive of many entries, opened, edited and saved.
  @Test func ofAnArchive() throws {
    func most(_ entries: Int) throws -> (memory: Int, size: Int) {
      var items = ExportSpecimen.family.items
      items += (0..<entries).map { ZipItem("other/\($0).txt", Array("text of \($0)".utf8)) }
      items += (0..<entries / 200).map {
        ZipItem("large/\($0)", Array(repeating: UInt8(truncatingIfNeeded: $0), count: 300_000))
      }
      let file = ZipRecipe(items).bytes
      let patient = Sickbed.Patient(
        name: "export.zip", member: MemberID("ABC00101"), old: "", new: "", edited: "")
      let bed = try Sickbed(settings: "backup = true", as: patient)
      try Data(file).write(to: URL(filePath: bed.path))
      let run = try TerminalRun([Program.path, bed.place], state: bed.state)
      run.type("d")
      guard run.wait(for: "Disabled") else { throw TerminalRun.Failed(what: run.text()) }
      run.type("\u{13}")
      guard run.wait(for: "Saved") else { throw TerminalRun.Failed(what: run.text()) }
      let status = try Scratch.read("/proc/\(run.process)/status")
      let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
      let kilobytes = line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) }
      return (try #require(kilobytes) * 1024, file.count)
    }
    let (few, many) = (try most(0), try most(10_000))
    let multiple = Double(many.memory - few.memory) / Double(many.size - few.size)
    #expect(multiple < 3, "\(many)")
  }

  private let realStep = """
    <step type="SMS_TaskSequence_RunCommandLineAction" name="Copy the tools" description="" \
    disable="false" continueOnError="false" startIn="" successCodeList="0 3010" runIn="WinPEandFullOS">\r
      <condition>\r
        <expression type="SMS_TaskSequence_VariableConditionExpression">\r
          <variable name="Variable">_SMSTSInWinPE</variable>\r
          <variable name="Operator">equals</variable>\r
          <variable name="Value">true</variable>\r
        </expression>\r
      </condition>\r
      <defaultVarList>\r
        <variable name="PackageID" property="PackageID"></variable>\r
        <variable name="RunAsUser" property="RunAsUser">false</variable>\r
      </defaultVarList>\r
      <action>cmd.exe /c xcopy "%DEPLOYROOT%\\Tools" C:\\Tools /e /i /y</action>\r
    </step>\r

    """
}

import TaskSequence
import Testing

@testable import Operations

/// What a class calls Global stands in the sequence’s own variables, too, as the steps say.
@Suite struct GlobalTests {
  private static func request(_ count: String, _ time: String = "10") -> String {
    Bench.step(
      cm("RequestStateStore"), "osdsmpclient.exe /capture",
      [
        ("OSDStateFallbackToNAA", "FallbackToNAA", "true"),
        ("*OSDStateRequestType", "RequestType", "capture"),
        ("*OSDStateSMPRetryCount", "SMPRetryCount", count),
        ("*OSDStateSMPRetryTime", "SMPRetryTime", time),
      ])
  }

  private static func list(_ count: String, _ more: String = "") -> String {
    "<globalVarList>\(more)<variable name=\"OSDStateSMPRetryCount\" property=\"SMPRetryCount\">"
      + "\(count)</variable><variable name=\"OSDStateSMPRetryTime\" property=\"SMPRetryTime\">10"
      + "</variable></globalVarList>"
  }

  private static let other = "<variable name=\"Own\" property=\"Own\">1</variable>"

  @Test(arguments: [
    "set S \"Number of retries\" = 7", "set S variable osdstatesmpretrycount = 7",
    "replace 3 with 7 in variables of S", "rewrite S value OSDStateSMPRetryCount as 7",
  ])
  func theListFollows(_ line: String) throws {
    var bench = try Bench(Self.list("3", Self.other) + Self.request("3"))
    try bench.run(line)
    #expect(bench.globals == ["Own=1", "OSDStateSMPRetryCount=7", "OSDStateSMPRetryTime=10"])
    try bench.run("set S \"Number of retries\" = 3")
    #expect(bench.isAsOpened)
  }

  @Test func theLastStepThatRunsDecides() throws {
    var bench = try Bench(Self.list("3") + Self.request("7") + Self.request("3"))
    try bench.run("disable S#2")
    #expect(bench.globals == ["OSDStateSMPRetryCount=7", "OSDStateSMPRetryTime=10"])
    try bench.run("enable S#2")
    #expect(bench.isAsOpened)
    try bench.run("move S#2 before S")
    #expect(bench.globals == ["OSDStateSMPRetryCount=7", "OSDStateSMPRetryTime=10"])
  }

  @Test func aNewStepStartsTheList() throws {
    var bench = try Bench(Bench.step(cm("RunCommandLine"), "smsswd.exe /run: a", []))
    try bench.run("add \"Request State Store\" named R into sequence")
    #expect(bench.globals == ["OSDStateSMPRetryCount=3", "OSDStateSMPRetryTime=10"])
    #expect(bench.document.sequence.variables.allSatisfy { !$0.isHidden })
    try bench.run("add \"Apply Network Settings\" named N before S")
    #expect(
      bench.globals == [
        "OSDEnableTCPIPFiltering=false", "OSDAdapterCount=0", "OSDStateSMPRetryCount=3",
        "OSDStateSMPRetryTime=10",
      ])
    try bench.run("rows N add ()")
    #expect(bench.globals.contains("OSDAdapterCount=1") && bench.globals.contains("OSDAdapter=1"))
  }

  /// Whether a run needs an entry without a step is unknown: it stays, and that is said.
  @Test func theEntryOfALostStepStays() throws {
    var bench = try Bench(Self.list("3") + Self.request("3"))
    try bench.run("remove S")
    #expect(bench.globals == ["OSDStateSMPRetryCount=3", "OSDStateSMPRetryTime=10"])
    #expect(bench.remarks.contains { $0.hasPrefix("The sequence keeps its OSDStateSMPRetryCount") })
  }

  /// What is not touched stays, though it is not as the steps say.
  @Test func aStrippedListIsNoBusinessOfOtherEdits() throws {
    var bench = try Bench(
      Self.request("3") + Bench.step(cm("RunCommandLine"), "smsswd.exe /run: a", []))
    try bench.run("rename S#2 to T")
    #expect(bench.globals.isEmpty)
    try bench.run("set S \"Retry delay (in seconds)\" = 20")
    #expect(bench.globals == ["OSDStateSMPRetryCount=3", "OSDStateSMPRetryTime=20"])
    try bench.run("set S \"Retry delay (in seconds)\" = 10")
    try bench.run("rename T to S")
    #expect(bench.isAsOpened)
  }

  @Test func theSequenceSaysWhatTheStepsDo() throws {
    let bench = try Bench(Self.list("3") + Self.request("3"))
    #expect(
      try bench.refusal("set sequence variable OSDStateSMPRetryCount = 9")
        == "OSDStateSMPRetryCount of the sequence is what “S” says; change it there")
    #expect(try bench.refusal("set sequence variable Own = 9") == nil)
  }

  /// MDT names its operating system at the head of the sequence, and in its steps.
  @Test(arguments: [
    "set S \"Operating system\" = \"{2}\"", "set S variable OSGUID = \"{2}\"",
    "set sequence variable OSGUID = \"{2}\"", "use \"{2}\" instead of \"{1}\"",
    "replace \"{1}\" with \"{2}\"",
  ])
  func anOperatingSystemStandsThreeTimes(_ line: String) throws {
    let variable = "<variable name=\"OSGUID\" property=\"OSGUID\">{1}</variable>"
    var bench = try Bench(
      "<globalVarList>\(variable)\(variable)</globalVarList>"
        + Bench.step("BDD_InstallOS", "x", [("OSGUID", "OSGUID", "{1}")], attributes: "")
        + Bench.step("BDD_InstallOS", "x", [("OSGUID", "OSGUID", "{9}")], attributes: ""),
      isMDT: true)
    try bench.run(line)
    #expect(bench.text == bench.textOfOpened.replacing("{1}", with: "{2}"))
  }
}

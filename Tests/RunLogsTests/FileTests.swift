import RunLogs
import TestSupport
import Testing

/// Several files, several runs.
@Suite("Files and runs of logs") struct FileTests {
  /// A run of some steps, restarting in the middle; parts have times of their own.
  static func log(_ names: [String], from number: Int = 0) -> LogWriter {
    var log = LogWriter()
    log.start(size: names.count)
    for (index, name) in names.enumerated() {
      log.begin(name, index)
      log.run(name)
    }
    log.succeed()
    return log
  }

  private static func names(_ reading: LogReading) -> [[String]] {
    reading.runs.map { $0.visits.map(\.name) }
  }

  @Test(arguments: Seeded.seeds(20)) func partsAreOrderedByWhatTheySay(seed: UInt64) {
    var seeded = Seeded(seed)
    let log = Self.log(["A", "B", "C", "D"])
    let text = log.text().utf8.map { $0 }
    var cuts = (0..<3).map { _ in seeded.below(text.count) }.sorted()
    cuts = [0] + cuts + [text.count]
    var parts = zip(cuts, cuts.dropFirst()).enumerated().map { index, cut in
      (name: "smsts-\(seeded.below(9))\(index).log", bytes: Array(text[cut.0..<cut.1]))
    }
    parts.shuffle(using: &seeded)
    let reading = LogReading(parts.map { LogDigest($0.name, $0.bytes) })
    // A record that was cut apart is lost; the steps it belongs to are not.
    #expect(reading.runs.count == 1, "\(seed)")
    let names = Self.names(reading).last ?? []
    #expect(names == names.sorted(), "\(seed): \(names)")
    #expect(Set(names).isSuperset(of: ["B", "C"]) || cuts.count > 4, "\(seed): \(names)")
  }

  @Test func theClockOfTheMachineCountsNotTheBias() {
    let log = Self.log(["A", "B"])
    let half = log.records.count / 2
    // Windows PE says +480, the full system -60; in UTC the second would come first.
    let first = log.part(0..<half).bytes(from: 0, bias: "+480")
    let second = log.part(half..<log.records.count).bytes(from: 600, bias: "-60")
    for files in [[first, second], [second, first]] {
      let reading = LogReading(files.map { LogDigest("smsts.log", $0) })
      #expect(Self.names(reading) == [["A", "B"]])
    }
  }

  @Test func whereTheNumbersContradictTheClockItIsTheBias() {
    let log = Self.log(["A", "B", "C"])
    let half =
      log.records.firstIndex { $0.message.hasSuffix("name: C. Instruction pointer: 2") } ?? 0
    // The full system is far to the west of what Windows PE claims.
    let first = log.part(0..<half).bytes(from: 7200, bias: "+480")
    let second = log.part(half..<log.records.count).bytes(from: 0, bias: "+660")
    let reading = LogReading([LogDigest("b.log", second), LogDigest("a.log", first)])
    #expect(Self.names(reading) == [["A", "B", "C"]])
  }

  @Test func aLogThatWasCopiedAndWrittenOnCountsOnce() {
    let log = Self.log(["A", "B"])
    let half = log.part(0..<log.records.count / 2)
    let reading = LogReading([LogDigest("x.log", half.bytes()), LogDigest("c.log", log.bytes())])
    #expect(Self.names(reading) == [["A", "B"]])
    #expect(reading.copies.map(\.name) == ["x.log"] && reading.copies.map(\.of) == ["c.log"])
  }

  @Test func everyRunIsListedAndTheLastIsLast() {
    var failing = LogWriter()
    failing.start(size: 2)
    failing.begin("A", 0)
    failing.fail("A", code: 5)
    failing.fail(lastStep: "A")
    let good = Self.log(["A", "B"])
    var cut = LogWriter()
    cut.start(size: 2)
    cut.begin("A", 0)
    let text = failing.text() + cut.text(from: 100) + good.text(from: 200)
    let reading = LogReading([LogDigest("a.log", Array(text.utf8))])
    #expect(reading.runs.map(\.end) == [.failed, .truncated, .success])
    #expect(Self.names(reading) == [["A"], ["A"], ["A", "B"]])
    #expect(
      reading.runs.map { $0.began?.text ?? "" } == [
        "2024-03-14 08:00:00", "2024-03-14 08:01:40", "2024-03-14 08:03:20",
      ])
    #expect(reading.runs[1].isRunning)
  }

  @Test func aRunGoesOnOverAStartWithASavedNumber() {
    var log = LogWriter()
    log.start(size: 3)
    log.begin("A", 0)
    log.run("A")
    log.start(size: 3, saved: 1)
    log.begin("B", 1)
    log.run("B")
    log.start(size: 3)
    log.begin("A", 0)
    let reading = LogReading([LogDigest("a.log", log.bytes())])
    #expect(Self.names(reading) == [["A", "B"], ["A"]])
    #expect(reading.runs.map(\.starts) == [2, 1])
  }

  @Test func scriptsTellOfVariables() throws {
    var log = LogWriter()
    log.start(size: 2)
    log.begin("Gather", 0)
    log.run("Gather")
    log.begin("Next", 1)
    log.say("Evaluating a variable condition expression")
    for text in ["equals", "IsLaptop", "True"] { log.say("Expand a string: \(text)") }
    log.skip("Next")
    var script = LogWriter(component: "ZTIGather")
    script.say("Property PHASE is now = PREINSTALL")
    script.say("Property OSDJoinPassword is now = geheim77")
    script.say("Property IsLaptop is now = False")
    let early = script.part(0..<2).text().replacing("08:00:0", with: "07:00:0")
    let late = script.part(2..<3).text(from: 4)
    let bytes = Array((early + late).replacing(".037-60", with: ".000+000").utf8)
    let reading = LogReading([LogDigest("BDD.log", bytes), LogDigest("smsts.log", log.bytes())])
    #expect(reading.files.map(\.name) == ["smsts.log"])
    let run = try #require(reading.runs.last)
    #expect(run.values["phase"] == "PREINSTALL")
    #expect(run.visits.last?.tests.first?.seen == "False")
    #expect(run.values["OSDJoinPassword"]?.contains("geheim77") == false)
  }

  @Test func aLogWithoutTheEngineSaysWhoseItIs() {
    var script = LogWriter(component: "ZTIGather")
    script.say("Property PHASE is now = PREINSTALL")
    script.say("ZTI done", by: "ZTIBde")
    script.say("more")
    let digest = LogDigest("BDD.log", script.bytes())
    #expect(!digest.hasEngine && digest.components == ["ZTIGather", "ZTIBde"])
    #expect(LogReading([digest]).runs.isEmpty)
    #expect(LogDigest("x", Array("no log\nat all\n".utf8)).isEmpty)
    #expect(LogDigest("x", []).isEmpty)
  }
}

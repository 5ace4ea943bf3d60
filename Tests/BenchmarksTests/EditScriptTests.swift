import Editor
import TaskSequence
import Testing

@testable import Benchmarks

/// Every command that edits is measured.
@Suite struct EditScriptTests {
  /// A new command has to be put with those that are driven or with those that only read.
  @Test func everyCommandIsDrivenOrReads() {
    let driven = Set(EditScript.all.map(\.command))
    for id in Commands.all.map(\.id) {
      let reads = EditScript.readers.contains { id == $0 || $0.hasSuffix(".") && id.hasPrefix($0) }
      #expect(driven.contains(id) != reads, "\(id)")
    }
    #expect(driven.isSubset(of: Commands.all.map(\.id)))
  }

  @Test func scriptsEditAndLeaveNothingBehind() throws {
    var bench = try EditBench(SequenceGenerator.file(steps: 20, .configurationManager, seed: 1))
    for script in EditScript.all {
      #expect(throws: Never.self, "\(script.command)") { try bench.measure(script, times: 1) }
    }
  }
}

import Conditions
import Containers
import Screen
import StepCatalog
import TaskSequence
import TestSupport
import Testing
import XMLTree

@testable import Editor

@Suite struct SearchTests {
  @Test(arguments: [
    ("Restart", "START", 2..<7), ("Restart", "x", nil), ("測試 Gather", "gat", 5..<8),
    ("ab", "abc", nil), ("", "a", nil),
  ])
  func aHitIsMarkedWhereItStands(name: String, query: String, columns: Range<Int>?) {
    var search = Search()
    search.query = query
    #expect(search.columns(in: name) == columns)
  }
}

/// Inline scripts are searched as people read them.
@Suite struct ScriptSearchTests {
  @Test func aScriptIsSearched() throws {
    func step(_ name: String, _ script: String) -> String {
      "<step type=\"SMS_TaskSequence_RunPowerShellScriptAction\" name=\"\(name)\"><action>x</action>"
        + "<defaultVarList><variable name=\"OSDRunPowerShellScriptSourceScript\" "
        + "property=\"SourceScript\">\(script)</variable></defaultVarList></step>"
    }
    // $tsenv:FieldRole = 1 · Write-Host 2
    let steps =
      step("A", "//4kAHQAcwBlAG4AdgA6AEYAaQBlAGwAZABSAG8AbABlACAAPQAgADEA")
      + step("B", "//5XAHIAaQB0AGUALQBIAG8AcwB0ACAAMgA=")
    var robot = try Robot("<sequence version=\"3.10\">\(steps)</sequence>")
    try robot.press("/fieldrole<Enter>")
    #expect(robot.state.message?.text == "Hit 1 of 1 for “fieldrole”.")
    #expect(robot.state.file.document.node(robot.state.file.outline.focus)?.name == "A")
    try robot.press("/write-host<Enter>")
    #expect(robot.state.file.document.node(robot.state.file.outline.focus)?.name == "B")
  }
}

/// The quick way through the bytes finds what looking at every value finds.
@Suite struct SearchLawTests {
  /// Values as they are spelled, some of them unlike what they mean.
  private static let spellings = [
    "Install", "install updates", "Größe", "A &amp; B", "&#65;pply", "a &lt; b", "x!", "what?", "",
    "<![CDATA[in <a> section]]>", "in<!-- not this -->stall", "line\r\nend", "tab\there", "true",
    "\u{212A}elvin", "name", "variable", "value of a longer text that takes more than one block",
  ]

  private static func sequence(_ random: inout Seeded) -> String {
    let end = random.pick(["", "\n  ", "\r\n\t"])
    func text() -> String { random.pick(spellings) }
    func attribute() -> String {
      let text = text().replacing("<![CDATA[", with: "").replacing("]]>", with: "")
      return text.replacing("<", with: "&lt;")
    }
    func step() -> String {
      let variables = (0..<random.below(4)).map { _ in
        "<variable name=\"\(attribute())\" property='\(attribute())'>\(text())</variable>\(end)"
      }
      let condition =
        "<condition><expression type=\"SMS_TaskSequence_VariableConditionExpression\">"
        + "<variable name=\"Operator\">equals</variable><variable name=\"Value\">\(text())</variable>"
        + "<variable name=\"Variable\">OSDName</variable></expression></condition>"
      return "<step name=\"\(attribute())\" description=\"\(attribute())\">\(end)"
        + "<action>\(text())</action>\(end)"
        + "<defaultVarList>\(variables.joined())</defaultVarList>\(end)"
        + (random.chance(30) ? condition : "") + "</step>\(end)"
    }
    func nodes(_ depth: Int) -> String {
      (0..<1 + random.below(4)).map { _ in
        depth < 3 && random.chance(40)
          ? "<group name=\"\(attribute())\">\(end)\(nodes(depth + 1))</group>\(end)" : step()
      }.joined()
    }
    return "<sequence version=\"3.10\" name=\"\(attribute())\">\(end)\(nodes(0))</sequence>"
  }

  private static let queries = [
    "install updates", "größe", "a & b", "apply", "a < b", "x!", "section", "stall", "line end",
    "name", "variable", "true", "kelvin", "e", "takes more", "osdname = t", "zzz", "3.10", "<a>",
  ]

  /// Finds a query by looking at every value.
  private static func hits(_ query: String, in document: SequenceDocument) -> [NodeID] {
    let needle = Needle(query)
    let isText = query.contains { " \"=<>!(,".contains($0) }
    func has(_ element: Element) -> Bool {
      if needle.isFound(inAttributesOf: element) { return true }
      return element.hasElements
        ? element.elements.contains(where: has) : needle.isFound(inTextOf: element)
    }
    func has(_ node: TaskNode) -> Bool {
      needle.isFound(inAttributesOf: node.element)
        || node.element.elements.contains { TaskNode($0) == nil && has($0) }
    }
    let types = StepName.called(query)
    var hits = has(document.sequence) ? [document.sequenceID] : []
    document.sequence.walk { node, _ in
      let isInCondition =
        isText && node.condition.map { needle.isFound(in: $0.text) } ?? false
      let isOfType = types.contains { $0.isName(of: node) }
      if has(node) || isInCondition || isOfType { hits.append(node.id) }
      return true
    }
    return hits
  }

  @Test(arguments: Seeded.seeds(60))
  func theQuickWayFindsTheSame(seed: UInt64) throws {
    var random = Seeded(seed)
    var robot = try Robot(Self.sequence(&random))
    var search = Search()
    for _ in 0..<12 {
      // Copies, and nodes that stand elsewhere than in the file.
      let keys = ["j", "k", "D", "d", "J", "K", "<lt>", ">", "<Del>", "<C-z>", "<C-x>", "<C-v>"]
      for _ in 0..<random.below(4) { try robot.press(random.pick(keys)) }
      let document = robot.state.file.document
      let query = random.pick(Self.queries)
      let typed = (1...query.count).map { String(query.prefix($0)) }
      for text in typed + [String(query.dropLast())] where !text.isEmpty {
        search.run(text, in: document)
        try #require(search.hits == Self.hits(text, in: document), "“\(text)”")
      }
      try agree(search, document)
    }
  }

  /// What is said of the places of hits agrees with a walk over all nodes.
  private func agree(_ search: Search, _ document: SequenceDocument) throws {
    var before = 0
    var nodes = [document.sequenceID]
    document.sequence.walk { node, _ in
      nodes.append(node.id)
      return true
    }
    for id in nodes {
      let isHit = search.hits.contains(id)
      #expect(search.contains(id) == isHit)
      #expect(search.ordinal(of: id) == (isHit ? before + 1 : nil))
      let next = search.hit(from: id, forward: true, includingSelf: false, document)
      let last = search.hit(from: id, forward: false, includingSelf: false, document)
      let (count, here) = (search.hits.count, before + (isHit ? 1 : 0))
      try #require(next == (count == 0 ? nil : search.hits[here % count]))
      try #require(last == (count == 0 ? nil : search.hits[(before + count - 1) % count]))
      before = here
    }
  }

  @Test(.enabled(if: Corpus.isThere, Comment(rawValue: Corpus.skipped)))
  func theQuickWayFindsTheSameInRealOnes() throws {
    for (path, bytes) in Corpus.files(upTo: 40_000).prefix(60) {
      guard let document = try? SequenceDocument(loading: bytes) else { continue }
      for query in ["re", "name", "install", "& ", "windows", "ü", "%"] {
        var search = Search()
        search.run(query, in: document)
        #expect(search.hits == Self.hits(query, in: document), "“\(query)” in \(path)")
      }
    }
  }

  /// Going on to what was found ends at the line that holds it; a name that was found is the first.
  @Test(arguments: [
    ("run.cmd", "Command line"), ("Set name", "Name"), ("PHASE", "Its own"), ("no such", "Name"),
  ])
  func enterGoesToTheFieldThatWasFound(text: String, label: String) throws {
    let sequence = """
      <sequence version="3.10"><group name="G"><condition><expression \
      type="SMS_TaskSequence_VariableConditionExpression"><variable name="Operator">equals</variable>\
      <variable name="Value">X</variable><variable name="Variable">PHASE</variable></expression>\
      </condition><step type="SMS_TaskSequence_RunCommandLineAction" name="Set name">\
      <action>smsswd.exe /run: run.cmd</action><defaultVarList><variable name="CommandLine" \
      property="CommandLine" hidden="true">run.cmd</variable></defaultVarList></step></group>\
      </sequence>
      """
    var robot = try Robot(sequence, size: Size(width: 100, height: 40))
    try robot.press("/\(text)<Enter><Enter>")
    #expect(robot.state.file.selectedField?.label == label, "\(robot.screen)")
  }
}

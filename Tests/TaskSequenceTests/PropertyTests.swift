import Testing

@_spi(Edits) @testable import TaskSequence

@Suite("Setting a property changes the bytes it must")
struct PropertyTests {
  @Test(arguments: Property.allCases) func isKnownByItsSpelling(property: Property) {
    let name = Array(property.attribute.utf8)
    #expect(Property(spelled: name[...]) == property)
    #expect(Property(spelled: name.dropLast()) == nil)
    #expect(Property(spelled: [name[0]] + name.dropFirst().map { $0 ^ 0x20 }) == nil)
  }

  @Test func mdt() throws {
    var draft = try Draft(Draft.mdt)
    try draft.expect(#"name="One""#, becomes: #"name="Een &amp; ander""#) {
      try $0.document.setting(.name, to: "Een & ander", on: $0.ids("Start/One"))
    }
    #expect(draft.label == "Renamed “One” to “Een & ander”")
    try draft.expect(
      #"name="Two" disable="true" continueOnError="false""#,
      becomes: #"name="Two" disable="false" continueOnError="false""#
    ) { try $0.document.setting(.disable, to: "false", on: $0.ids("Start/Two")) }
    try draft.expect(
      #"name="Two" disable="false" continueOnError="false""#,
      becomes: #"name="Two" disable="false" continueOnError="false" successCodeList="0 3010""#
    ) { try $0.document.setting(.successCodes, to: "0 3010", on: $0.ids("Start/Two")) }
    try draft.expect(
      #"name="Three" disable="false" continueOnError="false" startIn="""#,
      becomes: #"name="Three" disable="false" continueOnError="false" startIn="C:\""#
    ) { try $0.document.setting(.startIn, to: #"C:\"#, on: $0.ids("End/Three")) }
    try draft.expect(#" startIn="C:\""#, becomes: "") {
      try $0.document.setting(.startIn, to: nil, on: $0.ids("End/Three"))
    }
    try draft.expect(
      #"name="Small" description="""#, becomes: #"name="Small" description="Two&#xD;&#xA;lines""#
    ) {
      try $0.document.setting(.description, to: "Two\nlines", on: [$0.document.sequenceID])
    }
  }

  @Test func configurationManager() throws {
    var draft = try Draft(Draft.configurationManager)
    try draft.expect(
      #"<group name="G" description="">"#,
      becomes: #"<group name="G" description="" disable="true">"#
    ) {
      try $0.document.setting(.disable, to: "true", on: $0.ids("G"))
    }
    #expect(draft.label == "Disabled “G”")
    try draft.expect(#" disable="true""#, becomes: "") {
      try $0.document.setting(.disable, to: "false", on: $0.ids("G"))
    }
    try draft.expect(#"name="Set" continueOnError="true""#, becomes: #"name="Set""#) {
      try $0.document.setting(.continueOnError, to: "false", on: $0.ids("G/Set"))
    }
    try draft.expect(#" timeout="900""#, becomes: #" timeout="60""#) {
      try $0.document.setting(.timeout, to: "60", on: $0.ids("G/Run"))
    }
    try draft.expect(
      #"successCodeList="0 3010">"#, becomes: #"successCodeList="0 3010" retryCount="3">"#
    ) { try $0.document.setting(.retryCount, to: "3", on: $0.ids("G/Run")) }
    try draft.expect(#"runIn="WinPEandFullOS""#, becomes: #"runIn="WinPE""#) {
      try $0.document.setting(.runIn, to: "WinPE", on: $0.ids("G/Run"))
    }
  }

  @Test func severalAtOnce() throws {
    var draft = try Draft(Draft.mdt)
    try draft.make {
      try $0.document.setting(.disable, to: "true", on: $0.ids("Start", "Start/One", "End"))
    }
    #expect(draft.label == "Disabled 3 steps and groups")
    let wanted = Draft.mdt.replacing(#"Start" disable="false""#, with: #"Start" disable="true""#)
      .replacing(#"One" disable="false""#, with: #"One" disable="true""#)
    #expect(draft.text == wanted)
    try draft.make { try $0.document.setting(.timeout, to: "5", on: $0.ids("Start", "Start/One")) }
    #expect(draft.notes == ["1 of 2 have no time-out (minutes)."])
  }

  @Test func refusals() throws {
    let draft = try Draft(Draft.mdt)
    let group = draft.ids("Start")
    #expect(
      draft.refusal { try $0.document.setting(.runIn, to: "WinPE", on: group) }
        == "Run in is not a property of a group")
    #expect(
      draft.refusal { try $0.document.setting(.name, to: "a\u{1}", on: group) }
        == "the character U+1 cannot stand in XML; remove it")
  }

  @Test(arguments: [
    (Property.name, "", false), (.name, "x", true),
    (.name, String(repeating: "x", count: 101), false),
    (.description, String(repeating: "x", count: 255), true),
    (.description, String(repeating: "x", count: 256), false), (.successCodes, "0 3010 -1", true),
    (.successCodes, "0,3010", false), (.successCodes, "", false), (.runIn, "WinPE", true),
    (.runIn, "winpe", false), (.runIn, "", true), (.timeout, "59940", true),
    (.timeout, "59941", false), (.timeout, "-1", false), (.retryCount, "3", true),
    (.retryCount, "three", false), (.startIn, "anything", true),
  ])
  func limits(property: Property, value: String, isFine: Bool) {
    #expect((property.fault(in: value) == nil) == isFine)
  }
}

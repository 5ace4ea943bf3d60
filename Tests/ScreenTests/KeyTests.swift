import Testing

@testable import Screen

@Suite struct KeyTests {
  @Test(arguments: [
    (Key.character("i", .ctrl), Key(.tab)), (.character("M", .ctrl), Key(.enter)),
    (.character("[", .ctrl), Key(.escape)), (.character("h", .ctrl), Key(.backspace)),
    (.character("@", .ctrl), .character(" ", .ctrl)), (.character("\0"), .character(" ", .ctrl)),
    (.character("/", .ctrl), .character("_", .ctrl)), (.character("\t"), Key(.tab)),
    (.character("\r"), Key(.enter)), (.character("\n"), .character("j", .ctrl)),
    (.character("\u{7f}"), Key(.backspace)), (.character("\u{8}"), Key(.backspace)),
    (.character("\u{1b}"), Key(.escape)), (.character("\u{1f}"), .character("_", .ctrl)),
    (.character("S", .ctrl), .character("s", .ctrl)), (.character("a", .shift), .character("A")),
    (.character("S", [.ctrl, .shift]), .character("s", .ctrl)),
    (.character("ß", .shift), .character("ß")),
    (.character("i", [.ctrl, .alt]), Key(.tab, .alt)), (.character("!", .shift), .character("!")),
    (.character("é", .shift), .character("É")), (.character("\r", .alt), Key(.enter, .alt)),
  ])
  func normalForms(pressed: Key, normal: Key) {
    #expect(pressed == normal)
  }

  @Test func typing() {
    #expect(Key.character("x").typed == "x")
    #expect(Key.character("x", .alt).typed == nil)
    #expect(Key(.tab).typed == nil)
  }

  @Test(
    arguments: [
      ("gg", [.character("g"), .character("g")]), ("<C-s>", [.character("s", .ctrl)]),
      ("<c-S>", [.character("s", .ctrl)]), ("<Ctrl-A-Del>", [Key(.delete, [.ctrl, .alt])]),
      ("<S-Tab>", [Key(.tab, .shift)]), ("<shift-f5>", [Key(.function(5), .shift)]),
      ("<lt>a>", [.character("<"), .character("a"), .character(">")]),
      ("<Space>", [.character(" ")]),
      (" ", [.character(" ")]), ("<A-X>", [.character("X", .alt)]),
      ("<M-x>", [.character("x", .alt)]),
      ("<C-->", [.character("-", .ctrl)]), ("<->", [.character("-")]),
      ("<C-Space>", [.character(" ", .ctrl)]),
      ("<return><CR>", [Key(.enter), Key(.enter)]), ("<PageUp>", [Key(.pageUp)]),
      ("<C-lt>", [.character("<", .ctrl)]), ("<S-a>", [.character("A")]),
      ("<F24>", [Key(.function(24))]),
      ("", []), ("ö漢", [.character("ö"), .character("漢")]), ("<C-i>", [Key(.tab)]),
    ] as [(String, [Key])])
  func parsing(notation: String, keys: [Key]) throws {
    #expect(try Key.parse(notation) == keys)
  }

  @Test(arguments: [
    ("ab<C-s", 2, KeyNotationFailure.Reason.unclosed), ("<", 0, .unclosed), ("<>", 0, .missingKey),
    ("x<C->", 1, .missingKey), ("<Foo>", 0, .unknownKey("Foo")), ("<C-Foo>", 0, .unknownKey("Foo")),
    ("<F0>", 0, .unknownKey("F0")), ("<F64>", 0, .unknownKey("F64")),
    ("<X-a>", 0, .unknownKey("X-a")),
  ])
  func failures(notation: String, position: Int, reason: KeyNotationFailure.Reason) {
    #expect(throws: KeyNotationFailure(position: position, reason: reason)) {
      try Key.parse(notation)
    }
  }

  /// Every key, with every modifier, reads back from its own notation.
  @Test func roundTrip() throws {
    var codes: [Key.Code] = [
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .insert, .delete, .backspace,
      .tab, .enter, .escape,
    ]
    codes += (1...63).map(Key.Code.function)
    codes += (0...0x2ff).compactMap(Unicode.Scalar.init).map(Key.Code.character)
    codes += ["\u{301}", "漢", "👍", "\u{200d}"].map(Key.Code.character)
    var sequence: [Key] = []
    for code in codes {
      for bits in UInt8(0)...7 {
        let key = Key(code, Modifiers(rawValue: bits))
        #expect(try Key.parse(key.description) == [key])
        sequence.append(key)
      }
    }
    #expect(try Key.parse(sequence.map(\.description).joined()) == sequence)
  }

  @Test(arguments: [
    ("<C-s>", "^S"), ("<A-Up>", "Alt+Up"), ("<F2>", "F2"), ("<Space>", "Space"),
    ("<S-Tab>", "Shift+Tab"), ("<C-A-x>", "Ctrl+Alt+x"), ("<C-Space>", "Ctrl+Space"), ("?", "?"),
    ("<C-Left>", "Ctrl+Left"), ("<lt>", "<"), ("<C-_>", "^_"), ("X", "X"), ("<Esc>", "Esc"),
  ])
  func labels(notation: String, label: String) throws {
    #expect(try Key.parse(notation).map(\.label) == [label])
  }
}

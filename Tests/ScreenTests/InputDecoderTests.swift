import Testing

@testable import Screen

@Suite struct InputDecoderTests {
  /// What `text` decodes to when nothing follows.
  private func events(_ text: String, extra: [[UInt8]: Key] = [:]) -> [Event] {
    var decoder = InputDecoder(extra: extra)
    return decoder.decode(text.utf8) + decoder.flush()
  }

  /// One line per family: the bytes with `␛` for escape, then the keys they are.
  @Test(arguments: [
    // Plain
    ("a", "a"), ("Z", "Z"), ("é漢👍", "é漢👍"), ("\r", "<Enter>"), ("\t", "<Tab>"), ("\u{7f}", "<BS>"),
    ("\u{8}", "<BS>"), ("\0", "<C-Space>"), ("\u{13}", "<C-s>"), ("\u{1a}", "<C-z>"),
    ("\u{1f}", "<C-_>"),
    ("\n", "<C-j>"),
    // Alt
    ("␛x", "<A-x>"), ("␛X", "<A-X>"), ("␛é", "<A-é>"), ("␛\r", "<A-Enter>"), ("␛\u{7f}", "<A-BS>"),
    ("␛\u{13}", "<C-A-s>"), ("␛", "<Esc>"), ("␛␛", "<Esc><Esc>"), ("␛␛␛", "<Esc><Esc><Esc>"),
    ("␛[", "<A-[>"), ("␛O", "<A-O>"), ("␛]", "<A-]>"), ("␛P", "<A-P>"), ("␛␛x", "<Esc><A-x>"),
    ("␛[\r", "<A-[><Enter>"), ("␛]\r", "<A-]><Enter>"), ("␛O␛OA", "<A-O><Up>"),
    // xterm
    ("␛[A␛[B␛[C␛[D", "<Up><Down><Right><Left>"), ("␛OA␛OB␛OC␛OD", "<Up><Down><Right><Left>"),
    ("␛[H␛[F␛OH␛OF", "<Home><End><Home><End>"), ("␛[1;5A", "<C-Up>"), ("␛[1;3D", "<A-Left>"),
    ("␛[1;2C", "<S-Right>"), ("␛[1;8B", "<C-A-S-Down>"), ("␛[1;6H", "<C-S-Home>"),
    ("␛[2~␛[3~␛[5~␛[6~", "<Ins><Del><PgUp><PgDn>"), ("␛[3;5~␛[5;3~", "<C-Del><A-PgUp>"),
    ("␛OP␛OQ␛OR␛OS", "<F1><F2><F3><F4>"), ("␛[1;2P␛[1;5R", "<S-F1><C-F3>"),
    ("␛[15~␛[24~", "<F5><F12>"),
    ("␛[15;2~", "<S-F5>"), ("␛[Z", "<S-Tab>"), ("␛O5A", "<C-Up>"), ("␛O1;3P", "<A-F1>"),
    // VT, console, rxvt, keypad
    ("␛[1~␛[4~", "<Home><End>"), ("␛[[A␛[[E", "<F1><F5>"), ("␛[7~␛[8~", "<Home><End>"),
    ("␛[a␛[d", "<S-Up><S-Left>"), ("␛Oa␛Od", "<C-Up><C-Left>"), ("␛[3^", "<C-Del>"),
    ("␛[3$", "<S-Del>"),
    ("␛[3@", "<C-S-Del>"), ("␛␛[A", "<A-Up>"), ("␛␛OC", "<A-Right>"), ("␛␛[3~", "<A-Del>"),
    ("␛[11~␛[14~␛[25~␛[34~", "<F1><F4><F13><F20>"), ("␛OM␛Op␛Oy␛Ok␛Oo", "<Enter>09+/"),
    // modifyOtherKeys, kitty
    ("␛[27;5;9~", "<C-Tab>"), ("␛[27;2;13~", "<S-Enter>"), ("␛[27;5;115~", "<C-s>"),
    ("␛[27;6;83~", "<C-s>"),
    ("␛[13;2u", "<S-Enter>"), ("␛[115;5u", "<C-s>"), ("␛[27u", "<Esc>"), ("␛[127;3u", "<A-BS>"),
    ("␛[9;2u", "<S-Tab>"), ("␛[105;5u", "<Tab>"), ("␛[97:65;2u", "A"), ("␛[97;1:1u␛[97;1:2u", "aa"),
    ("␛[32;5u", "<C-Space>"), ("␛[233;65u", "é"), ("␛[1;1:1A", "<Up>"),
  ])
  func keys(input: String, notation: String) throws {
    let bytes = input.replacing("␛", with: "\u{1b}")
    #expect(events(bytes) == (try Key.parse(notation)).map(Event.key))
  }

  @Test(arguments: [
    "\u{1b}[?1;2c", "\u{1b}[12;40R", "\u{1b}[I", "\u{1b}[?2026;2$y", "\u{1b}[97;1:3u",
    "\u{1b}[57441u",
    "\u{1b}[4;1$y", "\u{1b}[E", "\u{1b}Oz", "\u{1b}]11;rgb:0000/0000/0000\u{7}",
    "\u{1b}]52;c;Zm9v\u{1b}\\",
    "\u{1b}P>|XTerm(370)\u{1b}\\", "\u{1b}_Gi=1;OK\u{1b}\\", "\u{1b}[99~", "\u{1b}[<35;3;4M",
    "\u{1b}[[z",
    "\u{1b}[<128;3;4M", "\u{1b}[201~",
    "\u{1b}[1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16;17;18;19;20;21;22;23;24;25;26;27;28y",
    "\u{1b}[99999999999999999999999u", "\u{1b}[1114112u", "\u{1b}[>84;0;0c", "\u{1b}[ q",
  ])
  func unknownSequencesLeakNothing(input: String) {
    let found = events(input + "x")
    #expect(found.count == 2)
    guard case .unknown = found.first else { Issue.record("\(found)"); return }
    #expect(found.last == .key(.character("x")))
  }

  @Test(
    arguments: [
      ([0xff], "�"), ([0xc3], "�"), ([0xc3, 0x28], "�("), ([0xe2, 0x82], "�"),
      ([0xe2, 0x82, 0x41], "�A"),
      ([0xf0, 0x9f, 0x98], "�"), ([0xed, 0xa0, 0x80], "���"), ([0xc0, 0x80], "��"), ([0x80], "�"),
      ([0xf4, 0x90, 0x80, 0x80], "����"), ([0xe2, 0xe2, 0x82, 0xac], "�€"), ([0x9b, 0x41], "�A"),
    ] as [([UInt8], String)])
  func garbage(bytes: [UInt8], shown: String) {
    var decoder = InputDecoder()
    let found = decoder.decode(bytes) + decoder.flush()
    #expect(found == shown.unicodeScalars.map { .key(.character($0)) })
  }

  @Test(arguments: [
    ("0;3;4M", Mouse(.press(.left), at: Point(x: 2, y: 3))),
    ("0;3;4m", Mouse(.release(.left), at: Point(x: 2, y: 3))),
    ("34;1;1M", Mouse(.drag(.right), at: .origin)), ("1;0;0M", Mouse(.press(.middle), at: .origin)),
    ("64;500;300M", Mouse(.wheelUp, at: Point(x: 499, y: 299))),
    ("65;1;1M", Mouse(.wheelDown, at: .origin)), ("66;1;1M", Mouse(.wheelLeft, at: .origin)),
    ("67;1;1M", Mouse(.wheelRight, at: .origin)),
    ("20;1;1M", Mouse(.press(.left), at: .origin, [.shift, .ctrl])),
    ("8;1;1M", Mouse(.press(.left), at: .origin, .alt)),
  ])
  func mouse(report: String, expected: Mouse) {
    #expect(events("\u{1b}[<" + report) == [.mouse(expected)])
  }

  @Test func oldMouse() {
    #expect(
      events("\u{1b}[M !!\u{1b}[M#!!\u{1b}[M`$\"\u{1b}[MB~~\u{1b}[M#!!x") == [
        .mouse(Mouse(.press(.left), at: .origin)), .mouse(Mouse(.release(.left), at: .origin)),
        .mouse(Mouse(.wheelUp, at: Point(x: 3, y: 1))),
        .mouse(Mouse(.drag(.right), at: Point(x: 93, y: 93))), .unknown(Array("\u{1b}[M#!!".utf8)),
        .key(.character("x")),
      ])
  }

  @Test(arguments: [
    ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("\r\r\n", "\n\n"), ("a\u{1}\u{7f}\t\u{9b}b", "a\tb"), ("", ""),
    ("\u{1b}[31mred", "[31mred"), ("\u{1b}[201", "[201"), ("\u{1b}\u{1b}[20", "[20"), ("é漢", "é漢"),
  ])
  func paste(raw: String, text: String) {
    #expect(
      events("\u{1b}[200~\(raw)\u{1b}[201~x") == [.paste(Paste(text)), .key(.character("x"))])
  }

  @Test func pasteIsCapped() {
    var decoder = InputDecoder(pasteLimit: 4)
    let start = Array("\u{1b}[200~".utf8)
    let end = Array("\u{1b}[201~".utf8)
    #expect(decoder.decode(start + Array("abcd".utf8) + end) == [.paste(Paste("abcd"))])
    #expect(
      decoder.decode(start + Array("abcdefgh".utf8) + end)
        == [.paste(Paste("abcd", isTruncated: true))])
    #expect(
      decoder.decode(start + Array("abc漢x".utf8) + end)
        == [.paste(Paste("abc", isTruncated: true))])
    #expect(
      decoder.decode(start + Array("é漢".utf8) + end) == [.paste(Paste("é", isTruncated: true))])
    #expect(
      decoder.decode(start + Array("éab".utf8) + end) == [.paste(Paste("éab"))])
  }

  @Test func escapeBeforeOtherThingsIsAKey() {
    #expect(
      events("\u{1b}\u{1b}[200~a\u{1b}[201~") == [.key(Key(.escape)), .paste(Paste("a"))])
    #expect(
      events("\u{1b}\u{1b}[<0;1;1M")
        == [.key(Key(.escape)), .mouse(Mouse(.press(.left), at: .origin))])
  }

  @Test func terminfoWins() {
    let extra: [[UInt8]: Key] = [
      Array("\u{1b}A".utf8): Key(.up), Array("\u{1b}[M".utf8): Key(.function(1)),
      Array("\u{1b}[224z".utf8): Key(.function(2)), [0x7f]: Key(.delete), [0x1b]: Key(.up),
      Array("\u{1b}[".utf8): Key(.down), [0x0b]: Key(.pageUp),
    ]
    #expect(
      events("\u{1b}A\u{1b}[M\u{1b}[224z\u{7f}\u{b}\u{1b}[A\u{1b}", extra: extra)
        == [.up, .function(1), .function(2), .delete, .pageUp, .up, .escape].map { .key(Key($0)) })
  }

  @Test func patience() {
    var decoder = InputDecoder()
    #expect(decoder.patience == nil)
    _ = decoder.decode([0x1b])
    #expect(decoder.patience == .milliseconds(25))
    _ = decoder.decode(Array("[1;".utf8))
    #expect(decoder.patience == .seconds(1))
    #expect(decoder.flush() == [.unknown(Array("\u{1b}[1;".utf8))])
    #expect(decoder.patience == nil)
    _ = decoder.decode(Array("\u{1b}[200~abc".utf8))
    #expect(decoder.flush() == [.paste(Paste("abc"))])
    _ = decoder.decode([0xc3])
    #expect(decoder.decode([0xa9]) == [.key(.character("é"))])
  }

  /// However the bytes are cut into reads, the events are the same.
  @Test func chunksDoNotMatter() {
    let input = Array(
      """
      aé\u{1b}[1;5A\u{1b}OP\u{1b}[200~x\r\ny\u{1b}[201~\u{1b}[<0;3;4M\
      \u{1b}]0;t\u{7}\u{1b}[M !!漢\u{1b}x
      """.utf8)
    var whole = InputDecoder()
    let expected = whole.decode(input)
    #expect(expected.count == 10)
    for cut in 0...input.count {
      for second in cut...input.count {
        var decoder = InputDecoder()
        let found =
          decoder.decode(input[..<cut]) + decoder.decode(input[cut..<second])
          + decoder.decode(input[second...])
        #expect(found == expected)
      }
    }
  }

  /// Any bytes are fine, and after `flush` the next key is understood.
  @Test func randomBytes() {
    let seed: UInt64 = 2024
    var random = RandomSource(seed: seed)
    let likely: [UInt8] =
      Array("\u{1b}\u{1b}[[O]P;:<?0129~mMuA$\\x".utf8) + [0xc3, 0xf0, 0x80, 7, 13]
    for round in 0..<3000 {
      var decoder = InputDecoder(pasteLimit: 50)
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Bool.random(using: &random)
          ? likely[Int.random(in: 0..<likely.count, using: &random)]
          : UInt8.random(in: 0...255, using: &random)
      }
      _ = decoder.decode(bytes)
      _ = decoder.flush()
      #expect(decoder.patience == nil, "seed \(seed), round \(round): \(bytes)")
      #expect(
        decoder.decode([0x78]) == [.key(.character("x"))], "seed \(seed), round \(round): \(bytes)")
    }
  }
}

import Glibc
import Screen
import Testing

@testable import Terminal

/// One terminal per process, hence one test at a time.
@Suite(.serialized) struct SessionTests {
  private let terminal = PseudoTerminal()

  init() { setenv("LC_ALL", "C.UTF-8", 1) }

  private func open(_ type: String = "xterm-256color", mouse: Bool = false) throws -> Session {
    let options = Session.Options(
      mouse: mouse, type: type, input: terminal.slave, output: terminal.slave)
    return try Session.open(options)
  }

  private func frame(_ text: String) -> Buffer {
    var frame = Buffer(size: Size(width: 40, height: 10))
    frame.write(text, at: Point(x: 2, y: 1))
    return frame
  }

  /// Long enough for any machine, so that a missing event fails instead of hanging.
  private let patience = Duration.seconds(20)

  @Test func leavesNoTrace() throws {
    let before = terminal.modes
    var session = try open(mouse: true)
    #expect(terminal.modes != before)
    session.draw(frame("x"))
    let entering = terminal.output()
    for mode in ["1049", "2004", "1000", "1002", "1006"] {
      #expect(entering.contains("\u{1b}[?\(mode)h"))
    }
    session.close()
    let leaving = terminal.output()
    for mode in ["1049", "2004", "1000", "1002", "1006"] {
      #expect(leaving.contains("\u{1b}[?\(mode)l"))
    }
    #expect(leaving.contains("\u{1b}[?25h"))
    #expect(terminal.modes == before)
  }

  @Test func asksForTheMouseOnlyWhenWanted() throws {
    let session = try open()
    #expect(!terminal.output().contains("\u{1b}[?1000h"))
    session.close()
  }

  @Test func knowsTheTerminal() throws {
    var session = try open()
    #expect(session.size == Size(width: 40, height: 10))
    #expect(session.depth == .indexed256)
    #expect(session.isUnicode == true)
    session.close()
    session = try open("vt100")
    #expect(session.depth == .mono)
    session.close()
  }

  @Test func sendsOnlyWhatChanged() throws {
    var session = try open()
    session.draw(frame("first words"), cursor: Point(x: 1, y: 1))
    #expect(terminal.output().contains("first words"))
    session.draw(frame("first words"), cursor: Point(x: 1, y: 1))
    #expect(terminal.output().isEmpty)
    session.draw(frame("first sword"), cursor: Point(x: 1, y: 1))
    let change = terminal.output()
    #expect(change.contains("sword") && !change.contains("first"))
    session.draw(frame("first sword"))
    #expect(terminal.output() == "\u{1b}[?25l")
    session.redraw()
    session.draw(frame("first sword"))
    #expect(terminal.output().contains("first sword"))
    session.close()
  }

  @Test func drawsAnySize() throws {
    var session = try open()
    for (width, height, glyph) in [(1, 1, "a"), (500, 300, "b"), (41, 9, "c"), (39, 11, "d")] {
      var frame = Buffer(size: Size(width: width, height: height))
      for y in 0..<height {
        frame.write(String(repeating: glyph, count: width), at: Point(x: 0, y: y))
      }
      frame.write("漢", at: Point(x: 39, y: 0))
      session.draw(frame, cursor: Point(x: 499, y: -1))
      #expect(terminal.output().contains(glyph))
      session.draw(Buffer(size: .zero))
    }
    session.close()
  }

  @Test func drawsAsciiWhereThereIsNoMore() throws {
    setenv("LC_ALL", "C", 1)
    var session = try open()
    #expect(session.isUnicode == false)
    session.draw(frame("▸ Größe…"))
    #expect(terminal.output().contains("> Gr??e.."))
    session.close()
  }

  @Test func tellsKeysAndPastes() throws {
    var session = try open()
    terminal.type("a\u{1b}OA\u{1b}[200~x\ry\u{1b}[201~")
    var events: [Event] = []
    while events.count < 3, case let more = session.wait(timeout: patience), !more.isEmpty {
      events += more
    }
    #expect(events == [.key(.character("a")), .key(Key(.up)), .paste(Paste("x\ny"))])
    terminal.type("\u{1b}")
    #expect(session.wait(timeout: patience) == [.key(Key(.escape))])
    #expect(session.wait(timeout: .zero).isEmpty)
    session.close()
  }

  @Test func tellsOneNewSize() throws {
    var session = try open()
    session.draw(frame("x"))
    for columns in UInt16(50)...60 {
      terminal.resize(columns: columns, rows: 20)
      kill(getpid(), SIGWINCH)
    }
    let size = Size(width: 60, height: 20)
    #expect(session.wait(timeout: patience) == [.resize(size)])
    #expect(session.size == size)
    _ = terminal.output()
    session.draw(frame("x"))
    #expect(terminal.output().contains("x"))
    session.close()
  }

  @Test func tellsSignals() throws {
    // Whoever started the tests may have these ignored, which a session respects.
    for number in [SIGTERM, SIGHUP, SIGINT, SIGTSTP] { signal(number, SIG_DFL) }
    var session = try open()
    for (signal, interruption) in [
      (SIGTERM, Interruption.terminate), (SIGHUP, .hangUp), (SIGINT, .interrupt),
      (SIGTSTP, .suspend),
    ] {
      kill(getpid(), signal)
      #expect(session.wait(timeout: patience) == [.interrupted(interruption)])
    }
    kill(getpid(), SIGCONT)
    #expect(session.wait(timeout: patience) == [.resumed])
    session.close()
  }

  @Test func tellsThatTheTerminalVanished() throws {
    var session = try open()
    terminal.type("q")
    #expect(session.wait(timeout: patience) == [.key(.character("q"))])
    terminal.hangUp()
    #expect(session.wait(timeout: patience) == [.interrupted(.hangUp)])
    #expect(session.wait(timeout: .zero).isEmpty)
    session.draw(frame("x"))
    session.close()
  }

  @Test func lendsTheTerminal() throws {
    let before = terminal.modes
    var session = try open()
    session.draw(frame("words"))
    _ = terminal.output()
    let during = session.withTerminalReleased { terminal.modes }
    #expect(during == before)
    #expect(terminal.output().contains("\u{1b}[?1049l"))
    #expect(terminal.modes != before)
    session.draw(frame("words"))
    let again = terminal.output()
    #expect(again.contains("\u{1b}[?1049h") && again.contains("words"))
    session.close()
    #expect(terminal.modes == before)
  }

  @Test func refusesWhatIsNoTerminal() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    let options = Session.Options(type: "xterm", input: ends[0], output: ends[1])
    #expect(failure(options) == .notATerminal)
    ends.forEach { close($0) }
  }

  @Test(arguments: [
    ("no-such-type", TerminalFailure.unknownType("no-such-type")),
    ("dumb", .incapableType("dumb")), ("", .noType),
  ])
  func refusesWhatItCannotUse(type: String, expected: TerminalFailure) throws {
    let before = terminal.modes
    let options = Session.Options(type: type, input: terminal.slave, output: terminal.slave)
    #expect(failure(options) == expected)
    #expect(terminal.modes == before)
    #expect(terminal.output().isEmpty)
  }

  @Test func opensOnce() throws {
    let session = try open()
    let options = Session.Options(type: "xterm", input: terminal.slave, output: terminal.slave)
    #expect(failure(options) == .alreadyOpen)
    session.close()
    #expect(failure(options) == nil)
  }

  @Test func descendantsOfXtermServeUnknown() throws {
    let session = try open("xterm-of-tomorrow")
    #expect(session.depth == .indexed256)
    session.close()
  }

  @Test func clipboard() throws {
    let session = try open()
    _ = terminal.output()
    #expect(session.copyToClipboard(Array("hi".utf8)) == true)
    #expect(terminal.output() == "\u{1b}]52;c;aGk=\u{7}")
    let tooMuch = [UInt8](repeating: 0, count: clipboardLimit + 1)
    #expect(session.copyToClipboard(tooMuch) == false)
    #expect(terminal.output().isEmpty)
    session.close()
  }

  private func failure(_ options: Session.Options) -> TerminalFailure? {
    do {
      try Session.open(options).close()
      return nil
    } catch {
      return error
    }
  }
}

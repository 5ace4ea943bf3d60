import CTerminal
import Glibc
import Screen

extension Session {
  /// The modes ncurses does not know: bracketed paste, and the mouse in 1006 with drags.
  private var modesOn: String {
    "\u{1b}[?2004h" + (options.mouse ? "\u{1b}[?1000h\u{1b}[?1002h\u{1b}[?1006h" : "")
  }

  private var modesOff: String {
    (options.mouse ? "\u{1b}[?1006l\u{1b}[?1002l\u{1b}[?1000l" : "") + "\u{1b}[?2004l"
  }

  /// Whether it speaks the language of these modes.
  private var understandsModes: Bool {
    ct_capability("cup").map { String(cString: $0).hasPrefix("\u{1b}[") } ?? false
  }

  /// After ncurses took the terminal: the rest of the modes, and care for crashes and messages.
  func switchOn() {
    prepareFarewell()
    ct_hold_errors()
    if understandsModes { send(Array(modesOn.utf8)) }
  }

  /// Has the handlers of crashes know how to leave a screen of this size.
  func prepareFarewell() {
    var bytes = [CChar](repeating: 0, count: 512)
    let count = ct_farewell(understandsModes ? modesOff : "", &bytes, bytes.count)
    ct_guard_screen(CT_UP, bytes, count)
  }

  /// Before ncurses gives the terminal back.
  func switchOff() {
    if understandsModes { send(Array(modesOff.utf8)) }
  }

  /// Writes bytes past ncurses, all of them unless the terminal is gone.
  func send(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let written = write(
          options.output, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if written > 0 {
          rest = rest.dropFirst(written)
        } else if errno != EINTR {
          return
        }
      }
    }
  }
}

extension Session {
  /// Stops the program until its shell continues it; nothing happens where there is no such shell.
  ///
  /// An `Event.resumed` follows.
  package mutating func suspend() {
    guard ct_can_stop() else { return }
    leave()
    ct_stop()
    enter()
  }

  /// Lends the terminal to `body`, which may run a program such as an editor in the foreground.
  ///
  /// Ctrl+C, Ctrl+\ and Ctrl+Z are that program's business meanwhile. The next frame is drawn
  /// whole.
  package mutating func withTerminalReleased<Result, Failure>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    leave()
    defer { enter() }
    return try body()
  }

  private mutating func leave() {
    switchOff()
    ct_leave()
    ct_guard_screen(CT_LENT, nil, 0)
    ct_release_errors()
  }

  /// Takes the terminal again, with whatever size it has now.
  mutating func enter() {
    ct_enter()
    switchOn()
    shown = nil
    ct_signal(UInt32(CT_RESIZED))
  }
}

import Glibc

/// A terminal whose other end the test holds.
final class PseudoTerminal {
  /// The end of the test.
  private(set) var master: Int32 = -1
  /// The end of the program.
  private(set) var slave: Int32 = -1

  init(columns: UInt16 = 40, rows: UInt16 = 10) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = openpty(&master, &slave, nil, nil, &size)
  }

  deinit {
    hangUp()
    close(slave)
  }

  /// Types bytes.
  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// What was written to the terminal since the last time.
  ///
  /// A mark written behind it tells when all of it has arrived.
  func output() -> String {
    let mark: [UInt8] = [1, 2, 3]
    _ = write(slave, mark, mark.count)
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    var result: [UInt8] = []
    while !result.suffix(mark.count).elementsEqual(mark) {
      let count = read(master, &bytes, bytes.count)
      guard count > 0 else { break }
      result += bytes[..<count]
    }
    return String(decoding: result.dropLast(mark.count), as: UTF8.self)
  }

  func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  func hangUp() {
    if master >= 0 { close(master) }
    master = -1
  }

  /// The flags that say how the terminal treats input and output.
  var modes: [tcflag_t] {
    var modes = termios()
    tcgetattr(slave, &modes)
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
  }
}

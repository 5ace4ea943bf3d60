import CTerminal
import Glibc
package import Screen

/// The terminal while the program has its screen.
///
/// One thread opens, uses and ends it; there is one at a time. Whatever way it ends, by `close`, by
/// going out of scope or by a crash, the terminal is as it was. ncurses draws; bytes are read and
/// decoded here.
package struct Session: ~Copyable {
  /// What the terminal covers; changes are told by `Event.resize`.
  package internal(set) var size: Size
  /// How many colours it shows.
  package let depth: ColorDepth
  /// Whether it shows more than ASCII; if not, frames are drawn as their ASCII twin.
  package let isUnicode: Bool

  let options: Options
  var decoder: InputDecoder
  /// When silence decides what the decoder holds.
  var decision: ContinuousClock.Instant?
  /// Becomes readable with a signal.
  let signals: Int32
  /// Whether the terminal has vanished.
  var isHungUp = false

  /// What the screen shows, if that is known.
  var shown: Buffer?
  /// Where the cursor is, if it is shown.
  var cursor: Point?
  /// What ncurses calls the styles in use.
  var pens: [Style: Pen] = [:]
  /// A row on its way to ncurses.
  var row: [ct_cell] = []

  /// How a session is opened.
  package struct Options: Sendable {
    /// Whether the mouse is reported; without, the terminal keeps it to select text.
    package var mouse: Bool
    /// The terminal's type; that of the environment if nil.
    package var type: String?
    /// Where keys come from.
    package var input: Int32
    /// Where the screen is.
    package var output: Int32

    /// The terminal the program was started in.
    package init(
      mouse: Bool = false, type: String? = nil, input: Int32 = STDIN_FILENO,
      output: Int32 = STDOUT_FILENO
    ) {
      self.mouse = mouse
      self.type = type
      self.input = input
      self.output = output
    }
  }

  /// Takes the terminal; it costs a few milliseconds at most.
  ///
  /// Takes the character set of the process from the environment. Throws without having touched the
  /// terminal.
  package static func open(
    _ options: Options = Options()
  ) throws(TerminalFailure) -> Session {
    guard isatty(options.input) == 1, isatty(options.output) == 1 else { throw .notATerminal }
    let name = options.type ?? variable("TERM")
    guard !name.isEmpty else { throw .noType }
    let isUnicode = ct_is_utf8()
    let signals = ct_guard(options.input, options.output)
    guard signals >= 0 else { throw .alreadyOpen }
    let verdict = open(name, options)
    guard verdict == CT_OPENED else {
      ct_unguard()
      switch verdict {
      case CT_UNKNOWN: throw .unknownType(name)
      case CT_INCAPABLE: throw .incapableType(name)
      default: throw .refused
      }
    }
    return Session(options, signals: signals, isUnicode: isUnicode)
  }

  private init(_ options: Options, signals: Int32, isUnicode: Bool) {
    self.options = options
    self.signals = signals
    self.isUnicode = isUnicode
    size = Self.currentSize()
    depth =
      switch ct_colors() {
      case ..<8: .mono
      case ..<16: .ansi8
      case ..<256: .ansi16
      default: .indexed256
      }
    decoder = InputDecoder(extra: terminfoKeys())
    switchOn()
  }

  /// Gives the terminal back.
  package consuming func close() {}

  deinit {
    switchOff()
    ct_close()
    ct_unguard()
  }

  /// Opens the type `name`, or one that serves as well.
  ///
  /// That is its twin with 256 colours where the environment promises more; and for a descendant of
  /// xterm that is unknown here, as newer terminals are on older servers, xterm itself.
  private static func open(_ name: String, _ options: Options) -> ct_opened {
    let isColorful = ["truecolor", "24bit"].contains(variable("COLORTERM"))
    if isColorful, !name.hasSuffix("256color"),
      ct_open(name + "-256color", options.input, options.output) == CT_OPENED
    {
      return CT_OPENED
    }
    let verdict = ct_open(name, options.input, options.output)
    guard verdict == CT_UNKNOWN, name.hasPrefix("xterm-") else { return verdict }
    return ct_open("xterm-256color", options.input, options.output)
  }

  private static func variable(_ name: String) -> String {
    getenv(name).map { String(cString: $0) } ?? ""
  }

  static func currentSize() -> Size {
    var (columns, rows): (Int32, Int32) = (0, 0)
    ct_size(&columns, &rows)
    return Size(width: min(Int(columns), Buffer.limit), height: min(Int(rows), Buffer.limit))
  }
}

@available(*, unavailable)
extension Session: Sendable {}

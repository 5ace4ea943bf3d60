/// Why there is no screen to draw on.
package enum TerminalFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// Input or output is a file or a pipe.
  case notATerminal
  /// `TERM` is empty.
  case noType
  /// No description of the type is installed.
  case unknownType(String)
  /// The type cannot place its cursor.
  case incapableType(String)
  /// There is a session already.
  case alreadyOpen
  /// The system refused.
  case refused

  /// A sentence for people, with what helps.
  package var description: String {
    switch self {
    case .notATerminal:
      "The editor needs a terminal for input and output, but one of them is a file or a pipe."
    case .noType:
      "The environment does not say which terminal this is. Try TERM=xterm-256color."
    case .unknownType(let name):
      """
      The terminal type “\(name)” is unknown on this computer. \
      Install its description (often the package ncurses-term), or try TERM=xterm-256color.
      """
    case .incapableType(let name):
      """
      A terminal of type “\(name)” cannot place its cursor. \
      If this one can, set TERM to what it is, for example xterm-256color.
      """
    case .alreadyOpen: "The terminal is in use by this program already."
    case .refused: "The terminal could not be opened."
    }
  }
}

/// Anything that comes from the terminal or its owner.
package enum Event: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// A text was pasted.
  case paste(Paste)
  /// The mouse was used.
  case mouse(Mouse)
  /// The screen has a new size.
  case resize(Size)
  /// Somebody wants the program to end or to stop.
  case interrupted(Interruption)
  /// The program was stopped and goes on; the screen is drawn anew.
  case resumed
  /// A whole sequence of bytes that means nothing here, at most the first bytes of it.
  case unknown([UInt8])
}

/// Who wants the program to end or to stop.
package enum Interruption: Hashable, Sendable {
  /// SIGINT: somebody asks it to end.
  case interrupt
  /// SIGTERM: the system asks it to end.
  case terminate
  /// SIGHUP or a vanished terminal: nobody sees the screen any more.
  case hangUp
  /// SIGTSTP: somebody asks it to stop for a while.
  case suspend
}

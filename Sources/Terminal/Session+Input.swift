import CTerminal
import Glibc
package import Screen

extension Session {
  /// Waits for events, at most for `timeout`, and returns them; none when the time is over.
  ///
  /// Signals and the end of the terminal are events as well. A storm of new sizes becomes one event
  /// with the last of them.
  package mutating func wait(timeout: Duration? = nil) -> [Event] {
    let end = timeout.map { ContinuousClock.now + $0 }
    while true {
      var descriptors = [
        pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isHungUp ? -1 : options.input, events: Int16(POLLIN), revents: 0),
      ]
      let ready = poll(
        &descriptors, 2, Self.milliseconds(until: [end, decision].compactMap { $0 }.min()))
      var events: [Event] = []
      if ready > 0, descriptors[0].revents != 0 { events += answerSignals() }
      if ready > 0, descriptors[1].revents != 0 { events += read() }
      let now = ContinuousClock.now
      if let decision, now >= decision {
        self.decision = nil
        events += decoder.flush()
      }
      if !events.isEmpty { return events }
      if let end, now >= end { return [] }
    }
  }

  /// How long `poll` may wait, rounded up; -1 is for ever.
  private static func milliseconds(until end: ContinuousClock.Instant?) -> Int32 {
    guard let end else { return -1 }
    let (seconds, attoseconds) = ContinuousClock.now.duration(to: end).components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    return Int32(min(seconds, 1_000_000) * 1000 + attoseconds / 1_000_000_000_000_000 + 1)
  }

  /// Reads what there is.
  ///
  /// The end of the input means that the terminal has vanished.
  private mutating func read() -> [Event] {
    let decoded = withUnsafeTemporaryAllocation(byteCount: 1 << 14, alignment: 1) { bytes in
      let count = Glibc.read(options.input, bytes.baseAddress, bytes.count)
      if count < 0, errno == EINTR || errno == EAGAIN { return [] as [Event]? }
      guard count > 0 else { return nil }
      return decoder.decode(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
    }
    guard let decoded else {
      isHungUp = true
      decision = nil
      return decoder.flush() + [.interrupted(.hangUp)]
    }
    decision = decoder.patience.map { ContinuousClock.now + $0 }
    return decoded
  }

  /// What the signals since the last time ask for.
  private mutating func answerSignals() -> [Event] {
    let bits = ct_signals()
    func has(_ signal: Int) -> Bool { bits & UInt32(signal) != 0 }
    var events: [Event] = []
    if has(CT_HUNG_UP) { events.append(.interrupted(.hangUp)) }
    if has(CT_TERMINATED) { events.append(.interrupted(.terminate)) }
    if has(CT_INTERRUPTED) { events.append(.interrupted(.interrupt)) }
    if has(CT_STOPPED) { events.append(.interrupted(.suspend)) }
    if has(CT_CONTINUED) {
      // The shell may have changed the modes.
      enter()
      events.append(.resumed)
    }
    if has(CT_RESIZED) || has(CT_CONTINUED), let event = adoptSize() { events.append(event) }
    return events
  }

  /// Tells ncurses about another size of the terminal.
  private mutating func adoptSize() -> Event? {
    let current = Self.currentSize()
    guard current != size else { return nil }
    size = current
    ct_resize(Int32(size.width), Int32(size.height))
    prepareFarewell()
    // Terminals move what is on the screen in their own ways.
    shown = nil
    return .resize(size)
  }
}

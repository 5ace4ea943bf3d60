/// Turns the bytes a terminal sends into events.
///
/// One byte at a time: how the bytes were cut into reads never matters. Any bytes at all are fine.
/// Garbage becomes U+FFFD, a complete sequence without a meaning one `Event.unknown`; no part of a
/// sequence is ever taken for typed text.
///
/// Understands xterm with its descendants, VT100 to VT420, the Linux console, rxvt, screen and
/// tmux, modifyOtherKeys and kitty's `CSI u`, Alt as a prefix, bracketed paste, mouse 1006 and
/// 1000.
package struct InputDecoder: Sendable {
  private var state = State.ground
  /// The unfinished sequence from its escape on, at most `limit` bytes.
  private var sequence: [UInt8] = []
  /// Whether one more escape stood before the sequence.
  private var isPrefixed = false
  /// The button the old mouse protocol will tell the release of.
  private var pressed: Mouse.Button?
  private var paste: PasteCollector
  /// Sequences of this very terminal, which win.
  private let extra: [[UInt8]: Key]

  private enum State {
    case ground
    case scalar(ScalarDecoder, Modifiers)
    case escape
    case control
    case shift
    case string
    case stringEscape
    case mouse(missing: Int)
    case paste
  }

  /// The longest sequence that is understood.
  private static let limit = 64

  /// A decoder between events.
  ///
  /// `extra` holds what terminfo says the keys of this terminal send: single bytes, or sequences of
  /// the usual shapes: escape and one byte, CSI, SS3. At most `pasteLimit` bytes of a paste are
  /// kept.
  package init(extra: [[UInt8]: Key] = [:], pasteLimit: Int = 4 << 20) {
    let introducers: Set<[UInt8]> = [[], [0x1b], [0x1b, 0x5b], [0x1b, 0x4f]]
    self.extra = extra.filter { !introducers.contains($0.key) }
    paste = PasteCollector(limit: pasteLimit)
  }

  /// Takes bytes and returns what they complete.
  package mutating func decode(_ bytes: some Sequence<UInt8>) -> [Event] {
    var events: [Event] = []
    // An array costs a copy and saves a generic call per byte.
    for byte in Array(bytes) { take(byte, &events) }
    return events
  }

  /// How much silence makes `flush` right: short when a key may be all there is, long when the rest
  /// of something is late, nil when nothing is undecided.
  package var patience: Duration? {
    switch state {
    case .ground: nil
    case .escape, .control, .shift, .string: sequence.count <= 2 ? .milliseconds(25) : .seconds(1)
    case .scalar, .stringEscape, .mouse: .seconds(1)
    case .paste: .seconds(10)
    }
  }

  /// Decides about what is unfinished: nothing more will come.
  package mutating func flush() -> [Event] {
    var events: [Event] = []
    switch state {
    case .ground: break
    case .scalar(_, let modifiers): events.append(.key(.character("\u{fffd}", modifiers)))
    case .escape: finish(.key(Key(.escape)), &events)
    case .control, .shift, .string, .stringEscape, .mouse: abandon(&events)
    case .paste: events.append(.paste(paste.finish()))
    }
    state = .ground
    return events
  }
}

extension InputDecoder {
  private mutating func take(_ byte: UInt8, _ events: inout [Event]) {
    switch state {
    case .ground: begin(byte, [], &events)
    case .scalar(var decoder, let modifiers):
      switch decoder.take(byte) {
      case .unfinished: state = .scalar(decoder, modifiers)
      case .finished(let scalar): finish(.key(.character(scalar, modifiers)), &events)
      case .broken:
        finish(.key(.character("\u{fffd}", modifiers)), &events)
        take(byte, &events)
      }
    case .escape: takeAfterEscape(byte, &events)
    case .control: takeControl(byte, &events)
    case .shift: takeShift(byte, &events)
    case .string, .stringEscape: takeString(byte, &events)
    case .mouse(let missing):
      sequence.append(byte)
      state = .mouse(missing: missing - 1)
      if missing == 1 { finishMouse(&events) }
    case .paste:
      if paste.take(byte) { finish(.paste(paste.finish()), &events) }
    }
  }

  /// Begins something new with `byte`.
  private mutating func begin(_ byte: UInt8, _ modifiers: Modifiers, _ events: inout [Event]) {
    if byte == 0x1b {
      sequence = [byte]
      isPrefixed = false
      state = .escape
    } else if byte < 0x80 {
      let key = modifiers.isEmpty ? extra[[byte]] : nil
      finish(.key(key ?? .character(Unicode.Scalar(byte), modifiers)), &events)
    } else if let decoder = ScalarDecoder(first: byte) {
      state = .scalar(decoder, modifiers)
    } else {
      finish(.key(.character("\u{fffd}", modifiers)), &events)
    }
  }

  private mutating func takeAfterEscape(_ byte: UInt8, _ events: inout [Event]) {
    if byte == 0x1b {
      if isPrefixed { events.append(.key(Key(.escape))) }
      isPrefixed = true
      return
    }
    sequence.append(byte)
    switch byte {
    case _ where extra[sequence] != nil: complete(&events)
    case UInt8(ascii: "["): state = .control
    case UInt8(ascii: "O"): state = .shift
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      state = .string
    default:
      if isPrefixed { events.append(.key(Key(.escape))) }
      isPrefixed = false
      begin(byte, .alt, &events)
    }
  }

  private mutating func takeControl(_ byte: UInt8, _ events: inout [Event]) {
    guard (0x20...0x7e).contains(byte) else {
      abandon(&events)
      return take(byte, &events)
    }
    let isFirst = sequence.count == 2
    keep(byte)
    switch byte {
    case UInt8(ascii: "[") where isFirst: break
    case UInt8(ascii: "M") where isFirst && extra[sequence] == nil: state = .mouse(missing: 3)
    // Only rxvt ends a sequence with it; elsewhere it is an intermediate byte.
    case UInt8(ascii: "$") where endsLikeRxvt:
      complete(&events)
    case 0x40...: complete(&events)
    default: break
    }
  }

  /// Whether the sequence is `CSI`, one or two digits and a last byte.
  private var endsLikeRxvt: Bool {
    (4...5).contains(sequence.count)
      && sequence[2..<sequence.count - 1].allSatisfy { (0x30...0x39).contains($0) }
  }

  private mutating func takeShift(_ byte: UInt8, _ events: inout [Event]) {
    guard (0x20...0x7e).contains(byte) else {
      abandon(&events)
      return take(byte, &events)
    }
    keep(byte)
    if !(0x30...0x3b).contains(byte) { complete(&events) }
  }

  private mutating func takeString(_ byte: UInt8, _ events: inout [Event]) {
    if case .stringEscape = state {
      if byte == UInt8(ascii: "\\") { return finish(.unknown(sequence), &events) }
      finish(.unknown(sequence), &events)
      begin(0x1b, [], &events)
      return take(byte, &events)
    }
    switch byte {
    case 0x1b: state = .stringEscape
    case 0x07: finish(.unknown(sequence), &events)
    // A key, not a part of any answer: the string was typed, or has lost its end.
    case ..<0x20, 0x7f:
      abandon(&events)
      take(byte, &events)
    default: keep(byte)
    }
  }

  private mutating func keep(_ byte: UInt8) {
    if sequence.count < Self.limit { sequence.append(byte) }
  }
}

extension InputDecoder {
  /// Ends whatever was unfinished with `event`.
  ///
  /// An escape before it is Alt with a key, and the key Escape with anything else.
  private mutating func finish(_ event: Event, _ events: inout [Event]) {
    let wasPrefixed = isPrefixed
    isPrefixed = false
    state = .ground
    switch event {
    case .key(let key) where wasPrefixed && key != Key(.escape):
      events.append(.key(key.with(.alt)))
    default:
      if wasPrefixed { events.append(.key(Key(.escape))) }
      events.append(event)
    }
  }

  /// Ends an unfinished sequence: two bytes of one were a key with Alt.
  private mutating func abandon(_ events: inout [Event]) {
    if sequence.count == 2, let last = sequence.last {
      if isPrefixed { events.append(.key(Key(.escape))) }
      isPrefixed = false
      finish(.key(.character(Unicode.Scalar(last), .alt)), &events)
    } else {
      finish(.unknown(sequence), &events)
    }
  }

  /// Ends a complete sequence with what it means.
  private mutating func complete(_ events: inout [Event]) {
    if let key = extra[sequence] { return finish(.key(key), &events) }
    if sequence.count == Self.limit { return finish(.unknown(sequence), &events) }
    if case .shift = state {
      let event = shiftedKey().map(Event.key)
      return finish(event ?? .unknown(sequence), &events)
    }
    if sequence.count == 4, sequence[2] == UInt8(ascii: "[") {
      let number = Int(sequence[3]) - 0x40
      let event = (1...5).contains(number) ? Event.key(Key(.function(number))) : .unknown(sequence)
      return finish(event, &events)
    }
    guard let control = ControlSequence(sequence[2...]) else { return }
    if control.marker == nil, control.final == UInt8(ascii: "~"), control.parameters == [200] {
      if isPrefixed { events.append(.key(Key(.escape))) }
      isPrefixed = false
      state = .paste
    } else if control.marker == UInt8(ascii: "<"), control.final & 0xdf == UInt8(ascii: "M") {
      let mouse = Mouse(
        report: control[0], column: control[1], row: control[2],
        isRelease: control.final == UInt8(ascii: "m"), pressed: nil)
      finish(mouse.map(Event.mouse) ?? .unknown(sequence), &events)
    } else {
      finish(control.key.map(Event.key) ?? .unknown(sequence), &events)
    }
  }

  /// What SS3 and a letter mean; old xterms put modifiers between.
  private func shiftedKey() -> Key? {
    guard let control = ControlSequence(sequence[2...]) else { return nil }
    let modifiers = control.modifiers(max(0, control.parameters.count - 1))
    if let code = ControlSequence.lettered[control.final] { return Key(code, modifiers) }
    if let code = ControlSequence.lettered[control.final & 0xdf], control.final <= 0x64 {
      return Key(code, .ctrl)
    }
    return ControlSequence.keypad[control.final]?.with(modifiers)
  }

  private mutating func finishMouse(_ events: inout [Event]) {
    let values = sequence[3...].map { Int($0) - 32 }
    guard values.allSatisfy({ $0 >= 0 }),
      let mouse = Mouse(
        report: values[0], column: values[1], row: values[2], isRelease: nil, pressed: pressed)
    else { return finish(.unknown(sequence), &events) }
    switch mouse.action {
    case .press(let button): pressed = button
    case .release: pressed = nil
    default: break
    }
    finish(.mouse(mouse), &events)
  }
}

import Basics
import Glibc
import Screen

extension Session {
  /// Gives bytes to the terminal's clipboard; false if they are too many for most terminals.
  ///
  /// Whether the terminal takes them is not told (OSC 52).
  package func copyToClipboard(_ bytes: [UInt8]) -> Bool {
    let isScreen =
      getenv("STY") != nil && getenv("TMUX") == nil
      && getenv("TERM").map { String(cString: $0).hasPrefix("screen") } == true
    guard let sequence = clipboardSequence(bytes, insideScreen: isScreen) else { return false }
    send(sequence)
    return true
  }
}

/// The most bytes xterm and others take.
let clipboardLimit = 74_994

/// The sequence that sets the clipboard; GNU screen passes it on in small packets.
func clipboardSequence(_ bytes: [UInt8], insideScreen: Bool) -> [UInt8]? {
  guard bytes.count <= clipboardLimit else { return nil }
  let plain = Array("\u{1b}]52;c;".utf8) + Base64Text.encode(bytes) + [0x07]
  guard insideScreen else { return plain }
  return stride(from: 0, to: plain.count, by: 240).flatMap { start in
    Array("\u{1b}P".utf8) + plain[start..<min(start + 240, plain.count)] + Array("\u{1b}\\".utf8)
  }
}

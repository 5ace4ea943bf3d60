import Glibc

/// A program that opens a file in a terminal, and the keys it is measured with.
struct Rival: Sendable {
  let name: String
  let command: [String]
  /// A text of every sequence, as the program shows it.
  let sign: String
  /// What is pressed before the others, to be in the middle of the file.
  let before: [String]
  /// The keys by what they do in tsedit; each is pressed again and again, one after the other.
  let keys: [String: [String]]

  static func tsedit(_ path: String) -> Rival {
    Rival(
      name: "tsedit", command: [path], sign: " steps", before: ["\u{1B}[F"] + up(7),
      keys: [
        "cursor down": ["j"], "cursor up": ["k"], "page down and up": ["\u{1B}[6~", "\u{1B}[5~"],
        "close and open a group": ["h", "h", "l"], "search as you type": ["e", "d", "i", "t"],
        "disable a step and undo": ["d", "\u{1A}"], "move a step and undo": ["J", "\u{1A}"],
        "remove a step and undo": ["D", "\u{1A}"], "open the palette": [":", "\u{3}"],
      ])
  }

  static let vim = Rival(
    name: "vim --clean", command: ["vim", "--clean"], sign: "sequence",
    before: ["G"] + Array(repeating: "k", count: 60),
    keys: [
      "cursor down": ["j"], "cursor up": ["k"], "page down and up": ["\u{6}", "\u{2}"],
      "search as you type": ["e", "d", "i", "t"],
      "disable a step and undo": ["x", "u"], "move a step and undo": [":m+1\r", "u"],
      "remove a step and undo": ["dd", "u"],
    ])

  static let nano = Rival(
    name: "nano", command: ["nano"], sign: "sequence", before: [], keys: [:])
  static let micro = Rival(
    name: "micro", command: ["micro"], sign: "sequence", before: [], keys: [:])

  private static func up(_ count: Int) -> [String] { Array(repeating: "k", count: count) }

  /// Its version; nil when it is not installed.
  var version: String? {
    guard Shell.output("command -v \(command[0])") != nil else { return nil }
    return Shell.version("\(command[0]) \(name == "micro" ? "-version" : "--version")")
  }
}

/// How a command is given a secret that no name beside it tells of (the help of each command).
struct SecretCommand {
  /// Its switches, with one sign before them, that the secret follows at once or after a blank.
  var switches: [String] = []
  /// Whether small letters and capitals are different switches.
  var isExact = false
  /// Which of its arguments is the secret, from 1.
  var argument: Int?

  /// The one of a word, with its extension or without.
  static func named(_ word: String) -> SecretCommand? {
    let name = word.hasSuffix(".exe") || word.hasSuffix(".com") ? String(word.dropLast(4)) : word
    return all[name]
  }

  /// Whether a switch is one that a secret follows: its letters before that, nil when it is not.
  func lead(of word: CommandText.Word) -> Int? {
    let text = isExact ? word.text : word.lower
    return switches.first { text.hasPrefix($0) }.map(\.utf8.count)
  }

  private static let archiver = SecretCommand(switches: ["hp", "p"])
  private static let database = SecretCommand(switches: ["p"], isExact: true)
  private static let packer = SecretCommand(switches: ["P"], isExact: true)
  private static let logon = SecretCommand(argument: 3)

  private static let all: [String: SecretCommand] = [
    "7z": archiver, "7za": archiver, "7zr": archiver, "rar": archiver, "unrar": archiver,
    "mysql": database, "mysqladmin": database, "mysqldump": database, "sshpass": database,
    "zip": packer, "unzip": packer, "sqlcmd": packer, "osql": packer, "bcp": packer,
    "ssh-keygen": SecretCommand(switches: ["N"], isExact: true),
    "hpqpswd": database, "hpqpswd64": database,
    "autologon": logon, "autologon64": logon, "rasdial": logon,
  ]
}

extension SecretScanner {
  /// What the words after a command say, up to the next command.
  mutating func scan(_ command: SecretCommand, after index: Int) {
    let end = text.endOfCommand(from: text.words[index].range.upperBound)
    for word in text.words[(index + 1)...].prefix(while: { $0.range.upperBound <= end })
    where word.isSwitch && !text.hasTwoSigns(word) {
      guard let lead = command.lead(of: word) else { continue }
      add(text.token(from: word.range.lowerBound + lead), of: word)
    }
    guard let wanted = command.argument else { return }
    var place = text.words[index].range.upperBound
    var count = 0
    while let token = text.token(from: place), token.upperBound <= end {
      place = text.end(of: token)
      guard !"-/".utf8.contains(text.byte(token.lowerBound)) else { continue }
      count += 1
      if count == wanted { return add(token, of: text.words[index]) }
    }
  }
}

extension CommandText {
  /// Where the command that goes on at a place ends.
  fileprivate func endOfCommand(from start: Int) -> Int {
    bytes[start...].firstIndex { "&|\r\n".utf8.contains($0) } ?? bytes.count
  }

  /// Whether `--` stands before a word.
  fileprivate func hasTwoSigns(_ word: Word) -> Bool {
    byte(word.range.lowerBound - 2) == UInt8(ascii: "-")
  }
}

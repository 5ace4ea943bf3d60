import TaskSequence

/// Goes through a text word by word and finds what is a secret by the words before it.
struct SecretScanner {
  let text: CommandText
  private(set) var found: [Range<Int>] = []

  init(_ text: String) { self.text = CommandText(text) }

  mutating func scan() {
    let words = text.words
    let hasUser = words.contains { $0.isSwitch && Self.userSwitches.contains($0.lower) }
    let isCurl = words.contains { ["curl", "curl.exe"].contains($0.lower) }
    for (index, word) in words.enumerated() {
      if Self.isProductKey(word.text) { found.append(word.range) }
      switch word.lower {
      case "net", "net.exe": scanNet(index)
      case "convertto-securestring": coverFirstArgument(after: word)
      case "authorization", "bearer": coverAuthorization(word)
      case "setx": coverSetx(word)
      default: break
      }
      if word.lower.hasSuffix("credential") { coverCredential(after: word) }
      if let command = SecretCommand.named(word.lower) { scan(command, after: index) }
      // The signature of a shared access signature, in the address it opens.
      if word.lower == "sig", "?&".utf8.contains(text.byte(word.range.lowerBound - 1)) {
        add(text.value(after: word), of: word)
      }
      if word.isSwitch, isCurl, word.lower == "u" || word.lower == "user" {
        coverAfterColon(text.value(after: word))
      }
      if word.isSwitch, Self.naming.contains(word.lower) { coverNamed(index) }
      let isShort =
        word.isSwitch
        && (Self.switches.contains(word.lower) || word.lower.hasSuffix("pw")
          || hasUser && word.lower == "p")
      if isShort || Secrets.isSecret(word.text) { add(text.value(after: word), of: word) }
    }
    coverAddresses()
  }

  private static let userSwitches: Set<String> = [
    "u", "user", "username", "ru", "userd", "login", "l",
  ]
  /// Switches of commands that take a password: `slmgr /ipk`, `schtasks /rp`, `netdom`.
  private static let switches: Set<String> = ["ipk", "rp", "pd", "po", "passwordd", "passwordo"]
  /// Parameters that name what another one holds the value of, as `reg add /v` and `-Name`.
  private static let naming: Set<String> = [
    "v", "name", "n", "variable", "variablename", "property",
  ]
  private static let valued: Set<String> = ["d", "value", "val", "data"]
  private static let schemes: Set<String> = [
    "bearer", "basic", "token", "sharedkey", "sharedaccesssignature", "digest",
  ]

  /// Takes a value that is written out.
  mutating func add(_ value: Range<Int>?, of word: CommandText.Word) {
    if let value, text.isLiteral(value, of: word) { found.append(value) }
  }

  /// `-Name DefaultPassword -Value x`: the value after a name that means a secret.
  private mutating func coverNamed(_ index: Int) {
    guard let name = text.value(after: text.words[index]), Secrets.isSecret(text[name]) else {
      return
    }
    let next = text.words[(index + 1)...].first {
      $0.isSwitch && Self.valued.contains($0.lower)
    }
    if let next { add(text.value(after: next), of: next) }
  }

  /// `setx NAME value`.
  private mutating func coverSetx(_ word: CommandText.Word) {
    guard let name = text.token(from: word.range.upperBound), Secrets.isSecret(text[name]) else {
      return
    }
    add(text.token(from: text.end(of: name)), of: word)
  }

  /// `net use X: \\server\share password /user:name`, the password anywhere, and `net user name
  /// password`.
  private mutating func scanNet(_ index: Int) {
    guard text.words.indices.contains(index + 1) else { return }
    let verb = text.words[index + 1]
    guard verb.lower == "use" || verb.lower == "user" else { return }
    var place = verb.range.upperBound
    var count = 0
    while let token = text.token(from: place) {
      place = text.end(of: token)
      let argument = text[token]
      if ["&", "&&", "|", "||"].contains(argument) || argument.hasPrefix(">") { return }
      guard !argument.hasPrefix("/"), argument != "*", Secrets.isWorthHiding(argument) else {
        continue
      }
      count += 1
      let isPlace =
        argument.hasPrefix("\\\\") || argument.count == 2 && argument.hasSuffix(":")
        || argument.hasPrefix("%") && argument.contains("\\")
      if verb.lower == "use" ? !isPlace : count == 2 { add(token, of: verb) }
    }
  }

  /// The first thing a command is given that is no switch.
  private mutating func coverFirstArgument(after word: CommandText.Word) {
    var place = word.range.upperBound
    for _ in 0..<6 {
      guard let token = text.token(from: place) else { return }
      place = text.end(of: token)
      if text[token].hasPrefix("-"), !text.isQuoted(token) { continue }
      return add(token, of: word)
    }
  }

  /// `Authorization: Bearer x`, and a bearer alone.
  private mutating func coverAuthorization(_ word: CommandText.Word) {
    let start = text.skipping(":='\" ", from: word.range.upperBound)
    guard let first = text.token(from: start) else { return }
    if Self.schemes.contains(text[first].lowercased()) {
      add(text.token(from: text.end(of: first)), of: word)
    } else if word.lower == "authorization" || first.count >= 16 {
      add(first, of: word)
    }
  }

  /// `PSCredential("user", "x")`: the second of two texts.
  private mutating func coverCredential(after word: CommandText.Word) {
    let start = text.skipping("]:new'\" ", from: word.range.upperBound)
    guard text.byte(start) == UInt8(ascii: "("), let user = text.token(from: start + 1),
      text.isQuoted(user)
    else { return }
    let next = text.skipping(", ", from: text.end(of: user))
    if let value = text.token(from: next), text.isQuoted(value) { add(value, of: word) }
  }

  /// `user:x`.
  private mutating func coverAfterColon(_ value: Range<Int>?) {
    guard let value, let colon = text.bytes[value].firstIndex(of: UInt8(ascii: ":")) else { return }
    found.append(colon + 1..<value.upperBound)
  }

  /// `https://user:x@server`.
  private mutating func coverAddresses() {
    let (bytes, mark) = (text.bytes, Array("://".utf8))
    for start in bytes.indices where bytes[start] == mark[0] && bytes[start...].starts(with: mark) {
      let rest = bytes[(start + 3)...].prefix { $0 > 0x20 && !"\"'/".utf8.contains($0) }
      guard let at = rest.lastIndex(of: UInt8(ascii: "@")),
        let colon = rest[..<at].firstIndex(of: UInt8(ascii: ":")), colon + 1 < at
      else { continue }
      found.append(colon + 1..<at)
    }
  }

  /// Five times five letters and digits.
  private static func isProductKey(_ word: String) -> Bool {
    guard word.utf8.count == 29 else { return false }
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 5
      && parts.allSatisfy { part in
        part.count == 5 && part.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) }
      }
  }
}

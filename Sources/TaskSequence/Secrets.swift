import Synchronization

/// Which values are never shown unasked, where no step type tells: those of variables whose names do.
package enum Secrets {
  /// What stands in the place of a value.
  package static let mask = "••••••••"

  /// Whether a variable, a switch or a parameter of that name holds a password or a key.
  ///
  /// Some names lie: they hold a choice or a switch, as whether a recovery password is made, whether a
  /// wizard page is shown (FACTS.md of StepCatalog, “Names that sound secret”).
  /// Costs a look-up after the first time.
  package static func isSecret(_ name: String) -> Bool {
    if let known = known.withLock({ $0[name] }) { return known }
    let isSecret = SecretName(name).isSecret
    known.withLock { known in
      if known.count > 10_000 { known = [:] }
      known[name] = isSecret
    }
    return isSecret
  }

  /// The names that were asked about: sequences have many variables and few names.
  private static let known = Mutex<[String: Bool]>([:])

  /// Whether a value is worth hiding: there is one, and it is more than the name of a variable.
  package static func isWorthHiding(_ value: String) -> Bool {
    guard value.first == "%", value.last == "%", value.count > 2 else { return !value.isEmpty }
    return value.dropFirst().dropLast().contains("%")
  }
}

/// A name, taken apart into its words to see whether it means a secret.
private struct SecretName {
  /// The name in small letters, without what stands between its words.
  private let whole: String
  /// Its words in small letters, split at changes of case and at whatever is no letter.
  private let words: [String]

  init(_ name: String) {
    var words: [String] = []
    var word = ""
    func end() {
      if !word.isEmpty { words.append(word.lowercased()) }
      word = ""
    }
    let letters = Array(name)
    for (index, letter) in letters.enumerated() {
      guard letter.isLetter else {
        end()
        continue
      }
      let next = index + 1 < letters.count ? letters[index + 1] : " "
      // `userPin`, and the last capital of `OSDJoin`.
      let isStart = letter.isUppercase && (word.last?.isLowercase == true || next.isLowercase)
      if isStart { end() }
      word.append(letter)
    }
    end()
    // `apiKeyValue` holds what `apiKey` does.
    while words.count > 1, let last = words.last, Self.fillers.contains(last) { words.removeLast() }
    self.words = words
    whole = String(name.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  var isSecret: Bool {
    guard !whole.hasPrefix("skip"), !Self.switches.contains(whole), let last = words.last else {
      return false
    }
    return Self.stems.contains(where: whole.contains) || isLastSecret(last)
  }

  /// Whether the last word says it, seen with the one before it.
  private func isLastSecret(_ last: String) -> Bool {
    let before = words.dropLast().last
    switch last {
    case "key", "keys": return before.map { !Self.otherKeys.contains($0) } ?? true
    case "token", "tokens": return !words.contains("public")
    case "pin": return before.map { !["taskbar", "start", "menu"].contains($0) } ?? true
    case "psk", "sas", "credential", "credentials", "cred", "creds", "pw": return true
    case "pass": return before.map(Self.owners.contains) ?? true
    case "url", "uri", "query", "signature": return before == "sas"
    default: return isRunTogether(last)
    }
  }

  /// Whether a word is several that are written as one, as in `WIFIPSK`.
  private func isRunTogether(_ word: String) -> Bool {
    if ["token", "psk", "credential", "credentials", "creds"].contains(where: word.hasSuffix) {
      return true
    }
    if word.hasSuffix("pin") { return !["spin", "mappin"].contains(word) }
    if word.hasSuffix("key") { return Self.keyed.contains(String(word.dropLast(3))) }
    if word.hasSuffix("pass") { return Self.owners.contains(String(word.dropLast(4))) }
    return ["sasurl", "sasuri", "blobsas", "storagesas"].contains(word)
  }

  private static let stems = [
    "password", "passwd", "passphrase", "passcode", "pwd", "productkey", "secret", "apikey",
    "privatekey", "kennwort", "passwort",
  ]
  private static let switches: Set<String> = [
    "osdbitlockercreaterecoverypassword", "bderecoverypassword", "osdrandomadminpassword",
    "bderecoverykey", "bdeallowalphanumericpin",
  ]
  private static let fillers: Set<String> = [
    "value", "text", "string", "plain", "data", "base", "encoded", "encrypted",
  ]
  /// What keys are of that lock nothing.
  private static let otherKeys: Set<String> = [
    "reg", "registry", "hot", "public", "foreign", "sort", "sub", "current", "cache", "partition",
    "row", "index", "dictionary", "run", "uninstall", "host", "lookup", "shortcut", "function",
  ]
  /// What keys are of that do, where the words are written as one.
  private static let keyed: Set<String> = [
    "", "access", "license", "licence", "account", "storage", "store", "shared", "master",
    "encryption", "recovery", "startup", "activation", "install", "serial", "auth", "wifi", "wlan",
    "wpa", "wep", "network", "security", "client", "site", "vault", "symmetric", "aes", "rsa",
    "ssh", "sas", "team", "join", "workspace", "enrollment", "subscription", "mak", "kms", "setup",
    "user", "admin", "domain", "service", "svc", "signing",
  ]
  /// Whose pass it is.
  private static let owners: Set<String> = [
    "", "user", "admin", "domain", "join", "svc", "service", "account", "db", "sql", "root",
    "local", "login", "logon", "net", "network", "wifi", "smb", "share", "ftp", "my", "proxy",
    "mail", "smtp", "ad", "sa",
  ]
}

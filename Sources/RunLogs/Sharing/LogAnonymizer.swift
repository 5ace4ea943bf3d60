import StepCatalog

/// Writes copies of logs that can be shown to others: machines, users, domains, addresses and ids have
/// other names, the same ones throughout; secrets are covered.
///
/// What is such a name is told by what stands around it (`\\SERVER\share`, `https://server/`,
/// `C:\Users\NAME`, `user@domain`), by its form (addresses, GUIDs, SIDs), and by variables that hold
/// one; a name once told is replaced wherever it stands. Names of steps are replaced as well where they
/// hold one. Numbers and outcomes stay, so a copy tells the same run.
package struct LogAnonymizer {
  private var names = AssumedNames()
  private var secrets = SecretValues()

  package init() {}

  /// Reads the names in a log; every log is read before the first is copied.
  package mutating func learn(_ bytes: [UInt8]) {
    let text = LogBytes(bytes)
    var reader = RecordReader(text)
    var last = ""
    while let record = reader.next() {
      learnValue(record.message, in: text)
      // The value of a test stands behind the name of its variable.
      if let rest = text.rest(of: record.message, after: "Expand a string: ") {
        let words = text.text(text.trimmed(rest))
        secrets.learn(words, of: last)
        last = words
      }
      WordScanner(text.bytes, record.message).each { word in
        if let kind = word.kind { names.learn(text.text(word.range), as: kind) }
      }
    }
  }

  /// A log with other names in it, in UTF-8.
  package mutating func copy(of bytes: [UInt8]) -> [UInt8] {
    let text = LogBytes(bytes)
    var reader = RecordReader(text)
    var copy: [UInt8] = []
    copy.reserveCapacity(text.bytes.count)
    var end = text.start
    while let record = reader.next() {
      guard record.message.lowerBound >= end else { continue }
      append(between: end..<record.message.lowerBound, of: text, to: &copy)
      append(message: record.message, of: text, to: &copy)
      end = record.message.upperBound
    }
    append(between: end..<text.bytes.count, of: text, to: &copy)
    return copy
  }

  // MARK: Values of variables

  /// Variables that hold a name, by the ends of theirs: `OSDComputerName`, `_SMSTSMachineName`.
  private static let telling: [(end: String, kind: AssumedNames.Kind)] = [
    ("computername", .host), ("machinename", .host), ("hostname", .host), ("servername", .host),
    ("_smstsmp", .host), ("smsmp", .host), ("userid", .user), ("username", .user), ("user", .user),
    ("joinaccount", .user), ("networkaccount", .user), ("userdomain", .domain),
    ("joindomain", .domain), ("domainname", .domain), ("domainadmindomain", .domain),
    ("domainadmin", .user), ("joinworkgroup", .domain), ("serialnumber", .id), ("assettag", .id),
    ("uuid", .id), ("registeredowner", .user), ("orgname", .domain), ("registeredusername", .user),
    ("registeredorgname", .domain), ("smstsassignusersmode", .user), ("udauser", .user),
    ("udausers", .user), ("fullname", .user),
  ]

  private mutating func learnValue(_ message: Range<Int>, in text: LogBytes) {
    guard let equals = text.first(UInt8(ascii: "="), in: message) else { return }
    let before = text.text(max(message.lowerBound, equals - 120)..<equals)
    guard let name = before.split(separator: " ").last(where: { $0 != "now" && $0 != "is" }) else {
      return
    }
    let lower = name.lowercased()
    secrets.learn(
      text.text(text.trimmed(text.firstLine(of: equals + 1..<message.upperBound))),
      of: String(name))
    guard let kind = Self.telling.first(where: { lower.hasSuffix($0.end) })?.kind else { return }
    let value = text.text(text.trimmed(text.firstLine(of: equals + 1..<message.upperBound)))
    for part in value.split(whereSeparator: { "\\,;@\"'".contains($0) }) {
      let isDomain = kind == .user && value.contains("\\") && value.hasPrefix(part)
      names.learn(String(part.drop { $0 == " " }), as: isDomain ? .domain : kind)
    }
  }

  // MARK: Copying

  /// What is no message: ends of records, and lines that are no record.
  private mutating func append(
    between range: Range<Int>, of text: LogBytes, to copy: inout [UInt8]
  ) {
    guard !range.isEmpty else { return }
    let isPlain = text.bytes[range.lowerBound] == UInt8(ascii: "]") && range.count < 250
    if isPlain {
      copy += text.bytes[range]
    } else {
      append(
        replacing: Array(secrets.covered(SecretText.covered(text.text(range))).utf8), to: &copy)
    }
  }

  private mutating func append(
    message: Range<Int>, of text: LogBytes, to copy: inout [UInt8]
  ) {
    let shown = secrets.covered(LogSecrets.shown(text.text(message)))
    append(replacing: Array(shown.utf8), to: &copy)
  }

  private mutating func append(replacing bytes: [UInt8], to copy: inout [UInt8]) {
    var end = 0
    WordScanner(bytes, bytes.indices).each { word in
      let name = String(decoding: bytes[word.range], as: UTF8.self)
      if let kind = word.kind { names.learn(name, as: kind) }
      guard let other = names.other(of: name) else { return }
      copy += bytes[end..<word.range.lowerBound]
      copy += other.utf8
      end = word.range.upperBound
    }
    copy += bytes[end...]
  }
}

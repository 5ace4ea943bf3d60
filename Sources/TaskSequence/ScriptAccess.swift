/// A place in a script or a command line that reaches a variable of the run by its name.
///
/// Known are the product's object, `Microsoft.SMS.TSEnvironment`, with `.Value("NAME")` and what a
/// script calls it; MDT's `oEnvironment.Item("NAME")`; its drive, `tsenv:NAME`; and the program
/// `tsenv.exe "NAME=VALUE"` (Microsoft's article on using task sequence variables; MDT's scripts; real
/// scripts).
package struct ScriptAccess: Equatable, Sendable {
  /// What it does with the variable.
  package enum Role: Sendable {
    case reads
    case sets
    /// Is named in a remark.
    case names
  }

  package let name: String
  package let role: Role
  /// What it is set to, where the text says so.
  package let value: String?
  /// Where the name stands.
  package let range: Range<String.Index>

  /// Those of a text, in its order.
  package static func all(in text: String) -> [ScriptAccess] { Scan(text).found }

  /// Those of a text, and whether it sets variables whose names only the run knows.
  package static func look(at text: String) -> (all: [ScriptAccess], setsUnnamed: Bool) {
    let scan = Scan(text)
    return (scan.found, scan.setsUnnamed)
  }

  /// The text with other names for variables; the keys of `names` are in small letters.
  package static func renaming(_ names: [String: String], in text: String) -> String {
    var result = text
    for access in all(in: text).reversed() {
      if let new = names[access.name.lowercased()] {
        result.replaceSubrange(access.range, with: new)
      }
    }
    return result
  }
}

/// A walk through a text that finds the accesses.
private struct Scan {
  private(set) var found: [ScriptAccess] = []
  private(set) var setsUnnamed = false
  private let text: String
  /// The bytes, and the same in small letters.
  private let bytes: [UInt8]
  private let folded: [UInt8]
  /// What the script calls the product's object.
  private var objects: Set<[UInt8]> = []

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
    folded = bytes.map { $0 &- UInt8(ascii: "A") < 26 ? $0 | 0x20 : $0 }
    // Most texts are short and have none of it.
    guard bytes.count > 8 else { return }
    findObjects()
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["): call(at: index)
      case UInt8(ascii: ":"): drive(at: index)
      case UInt8(ascii: "="): program(at: index)
      default: break
      }
      index += 1
    }
  }

  // MARK: Forms

  /// Names that an object is given on the line that makes it.
  private mutating func findObjects() {
    let wanted = Array("microsoft.sms.tsenvironment".utf8)
    guard folded.count > wanted.count else { return }
    var start = 0
    while start + wanted.count <= folded.count {
      let place = start
      start += 1
      guard folded[place] == wanted[0], folded[place..<place + wanted.count].elementsEqual(wanted)
      else { continue }
      let line = lineStart(of: place)
      guard let sign = folded[line..<place].firstIndex(of: UInt8(ascii: "=")) else { continue }
      var end = sign
      while end > line, isBlank(folded[end - 1]) { end -= 1 }
      let name = word(endingAt: end)
      if !name.isEmpty { objects.insert(Array(folded[name])) }
    }
  }

  /// `….Value("NAME")`, `…Environment.Item("NAME")`, `object("NAME")`.
  private mutating func call(at open: Int) {
    let method = word(endingAt: open)
    guard !method.isEmpty else { return }
    let name = Array(folded[method])
    let isMember = method.lowerBound > 0 && bytes[method.lowerBound - 1] == UInt8(ascii: ".")
    if isMember {
      let owner = Array(folded[word(endingAt: method.lowerBound - 1)])
      let isValue = name == Array("value".utf8)
      let isItem = name == Array("item".utf8) || name == Array("listitem".utf8)
      let isKnown = objects.contains(owner) || owner.firstRange(of: Array("env".utf8)) != nil
      guard isValue || isItem && isKnown else { return }
    } else {
      guard objects.contains(name) else { return }
    }
    var index = skipBlanks(open + 1)
    // In a command line quotes may be escaped or doubled.
    while index < bytes.count, bytes[index] == UInt8(ascii: "\\") { index += 1 }
    guard index < bytes.count, isQuote(bytes[index]) else {
      if isSet(after: closing(from: open)) { setsUnnamed = true }
      return
    }
    while index < bytes.count, isQuote(bytes[index]) { index += 1 }
    let start = index
    while index < bytes.count, isNamePart(bytes[index]) { index += 1 }
    let end = index
    while index < bytes.count, isQuote(bytes[index]) || bytes[index] == UInt8(ascii: "\\") {
      index += 1
    }
    let isQuoted = index > end
    index = skipBlanks(index)
    let close = bytes[open] == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
    guard end > start, isQuoted, index < bytes.count, bytes[index] == close else {
      if isSet(after: closing(from: open)) { setsUnnamed = true }
      return
    }
    add(start..<end, after: index + 1, at: open)
  }

  /// `tsenv:NAME`, `${tsenv:NAME}`.
  private mutating func drive(at colon: Int) {
    let drive = word(endingAt: colon)
    guard folded[drive].elementsEqual("tsenv".utf8) else { return }
    var start = colon + 1
    if start < bytes.count, bytes[start] == UInt8(ascii: "\\") { start += 1 }
    let isBraced = drive.lowerBound > 0 && bytes[drive.lowerBound - 1] == UInt8(ascii: "{")
    var end = start
    while end < bytes.count,
      isWordPart(bytes[end]) || isBraced && isNamePart(bytes[end])
    {
      end += 1
    }
    guard end > start else {
      if end < bytes.count, bytes[end] == UInt8(ascii: "$") { setsUnnamed = true }
      return
    }
    let after = isBraced && end < bytes.count ? end + 1 : end
    let line = folded[lineStart(of: colon)..<colon]
    let isItem = ["set-item", "new-item", "set-content", "remove-item"].contains { verb in
      line.firstRange(of: Array(verb.utf8)) != nil
    }
    add(start..<end, after: after, at: colon, isSet: isItem)
  }

  /// `tsenv.exe "NAME=VALUE"`.
  private mutating func program(at sign: Int) {
    var start = sign
    while start > 0, isNamePart(bytes[start - 1]) { start -= 1 }
    guard start < sign else { return }
    var end = start
    while end > 0, isBlank(bytes[end - 1]) || isQuote(bytes[end - 1]) { end -= 1 }
    let program = Array("tsenv.exe".utf8)
    guard end < start, end >= program.count,
      folded[end - program.count..<end].elementsEqual(program)
    else { return }
    let isQuoted = isQuote(bytes[start - 1])
    var last = sign + 1
    while last < bytes.count, isQuoted ? !isQuote(bytes[last]) : !isBlank(bytes[last]) { last += 1 }
    add(start..<sign, role: .sets, value: string(sign + 1..<last))
  }

  // MARK: What is done

  private mutating func add(
    _ name: Range<Int>, after end: Int, at place: Int, isSet isItem: Bool = false
  ) {
    let start = lineStart(of: place)
    let head = folded[skipBlanks(start)...].prefix(4)
    let isRemark =
      head.first == UInt8(ascii: "#") || head.first == UInt8(ascii: "'")
      || head.elementsEqual("rem ".utf8)
    guard !isRemark else { return add(name, role: .names, value: nil) }
    guard isItem || isSet(after: end), !isTest(start..<place, end) else {
      return add(name, role: .reads, value: nil)
    }
    add(name, role: .sets, value: isItem ? nil : literal(after: skipBlanks(end) + 1))
  }

  private mutating func add(_ name: Range<Int>, role: ScriptAccess.Role, value: String?) {
    let utf8 = text.utf8
    let lower = utf8.index(utf8.startIndex, offsetBy: name.lowerBound)
    let upper = utf8.index(lower, offsetBy: name.count)
    found.append(
      ScriptAccess(name: string(name), role: role, value: value, range: lower..<upper))
  }

  /// Whether an assignment stands behind a place; `==` is none.
  private func isSet(after end: Int?) -> Bool {
    guard let end else { return false }
    let place = skipBlanks(end)
    guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else { return false }
    return place + 1 == bytes.count || bytes[place + 1] != UInt8(ascii: "=")
  }

  /// Whether a line of VBScript tests rather than sets: `If … = … Then`.
  private func isTest(_ head: Range<Int>, _ end: Int) -> Bool {
    let words = folded[skipBlanks(head.lowerBound)...].prefix { $0 &- UInt8(ascii: "a") < 26 }
    guard ["if", "elseif", "do", "loop", "while"].contains(where: { words.elementsEqual($0.utf8) })
    else { return false }
    if !words.elementsEqual("if".utf8), !words.elementsEqual("elseif".utf8) { return true }
    let rest = folded[end...].prefix { $0 != 0x0A && $0 != 0x0D }
    return rest.firstRange(of: Array(" then".utf8)) != nil
  }

  /// A text in quotes that is all of a value; nil for what only the run knows.
  private func literal(after sign: Int) -> String? {
    let start = skipBlanks(sign)
    guard start < bytes.count, isQuote(bytes[start]) else { return nil }
    guard let end = bytes[(start + 1)...].firstIndex(of: bytes[start]) else { return nil }
    let next = skipBlanks(end + 1)
    let ends: [UInt8] = [0x0A, 0x0D] + Array(";#}\"'".utf8)
    guard next >= bytes.count || ends.contains(bytes[next]) else { return nil }
    let value = string(start + 1..<end)
    return value.contains { $0 == "$" || $0.isNewline } ? nil : value
  }

  // MARK: Bytes

  /// The place behind the bracket that ends what one begins, on its line; nil when none does.
  private func closing(from open: Int) -> Int? {
    var depth = 0
    for index in open..<bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return index + 1 }
      case 0x0A, 0x0D: return nil
      default: break
      }
    }
    return nil
  }

  private func word(endingAt end: Int) -> Range<Int> {
    var start = end
    while start > 0, isWordPart(bytes[start - 1]) { start -= 1 }
    return start..<end
  }

  private func lineStart(of place: Int) -> Int {
    var start = place
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    return start
  }

  private func skipBlanks(_ start: Int) -> Int {
    var index = start
    while index < bytes.count, isBlank(bytes[index]) { index += 1 }
    return index
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  private func isWordPart(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_")
  }

  private func isNamePart(_ byte: UInt8) -> Bool {
    isWordPart(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }
}

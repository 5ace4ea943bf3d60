/// Time-outs: seconds in the file, minutes in Microsoft's editor and for people here.
package enum TimeOut {
  /// A number of seconds as minutes, `15`, or `1:30` when they are not whole; what is no number stays.
  package static func minutes(_ seconds: String) -> String {
    guard let count = Int(seconds), count >= 0 else { return seconds }
    let rest = count % 60
    return rest == 0 ? "\(count / 60)" : "\(count / 60):\(rest < 10 ? "0" : "")\(rest)"
  }

  /// The seconds somebody means who types minutes, `1:30` or `90 s`; what is none of these stays.
  package static func seconds(_ text: String) -> String {
    let bare = text.filter { $0 != " " }.lowercased()
    if bare.hasSuffix("s"), let count = Int(bare.dropLast()) { return "\(count)" }
    let parts = bare.split(separator: ":", omittingEmptySubsequences: false)
    guard let minutes = parts.first.flatMap({ Int($0) }), (0...1_000_000).contains(minutes) else {
      return text
    }
    if parts.count == 1 { return "\(minutes * 60)" }
    guard parts.count == 2, let rest = Int(parts[1]), (0..<60).contains(rest) else { return text }
    return "\(minutes * 60 + rest)"
  }
}

extension Property {
  /// A value as people read it.
  package func shown(_ value: String) -> String {
    self == .timeout ? TimeOut.minutes(value) : value
  }

  /// The value somebody means by what they type.
  package func meant(_ text: String) -> String {
    self == .timeout ? TimeOut.seconds(text) : text
  }

  /// What to know about a value that is not wrong, nil when there is nothing.
  ///
  /// Microsoft's article on steps and its SDK disagree about the length of a name (FACTS.md, “Options of
  /// a node”).
  package func hint(in value: String) -> String? {
    guard self == .name, (51...100).contains(value.count) else { return nil }
    return "\(value.count) characters; Microsoft's article allows 50, its editor 100"
  }
}

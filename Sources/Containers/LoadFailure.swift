package import XMLTree

/// Why a file cannot be opened, in words for a person.
package enum LoadFailure: Error, Equatable, Sendable {
  /// Not well-formed.
  case malformed(ParseFailure)
  /// Well-formed, but something else; the text says what.
  case notASequence(String)
  /// A file of a kind that is known, but torn, or not to be trusted; the text says why.
  case damaged(String)
  /// Steps and groups without a sequence around them, which can be put into one.
  case loose(LooseNodes)

  /// A file holds no such member.
  package static func noMember(_ member: MemberID) -> LoadFailure {
    .notASequence(
      member == .only
        ? "it holds several sequences" : "it holds no sequence “\(member.text)”")
  }

  /// The reason with its place, without the file's name and without a full stop.
  package var sentence: String {
    switch self {
    case .malformed(let failure):
      "line \(failure.line), column \(failure.column): \(failure.reason)"
    case .notASequence(let reason), .damaged(let reason): reason
    case .loose(let nodes):
      "it is \(nodes.words) without a sequence around it; open the sequence it is for, and the command "
        + "“Insert from file” puts it in"
    }
  }
}

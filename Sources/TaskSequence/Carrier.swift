package import XMLTree

/// What a file wraps around its sequence; found by content, never by the file's name.
package enum Carrier: String, Sendable {
  /// The root element is the `<sequence>`: MDT's `ts.xml`, MDT's templates, a dump of ConfigMgr's
  /// `Sequence` property.
  case bare
  /// `<SmsTaskSequencePackage>` with the sequence in `SequenceData`.
  case package
  /// WMI text, `object.xml` of a console export: the sequence is XML text inside the CDATA of
  /// `PROPERTY NAME="Sequence"`.
  case export
}

/// Which product wrote the sequence; it decides the habits of new XML and what the editor offers.
package enum Dialect: String, Sendable {
  case mdt
  case configurationManager
}

/// Why a file cannot be opened, in words for a person.
package enum LoadFailure: Error, Equatable, Sendable {
  /// Not well-formed.
  case malformed(ParseFailure)
  /// Well-formed, but something else; the text says what.
  case notASequence(String)

  /// The reason with its place, without the file's name and without a full stop.
  package var sentence: String {
    switch self {
    case .malformed(let failure):
      "line \(failure.line), column \(failure.column): \(failure.reason)"
    case .notASequence(let reason): reason
    }
  }
}

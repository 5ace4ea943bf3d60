/// What must hold for any bytes at all, one kind of input each.
///
/// libFuzzer and `swift test` hold the same laws against what they make up.
enum Law: String, CaseIterable {
  /// A file is refused in words, or comes back to the byte and reads back equal.
  case xml
  /// The same for sequences in every carrier, and every view of them is total; undo gives the bytes
  /// back.
  case carrier
  /// An archive is refused in words, or an entry of it can be changed, read again and put back.
  case archive
  /// The text of a condition is refused in words, or stays the same condition through text and XML.
  case condition
  /// Catalogues, the files of a share and of an export are read or refused in words.
  case catalogue
  /// A TOML text is read or refused in words, and what is read is the same when it is written out.
  case toml
  /// A theme is read or refused in words.
  case theme
  /// The user's keys and settings likewise.
  case settings
  /// A situation is read or refused in words, and a run in it is the same each time.
  case situation
  /// A journal brings back a beginning of what was done, or nothing.
  case journal
  /// Any bytes are some log of runs: every node has one state, and what is made of it can be read.
  case log
  /// However bytes from a terminal are cut into reads, they are the same events.
  case input
  /// Whatever is typed, every screen can be drawn, every saved file is whole, and undo gives the
  /// bytes back.
  case editor

  /// Holds the law against some bytes; answers how it was broken.
  func complaint(about bytes: [UInt8]) -> String? {
    switch self {
    case .xml: XMLLaw.complaint(about: bytes)
    case .carrier: CarrierLaw.complaint(about: bytes)
    case .archive: ArchiveLaw.complaint(about: bytes)
    case .condition: ConditionLaw.complaint(about: bytes)
    case .catalogue: CatalogueLaw.complaint(about: bytes)
    case .toml: TOMLLaw.complaint(about: bytes)
    case .theme: SettingsLaw.complaint(aboutTheme: bytes)
    case .settings: SettingsLaw.complaint(about: bytes)
    case .situation: SituationLaw.complaint(about: bytes)
    case .journal: JournalLaw.complaint(about: bytes)
    case .log: LogLaw.complaint(about: bytes)
    case .input: InputLaw.complaint(about: bytes)
    case .editor: EditorLaw.complaint(about: bytes)
    }
  }
}

/// Takes decisions out of bytes, the same ones for the same bytes; zeros when they are used up.
struct ByteReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func byte() -> UInt8 { rest.popFirst() ?? 0 }

  mutating func bytes(_ count: Int) -> [UInt8] {
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  mutating func remainder() -> [UInt8] {
    defer { rest = [] }
    return Array(rest)
  }
}

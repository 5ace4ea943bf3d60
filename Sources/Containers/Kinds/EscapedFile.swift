import TaskSequence
import XMLTree

/// A file that is the escaped XML of a sequence and nothing else.
enum EscapedFile: FileKind {
  static func open(_ file: [UInt8]) throws(LoadFailure) -> (any Container)? {
    guard let text = FileText(file),
      text.text.first(where: { !isSpace($0) }) == UInt8(ascii: "&"),
      let (inlay, range) = Inlay.find(
        in: text.text[...], [XMLEscaping(isBetweenTags: false)])
    else { return nil }
    let wrapping = FlatText(text, around: range, of: .escaped)
    return SoleSequence(
      try wrapping.sequence(inlay, from: (1, 1), text.encoding), remark: text.remark)
  }
}

extension FileText {
  /// What should be known of how a file was read, as a sentence; nil where nothing should.
  var remark: String? {
    isGuessed
      ? "It is not UTF-8; it is read as \(encoding.rawValue), as older tools of Windows write."
      : nil
  }
}

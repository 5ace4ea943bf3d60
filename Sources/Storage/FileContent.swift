/// What may leave the program: bytes somebody vouches for who knows what they are.
///
/// Nothing here writes bare bytes for others. The bytes of a sequence are vouched for by the gate of
/// `References` alone, as `Cleared`; a text is a `TextContent`; drafts go through the door of
/// `Journaling`, and what a command prints through the one of `Workspace`.
package protocol FileContent: Sendable {
  /// What is written.
  var bytes: [UInt8] { get }
}

/// A text of the program's own: a catalogue, facts, a message, what an outside editor is to change.
package struct TextContent: FileContent {
  package let bytes: [UInt8]

  /// A text, written in UTF-8.
  package init(_ text: String) { bytes = Array(text.utf8) }
}

package import TaskSequence

/// An edit as a value: it can be written as a line, read back, and done to any document.
///
/// Nodes are named by their paths, so that a line means the same in another file. A verb is one file
/// in `Verbs` and one entry of `OperationVerbs`. Nothing but the door does an operation:
/// `SequenceDocument.applying`.
package protocol Operation: Equatable, Sendable {
  /// The words its line may begin with; several where each says another thing.
  static var verbs: [String] { get }

  /// How its line is written: capitals stand for what is filled in.
  static var form: String { get }

  /// Whether its values are typed for what it does: those that cannot be meant are refused. What brings
  /// in whole nodes takes them as they are.
  static var isTyped: Bool { get }

  /// Reads what follows the verb.
  /// - Throws: the first fault, its place and what could stand there.
  init(verb: String, from reader: inout OperationReader) throws(OperationFault)

  /// Writes the line, the verb first.
  func write(to writer: inout OperationWriter)

  /// The same operation with every value covered that is never shown unasked.
  ///
  /// - Parameter document: What it is or was done to.
  func covered(in document: SequenceDocument) -> Self

  /// Does it to a document; what repeats the edit elsewhere in the file is none of its business.
  /// - Throws: why it cannot be done.
  func edit(in scene: OperationScene) throws(Refusal) -> Edit

  /// What it was to change and did not, whole sentences, once all that follows it is done.
  func remains(in document: SequenceDocument) -> [String]
}

extension Operation {
  package static var isTyped: Bool { true }

  package func remains(in document: SequenceDocument) -> [String] { [] }

  /// The line, from which the same operation can be read; it may hold values that are never shown
  /// unasked.
  package var text: String {
    var writer = OperationWriter()
    write(to: &writer)
    return writer.text
  }

  /// The line as it may be shown.
  ///
  /// - Parameter document: What it is or was done to.
  package func shownText(in document: SequenceDocument) -> String { covered(in: document).text }
}

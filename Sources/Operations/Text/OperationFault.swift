/// What is wrong with the line of an operation, and where.
package struct OperationFault: Error, Equatable, Sendable {
  /// Where, in characters from the start of the line.
  package let position: Int
  /// What is wrong, without a full stop.
  package let reason: String
  /// What could stand there, in words.
  package let expected: [String]

  /// What is wrong and where, in a sentence without its full stop.
  package var sentence: String { "column \(position + 1): \(reason)" }
}

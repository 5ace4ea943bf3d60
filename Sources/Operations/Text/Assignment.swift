/// A value and what it is of, written `NAME = VALUE`.
package struct Assignment: Equatable, Sendable {
  /// The label of a form, or the name of a variable.
  package var name: String
  package var value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  init(from reader: inout OperationReader) throws(OperationFault) {
    name = try reader.value("a label or the name of a variable")
    try reader.expectEquals()
    value = try reader.value("a value")
  }

  func write(to writer: inout OperationWriter) {
    writer.value(name)
    writer.word("=")
    writer.value(value)
  }
}

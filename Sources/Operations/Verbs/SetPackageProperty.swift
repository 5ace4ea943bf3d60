@_spi(Edits) package import TaskSequence

/// Sets a property of the package around the sequence.
package struct SetPackageProperty: Operation {
  package var name: String
  package var value: String

  package init(_ name: String, to value: String) {
    self.name = name
    self.value = value
  }

  package static let verbs = ["package"]

  package static let form = "package PROPERTY = VALUE"

  package init(verb: String, from reader: inout OperationReader) throws(OperationFault) {
    name = try reader.value("the name of a property")
    try reader.expectEquals()
    value = try reader.value("a value")
  }

  package func write(to writer: inout OperationWriter) {
    writer.word("package")
    writer.value(name)
    writer.word("=")
    writer.value(value)
  }

  package func covered(in document: SequenceDocument) -> SetPackageProperty { self }

  package func edit(in scene: OperationScene) throws(Refusal) -> Edit {
    try scene.document.settingPackageProperty(name, to: value)
  }
}

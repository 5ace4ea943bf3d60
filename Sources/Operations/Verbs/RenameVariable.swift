@_spi(Edits) package import TaskSequence
import VariableCatalog

/// Gives a variable another name in every place that names it.
package struct RenameVariable: Operation {
  package var name: String
  package var new: String

  package init(_ name: String, to new: String) {
    self.name = name
    self.new = new
  }

  package static let verbs = ["variable"]

  package static let form = "variable NAME to NAME"

  package init(verb: String, from reader: inout OperationReader) throws(OperationFault) {
    name = try reader.value("the name of a variable")
    try reader.expect("to")
    new = try reader.value("the name of a variable")
  }

  package func write(to writer: inout OperationWriter) {
    writer.word("variable")
    writer.value(name)
    writer.word("to")
    writer.value(new)
  }

  package func covered(in document: SequenceDocument) -> RenameVariable { self }

  package func edit(in scene: OperationScene) throws(Refusal) -> Edit {
    let renaming = Renaming(of: name, to: new, in: scene.document)
    var edit = try scene.document.making(
      renaming.changes, label: "Renamed \(name) to \(new)\(renaming.changes.inNodes)")
    edit.notes += renaming.leftNotes
    return edit
  }
}

import References
@_spi(Edits) package import TaskSequence

/// Has the list of references say what the steps reference, by the rule of the site, and an export's
/// array with it.
package struct ListReferences: Operation {
  package init() {}

  package static let verbs = ["list references"]

  package static let form = "list references"

  package init(verb: String, from reader: inout OperationReader) throws(OperationFault) {}

  package func write(to writer: inout OperationWriter) { writer.word("list references") }

  package func covered(in document: SequenceDocument) -> ListReferences { self }

  package func edit(in scene: OperationScene) throws(Refusal) -> Edit {
    let document = scene.document
    let label = "Listed the references"
    guard document.dialect == .configurationManager else {
      return Edit(document: document, label: label)
    }
    let entries = ListedReferences(of: document).entries
    let lost = document.lostReferences
    let array = entries.filter { !lost.contains($0.id.lowercased()) }
    return Edit(
      document: try document.listing(entries).recording(array), label: label)
  }
}

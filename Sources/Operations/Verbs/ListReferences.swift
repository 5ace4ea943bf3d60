import References
@_spi(Edits) package import TaskSequence

/// Has the list of references say what the steps reference, by the rule of the site.
package struct ListReferences: Operation {
  package init() {}

  package static let verbs = ["list references"]

  package static let form = "list references"

  package init(verb: String, from reader: inout OperationReader) throws(OperationFault) {}

  package func write(to writer: inout OperationWriter) { writer.word("list references") }

  package func covered(in document: SequenceDocument) -> ListReferences { self }

  package func edit(in scene: OperationScene) throws(Refusal) -> Edit {
    let document = scene.document
    return Edit(
      document: document.dialect == .configurationManager
        ? document.listing(ListedReferences(of: document).entries) : document,
      label: "Listed the references")
  }
}

package import Containers
package import References
import StepCatalog
package import TaskSequence

/// What a recipe is about: a file, and what is known of the sequences in it.
package struct RecipeSubject: Sendable {
  /// The path of the file, as a person named it.
  package let path: String
  package let container: any Container
  /// The sequences that are meant, each with a check that knows what is around it.
  package let parts: [Part]

  /// One of its sequences.
  package struct Part: Sendable {
    package let member: MemberID
    package let document: SequenceDocument
    package let check: ReferenceCheck

    package init(_ member: MemberID, _ document: SequenceDocument, _ check: ReferenceCheck) {
      var check = check
      check.look(at: document)
      (self.member, self.document, self.check) = (member, document, check)
    }

    /// Its id at the site; empty where the file does not say it.
    var id: String { document.ownID ?? "" }

    /// Its name and id as a person reads them.
    var words: String {
      let name = document.name ?? ""
      return name.isEmpty ? id : id.isEmpty ? "“\(name)”" : "“\(name)” (\(id))"
    }
  }

  package init(path: String, _ container: any Container, _ parts: [Part]) {
    (self.path, self.container, self.parts) = (path, container, parts)
  }

  /// The name of the file.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Whether it is the archive of an export.
  var isExport: Bool { container is PackedExport }

  /// Where a value of a step is, as a person finds it.
  static func place(of node: TaskNode, in document: SequenceDocument) -> String {
    document.path(of: node.id)?.description ?? ""
  }

  /// The secrets to be entered again, each a line.
  var secrets: [String] {
    parts.flatMap { part in
      part.document.secretPlaces.map { place in
        let path = Self.place(of: place.node, in: part.document)
        let owner = parts.count > 1 ? "\(part.words): " : ""
        let state = place.isEmpty ? "" : ", has a value in this file"
        return "\(owner)\(path.isEmpty ? "the sequence itself" : path): \(place.label)\(state)"
      }
    }
  }
}

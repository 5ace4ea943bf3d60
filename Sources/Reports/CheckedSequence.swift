import Checks
package import ObjectCatalog
import References
package import TaskSequence

/// What a look at one sequence found.
package struct CheckedSequence: Sendable {
  let findings: [FindingLine]
  let references: ReferenceTally

  /// Looks at a sequence: what is found and counts is the same that the editor marks.
  package init(_ sequence: NamedSequence, knowing catalog: Catalog, isStrict: Bool) {
    var check = SequenceCheck(catalog: catalog, isStrict: isStrict, rules: .marked)
    check.look(at: sequence.document)
    let found = check.findings(of: sequence.document)
    findings = zip(found, FindingSite.sites(of: found, in: sequence.document)).map {
      FindingLine($0, at: $1, sequence, check.references)
    }
    references = ReferenceTally(check.references)
  }
}

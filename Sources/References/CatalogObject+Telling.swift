package import ObjectCatalog
package import StepCatalog
package import TaskSequence

extension CatalogObject {
  /// What a step writes of the object beside its id; nil where it leaves what stands there.
  package func told(_ fact: Companion.Fact) -> String? {
    switch fact {
    case .name: name
    case .idAndName: name.isEmpty ? "" : "\(id), \(name)"
    case .kind: kind.packageType.map { "\($0)" }
    // What a sequence needs itself is unknown here; the site fills it in.
    case .packages, .applications, .updates: ""
    }
  }

  /// The id as a variable holds it: of a program its name alone.
  package var written: String { kind == .program ? CatalogObject.program(of: id) : id }
}

extension StepType {
  /// The variables that make a step name an object: the one that holds its id, and those that tell of
  /// it.
  package func variables(
    naming object: CatalogObject, in variable: String
  ) -> [Blueprint.Variable] {
    let field = field(of: variable).map { field in field.row(of: variable).map(field.inRow) ?? field
    }
    return (field.map { [$0.variable(object.written)] } ?? [])
      + variables(telling: object, beside: variable)
  }

  /// The variables that tell of an object which another one names.
  package func variables(
    telling object: CatalogObject, beside variable: String
  ) -> [Blueprint.Variable] {
    companions(of: variable).compactMap { field in
      field.companion.flatMap { object.told($0.fact) }.map(field.variable)
    }
  }
}

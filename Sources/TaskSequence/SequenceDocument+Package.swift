package import XMLTree

/// What stands beside the sequence in its carrier: properties of the task sequence package.
extension SequenceDocument {
  /// The text of a property of the package, such as `BootImageID`; nil where the carrier has none.
  package func packageProperty(_ name: String) -> String? {
    record?.property(name, around: tree)
  }

  /// The id of the sequence itself, where the carrier keeps it.
  package var ownID: String? { packageProperty("PackageID") }

  /// The lines and the columns, from 1, of elements of the sequence in the file as it was read.
  ///
  /// Costs one pass over the bytes before the last of them, however many they are.
  package func positions(of ids: Set<NodeID>) -> [NodeID: (line: Int, column: Int)] {
    record?.positions(of: ids, in: tree) ?? tree.positions(of: ids)
  }

  /// Where a property of the package stands, counted from 1; nil where the carrier has none.
  package func packagePosition(_ name: String) -> (line: Int, column: Int)? {
    record?.position(of: name, around: tree)
  }

  /// Sets a property the package has.
  /// - Throws: when it has none of that name.
  @_spi(Edits) public func settingPackageProperty(
    _ name: String, to value: String
  ) throws(Refusal) -> Edit {
    try Self.check(value)
    var copy = self
    guard copy.record?.set(name, to: value, newline: habits.newline, around: &copy.tree) == true
    else { throw Refusal("the file has no property \(name)") }
    return Edit(document: copy, label: "Set \(name) of the sequence")
  }

  /// What the record repeats from the list of references; empty in carriers where nothing does.
  package var recordedReferences: [RecordedReference] { record?.references ?? [] }

  /// The ids, in small letters, that the list of references names and what repeats it leaves out: the
  /// site had them no more, or never.
  package var lostReferences: Set<String> {
    let array = recordedReferences
    guard !array.isEmpty else { return [] }
    let listed = ReferenceList(of: sequence)?.entries ?? []
    return Set(listed.map { $0.id.lowercased() }).subtracting(array.map { $0.id.lowercased() })
  }

  /// The document with what its record repeats in step with a list of references.
  ///
  /// The boot image belongs to it, and the program of what is listed without one is `*`.
  /// - Throws: when the record is not written as is known.
  @_spi(Edits) public func recording(
    _ entries: [ReferenceList.Entry]
  ) throws(Refusal) -> SequenceDocument {
    guard let record else { return self }
    var wanted = entries.map { entry in
      switch entry {
      case .package(let id, let program):
        RecordedReference(id: id, program: program ?? "*", isApplication: false)
      case .application(let id): RecordedReference(id: id, program: "", isApplication: true)
      }
    }
    if let boot = packageProperty("BootImageID"), !boot.isEmpty {
      wanted.append(RecordedReference(id: boot, program: "*", isApplication: false))
    }
    var copy = self
    copy.record = try record.recording(wanted)
    return copy
  }

  /// The document with what its record repeats as another revision of it has it.
  @_spi(Edits) public func recording(as other: SequenceDocument) -> SequenceDocument {
    guard let record, let theirs = other.record else { return self }
    var copy = self
    copy.record = record.recording(as: theirs)
    return copy
  }
}

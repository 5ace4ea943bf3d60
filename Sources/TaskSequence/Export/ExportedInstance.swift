/// The WMI text of an object in a list beside an exported sequence, as the console writes it.
///
/// Its properties come in this order, the first with its attributes the other way round (measured on
/// 146 sequences; of applications on eleven). One without a value is not known.
struct ExportedInstance {
  private let className: String
  private let properties: [(name: String, type: String, value: String?)]

  init(
    _ kind: ExportedList.Kind, _ object: ExportedObject, _ reference: RecordedReference,
    of sequence: String
  ) {
    if kind == .applications {
      className = "SMS_TaskSequenceAppReferencesInfo"
      properties = [
        ("PackageID", "string", sequence), ("RefAppCI_ID", "sint32", object.numbers?.item),
        ("RefAppModelName", "string", object.id),
        ("RefAppPackageID", "string", object.numbers?.package),
      ]
    } else {
      className = "SMS_TaskSequenceReferencesInfo"
      properties = [
        ("PackageID", "string", sequence), ("ProgramName", "string", "*"),
        ("ReferenceDescription", "string", object.description ?? ""),
        ("ReferenceName", "string", object.name), ("ReferencePackageID", "string", object.id),
        ("ReferencePackageType", "uint32", object.type),
        ("ReferenceProgramName", "string", reference.program.isEmpty ? "*" : reference.program),
        ("ReferenceVersion", "string", object.version),
      ]
    }
  }

  /// The element of the list.
  func element(newline: String) -> String {
    var lines = [
      "<INSTANCE CLASSNAME=\"\(className)\">", "  <PROPERTY TYPE=\"string\" NAME=\"__RELPATH\">",
      "    <VALUE></VALUE>", "  </PROPERTY>",
    ]
    for (name, type, value) in properties {
      lines.append("  <PROPERTY NAME=\"\(name)\" TYPE=\"\(type)\">")
      if let value { lines.append("    <VALUE>\(Self.escaped(value))</VALUE>") }
      lines.append("  </PROPERTY>")
    }
    lines.append("</INSTANCE>")
    return "<string>\(Self.escaped(lines.joined(separator: newline)))</string>"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}

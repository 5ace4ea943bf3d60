import TaskSequence

extension Catalog {
  /// Everything that is known, as tsedit's own file: one object a line, by kind and name.
  ///
  /// Kinds of which there may be more are named as `partial`.
  /// - Parameter asOf: When it was told, in seconds since 1970.
  package func text(asOf: Int64?) -> String {
    let kinds = ReferenceKind.allCases.filter { $0 != .content }
    let objects = kinds.flatMap { all($0) }
    let partial = kinds.filter { knows($0) && !isComplete($0) }.map { "\"\($0.rawValue)\"" }
    let lines = objects.map { object -> String in
      var members = [("kind", object.kind.rawValue), ("id", object.id), ("name", object.name)]
      if !object.version.isEmpty { members.append(("version", object.version)) }
      if !object.remark.isEmpty { members.append(("remark", object.remark)) }
      if !object.folder.isEmpty { members.append(("folder", object.folder)) }
      if !object.bootImage.isEmpty { members.append(("bootImage", object.bootImage)) }
      // A remark says that it cannot be run.
      if object.isEnabled == true { members.append(("tsEnabled", "true")) }
      var texts = members.map { "\"\($0)\": \(Self.quoted($1))" }
      if !object.needs.isEmpty {
        texts.append("\"needs\": [\(object.needs.map(Self.quoted).joined(separator: ", "))]")
      }
      return "  {\(texts.joined(separator: ", "))}"
    }
    let time = asOf.map { "\"asOf\": \($0), " } ?? ""
    let lack = partial.isEmpty ? "" : "\"partial\": [\(partial.joined(separator: ", "))], "
    return "{\(time)\(lack)\"objects\": [\n" + lines.joined(separator: ",\n") + "\n]}\n"
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20:
        let code = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - code.count) + code
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

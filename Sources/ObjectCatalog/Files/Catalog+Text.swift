import TaskSequence

extension Catalog {
  /// Everything that is known, as tsedit's own file: one object a line, by kind and name.
  ///
  /// - Parameter asOf: When it was told, in seconds since 1970.
  package func text(asOf: Int64?) -> String {
    let objects = ReferenceKind.allCases.filter { $0 != .content }.flatMap { all($0) }
    let lines = objects.map { object -> String in
      var members = [("kind", object.kind.rawValue), ("id", object.id), ("name", object.name)]
      if !object.version.isEmpty { members.append(("version", object.version)) }
      if !object.remark.isEmpty { members.append(("remark", object.remark)) }
      return "  {" + members.map { "\"\($0)\": \(Self.quoted($1))" }.joined(separator: ", ") + "}"
    }
    let time = asOf.map { "\"asOf\": \($0), " } ?? ""
    return "{\(time)\"objects\": [\n" + lines.joined(separator: ",\n") + "\n]}\n"
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

import Embedded
package import TaskSequence

/// The variables Configuration Manager and MDT know themselves.
///
/// Names are compared without regard to case, as both products do.
package struct BuiltInVariables: Sendable {
  /// In the order of their names.
  package let all: [BuiltInVariable]
  private let places: [String: Int]

  /// The table that is compiled in; read when it is first asked for, in about a millisecond.
  package static let shared = BuiltInVariables(
    table: EmbeddedFile.text(of: "Catalogue/variables.tsv") ?? "")

  /// Reads a table: a variable a line, lines that begin with `#` are for people.
  init(table: String) {
    all = table.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap {
      BuiltInVariable(line: $0)
    }
    places = Dictionary(
      all.enumerated().map { ($1.name.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The built-in variable a name stands for; nil when it is none.
  ///
  /// `OSDPartitions0Size` finds `OSDPartitions#Size`, and `Applications001` the list `Applications`.
  package func named(_ name: String) -> BuiltInVariable? {
    let key = name.lowercased()
    if let place = places[key] { return all[place] }
    let digits = key.reversed().prefix(while: \.isNumber).count
    if digits == 3, let place = places[String(key.dropLast(3))], all[place].isList {
      return all[place]
    }
    return places[Self.pattern(key)].map { all[$0] }
  }

  /// A name with each run of digits as `#`.
  private static func pattern(_ name: String) -> String {
    var pattern = ""
    for character in name {
      if !character.isNumber {
        pattern.append(character)
      } else if pattern.last != "#" {
        pattern.append("#")
      }
    }
    return pattern
  }

  /// The names a run can hold, those of families and of arguments left out.
  package var names: [String] {
    all.filter { $0.kind != .argument && !$0.name.contains("#") }.map(\.name)
  }

  /// The names worth offering in a sequence: those a product has.
  package func names(in product: Dialect) -> [String] {
    names.filter { named($0)?.owner != product.other }
  }
}

/// The variables of Windows itself that texts name as `%windir%`.
package enum WindowsEnvironment {
  private static let names: Set<String> = [
    "allusersprofile", "appdata", "cd", "commonprogramfiles", "commonprogramw6432", "computername",
    "comspec", "date", "errorlevel", "homedrive", "homepath", "homeshare", "localappdata",
    "logonserver", "number_of_processors", "os", "path", "pathext", "processor_architecture",
    "processor_architew6432", "processor_identifier", "programdata", "programfiles",
    "programw6432", "psmodulepath", "public", "random", "systemdrive", "systemroot", "temp", "time",
    "tmp", "userdnsdomain", "userdomain", "username", "userprofile", "windir",
  ]

  /// Whether Windows, not the sequence, gives a name its value.
  package static func knows(_ name: String) -> Bool { names.contains(name.lowercased()) }
}

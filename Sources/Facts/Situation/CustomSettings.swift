/// MDT's rules, `CustomSettings.ini`: which properties the sections of its `Priority` set.
///
/// A section is named, or it is the value of a property that is named, which a section of the property's
/// own name may translate; a property that is set keeps its value, so that the first section wins.
/// Scripts and databases may set anything, which nobody can tell (reference of the toolkit, “Priority”,
/// “Subsection”, “UserExit”).
package struct CustomSettings: Sendable {
  /// The lines of each section by its name in small letters: property and value, in their order.
  private var sections: [String: [(name: String, value: String)]] = [:]

  /// Reads the text of such a file; what is no line of its form is passed over.
  package init(_ text: String) {
    var section = ""
    for line in text.split(whereSeparator: \.isNewline) {
      let line = Self.trimmed(line)
      if line.hasPrefix(";") || line.hasPrefix("#") { continue }
      if line.hasPrefix("["), let end = line.firstIndex(of: "]") {
        section = line[line.index(after: line.startIndex)..<end].lowercased()
        if sections[section] == nil { sections[section] = [] }
      } else if let sign = line.firstIndex(of: "=") {
        let name = Self.trimmed(line[..<sign])
        if !name.isEmpty {
          sections[section, default: []].append(
            (name, Self.trimmed(line[line.index(after: sign)...])))
        }
      }
    }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let start = text.drop { $0 == " " || $0 == "\t" }
    return String(start.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }

  /// What they set on a computer of which some properties are known, and what they may set.
  ///
  /// - Parameters:
  ///   - known: What is known, as MDT's Gather has it.
  ///   - isAbsent: Whether a property nobody states is not there, rather than not known.
  package func results(
    knowing known: [Behaviour.Setting], isAbsent: Bool
  ) -> (settings: [Behaviour.Setting], unsure: [String]) {
    var walk = Walk(sections: sections, known: known, isAbsent: isAbsent)
    walk.go()
    return (walk.settings, walk.unsure.sorted())
  }

  /// One reading of the rules.
  private struct Walk {
    let sections: [String: [(name: String, value: String)]]
    var known: [String: String] = [:]
    let isAbsent: Bool
    var settings: [Behaviour.Setting] = []
    var unsure: Set<String> = []
    private var visited: Set<String> = []

    init(
      sections: [String: [(name: String, value: String)]], known: [Behaviour.Setting],
      isAbsent: Bool
    ) {
      (self.sections, self.isAbsent) = (sections, isAbsent)
      for setting in known { self.known[setting.name.lowercased()] = setting.value }
    }

    mutating func go() {
      let priority = value("priority", of: "settings") ?? "Default"
      for item in priority.split(separator: ",") {
        let name = CustomSettings.trimmed(item)
        let key = name.lowercased()
        if let value = known[key], !value.isEmpty {
          read(self.value(value.lowercased(), of: key) ?? value)
        } else if CustomSettings.properties.contains(key) {
          if !isAbsent { mayRead() }
        } else if sections[key] != nil {
          read(name)
        }
      }
    }

    private func value(_ name: String, of section: String) -> String? {
      sections[section]?.first { $0.name.lowercased() == name }?.value
    }

    /// Takes what a section says, and then the one it names.
    private mutating func read(_ name: String) {
      var next: String? = name
      while let name = next {
        next = nil
        let key = name.lowercased()
        guard visited.insert(key).inserted, let lines = sections[key] else { return }
        let foreign = ["sqlserver", "webservice", "userexit"]
        if lines.contains(where: { foreign.contains($0.name.lowercased()) }) { return mayRead() }
        for (name, value) in lines {
          let key = name.lowercased()
          if key == "subsection" {
            next = expanded(value)
            if next == nil { mayRead() }
            continue
          }
          guard known[key]?.isEmpty ?? true, !unsure.contains(name) else { continue }
          if let value = expanded(value) {
            known[key] = value
            settings.append(Behaviour.Setting(name, value))
          } else {
            unsure.insert(name)
          }
        }
      }
    }

    /// Any section may be read here: what is not set yet may come from it.
    private mutating func mayRead() {
      for (section, lines) in sections where section != "settings" && !visited.contains(section) {
        for (name, _) in lines where known[name.lowercased()]?.isEmpty ?? true {
          if name.lowercased() != "subsection" { unsure.insert(name) }
        }
      }
    }

    /// A value with what is known in it; nil where something is not, or a script makes it.
    private func expanded(_ text: String) -> String? {
      guard !text.contains("#") else { return nil }
      let parts = text.split(separator: "%", omittingEmptySubsequences: false)
      guard parts.count > 2 else { return text }
      var result = String(parts[0])
      var index = 1
      while index + 1 < parts.count {
        let key = parts[index].lowercased()
        if let value = known[key] {
          result += value
        } else if isAbsent {
          result += "%\(parts[index])%"
        } else {
          return nil
        }
        result += parts[index + 1]
        index += 2
      }
      return index < parts.count ? result + "%" + parts[index] : result
    }
  }

  /// The properties of a computer that sections are chosen by, in small letters (reference of the
  /// toolkit, “Priority”).
  private static let properties: Set<String> = [
    "make", "model", "product", "serialnumber", "assettag", "uuid", "macaddress", "ipaddress",
    "defaultgateway", "isdesktop", "islaptop", "isserver", "isvm", "isuefi", "architecture",
    "hostname", "osversion", "memory", "tasksequenceid", "bylaptoptype", "bydesktoptype",
  ]
}

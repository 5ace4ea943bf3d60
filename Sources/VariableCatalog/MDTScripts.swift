import Embedded
import StepCatalog

/// What MDT's own scripts set, by the table that is compiled in.
struct MDTScripts: Sendable {
  static let shared = MDTScripts(table: EmbeddedFile.text(of: "Catalogue/scripts.tsv") ?? "")

  private struct Script {
    /// How MDT spells it.
    let name: String
    /// In small letters, `#` for a number.
    var sets: Set<String> = []
    /// Whether its rules may set any variable.
    var setsAny = false
    /// Whether every sequence of MDT starts with it.
    var isFirst = false
    /// The type of step that runs it and says the rest.
    var type: String?
  }

  private let scripts: [String: Script]

  /// Reads the table; what its lines mean stands at its head.
  init(table: String) {
    var scripts: [String: Script] = [:]
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t")
      guard cells.count == 2 else { continue }
      var script = Script(name: String(cells[0]))
      for word in cells[1].split(separator: " ") {
        switch word {
        case "*": script.setsAny = true
        case "first": script.isFirst = true
        case _ where word.hasPrefix("@"): script.type = String(word.dropFirst())
        default: script.sets.insert(word.lowercased())
        }
      }
      scripts[script.name.lowercased()] = script
    }
    self.scripts = scripts
  }

  /// The scripts of the table a text names, in small letters.
  func named(in text: String) -> [String] {
    guard Self.mayName(text.utf8) else { return [] }
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "_" }
    return words.map(String.init).filter { scripts[$0] != nil }
  }

  /// Whether a text has `.wsf` in it, however capitalised.
  private static func mayName(_ bytes: String.UTF8View) -> Bool {
    let ending = Array(".wsf".utf8)
    var found = 0
    for byte in bytes {
      let small = byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
      found = small == ending[found] ? found + 1 : small == ending[0] ? 1 : 0
      if found == ending.count { return true }
    }
    return false
  }

  /// The script that a step of a type runs.
  func script(ofType type: String) -> String? { scripts.first { $0.value.type == type }?.key }

  /// Whether a script may set any variable of MDT's.
  func setsAny(_ script: String) -> Bool { scripts[script]?.setsAny ?? false }

  /// The script that sets a variable, spelled as MDT does: one of those that are run, or with
  /// `isMDT` one that every sequence starts with.
  func setter(of key: String, among run: some Sequence<String>, isMDT: Bool) -> String? {
    let pattern = key.prefix { !$0.isNumber } + (key.last?.isNumber == true ? "#" : "")
    func sets(_ script: Script) -> Bool {
      script.sets.contains(key) || script.sets.contains(String(pattern))
    }
    let known = run.lazy.compactMap { scripts[$0] }.first(where: sets)
    let first = isMDT ? scripts.values.first { $0.isFirst && sets($0) } : nil
    return (known ?? first)?.name
  }
}

/// The keys a table of facts may have, and what each holds: readers refuse any other, and the help shows
/// them.
package struct FactKeys: Sendable {
  /// One key.
  package struct Key: Sendable {
    package let name: String
    /// What it holds, as the help says it.
    package let about: String
  }

  /// Where the table stands, as a sentence names it.
  package let place: String
  package let keys: [Key]
  /// Names that are for people and passed over.
  private let silent: Set<String>
  private let ignoresCase: Bool

  init(
    _ place: String, _ keys: KeyValuePairs<String, String>, passing silent: Set<String> = [],
    ignoringCase ignoresCase: Bool = false
  ) {
    self.place = place
    self.keys = keys.map { Key(name: $0.key, about: $0.value) }
    (self.silent, self.ignoresCase) = (silent, ignoresCase)
  }

  package var names: [String] { keys.map(\.name) }

  /// Whether a name may stand there.
  package func knows(_ name: String) -> Bool {
    silent.contains(name)
      || keys.contains {
        $0.name == name || ignoresCase && $0.name.lowercased() == name.lowercased()
      }
  }

  /// Every table of a situation, in the order of the help.
  package static let ofSituations = [
    situation, machine, facts, behaviour, child, expectation, assumptions,
  ]

  package static let situation = FactKeys(
    "a situation",
    [
      "name": "what it is called; else its file's name",
      "start": "WinPE or FullOS; without it FullOS, or what `launch` says",
      "launch": "how it was started: \(Launch.allCases.map(\.rawValue).joined(separator: ", "))",
      "unstated":
        "absent or unknown: what a fact is that nobody states; else absent in JSON, unknown in TOML",
      "machine": "what the computer is",
      "variables": "variables at the start; an empty text is one that is not there",
      "facts": "what tests find on the computer",
      "behaviour":
        "what steps do, by path, or by a name that one node bears; below a child Child/C1",
      "children": "child sequences by their ids",
      "assumptions": "what documents leave open",
      "deployment": "the name of a deployment in the nearest tsedit.toml",
      "sequence": "the XML of the sequence; no file is needed then",
      "expect": "what must come of it",
    ], passing: ["id", "title", "group", "why", "sources", "confidence", "notes", "log"])

  package static let facts = FactKeys(
    "facts",
    [
      "wmi": "by query: rows, none or error",
      "files":
        "paths that are there; or by path true, false or the version",
      "folders": "paths that are there; or by path true or false",
      "registry": "by key\\value its data; key\\ alone is the key itself",
      "formattedPartition": "whether there is a disk to start from again (default true)",
      "missingContent": "ids of objects whose content is not there",
    ])

  package static let behaviour = FactKeys(
    "the behaviour of a step",
    [
      "codes": "the exit code, or one for each attempt; the last one repeats (default 0)",
      "sets": "variables its script sets; or a list of them for each attempt, the last one repeats",
      "timesOut": "whether its time runs out",
      "restart": "HD or WinPE: it asks for a restart",
      "unexpectedRestarts": "how often the computer restarts in the middle of it",
      "items": "by application or package its exit code",
      "unknown": "values of a list that are no name of an application or a package",
      "takes": "how many seconds it takes",
    ])

  package static let child = FactKeys(
    "a child",
    [
      "sequence": "its XML", "file": "its file, from the folder of the situation",
      "enabled": "false where the child itself is disabled (default true)",
    ])

  package static let expectation = FactKeys(
    "expect",
    [
      "result": RunWords.results.joined(separator: ", "),
      "trace": "a list of at, node and outcome",
      "notReached": "the names of the topmost nodes that no event names",
      "variables": "values at the end, some of them",
    ], passing: ["notReachedPaths", "unknown", "assumptions"])

  package static let assumptions = FactKeys(
    "assumptions",
    [
      "conditionError": about(.conditionError), "runInMismatch": about(.runInMismatch),
      "unlisted3010": about(.unlisted3010), "winpe3010": about(.winpe3010),
      "valueCase": about(.valueCase), "unknownExpansion": about(.unknownExpansion),
      "retryExhausted": about(.retryExhausted), "orStops": about(.orStops),
      "lastActionName": about(.lastActionName), "readOnlySet": about(.readOnlySet),
      "childMissing": about(.childMissing),
    ])

  private static func about(_ assumption: Assumption) -> String {
    "\(assumption.about): \(assumption.values.joined(separator: ", ")); the first where nothing is said"
  }

  package static let machine = FactKeys(
    "machine",
    [
      "make": "its maker", "model": "its model", "product": "its board's product",
      "serial": "its serial number", "asset": "its asset tag", "uuid": "its UUID",
      "name": "its name", "uefi": "whether it starts with UEFI",
      "tpm": "whether it has a TPM", "laptop": "whether it is a laptop",
      "server": "whether it is a server", "virtual": "whether it is a virtual machine",
      "memory": "MB of memory", "disk": "GB of the first disk",
      "version": "the version of Windows, 10.0.19045", "architecture": "x64, x86 or arm64",
      "language": "the language of Windows by its number, 1033",
      "addresses": "IP and MAC addresses", "gateways": "default gateways",
    ], ignoringCase: true)
}

/// The words of results, which situations may expect.
package enum RunWords {
  package static let results = [
    "success", "failed", "not-started", "evaluation-error", "undecided", "endless",
  ]
}

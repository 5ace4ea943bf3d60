import Basics
package import ObjectCatalog
package import TaskSequence

/// A variable and every place of a sequence that names it.
package struct UsedVariable: Sendable {
  /// What can be said about it from the sequence alone.
  package enum State: Sendable {
    /// The product knows it.
    case builtIn
    /// Windows sets it.
    case windows
    /// A script sets it that is none of the sequence: MDT's own, or one of the share.
    case given
    /// Set and read here.
    case used
    /// Set here and never read.
    case unused
    /// Read here, set nowhere here; collections, devices and MDT's rules may set it. MDT's variables
    /// are so in a sequence of Configuration Manager that does not run what sets them.
    case unset
  }

  /// The name as it is spelled where it is set first, else where it is named first.
  package fileprivate(set) var name: String
  package let builtIn: BuiltInVariable?
  /// In document order.
  package fileprivate(set) var uses: [VariableUse]
  package fileprivate(set) var state = State.used

  /// How often it is set, a list of it included.
  package var sets: Int { count { $0 == .set || $0 == .setList } }

  /// How often it is read, a list of it included.
  package var reads: Int { count { $0 == .read || $0 == .readList } }

  /// How many steps it is a setting of.
  package var passes: Int { count { $0 == .pass } }

  /// Whether it is set or passed anywhere.
  var isGiven: Bool { uses.contains { [.set, .setList, .pass].contains($0.role) } }

  private func count(_ isCounted: (VariableUse.Role) -> Bool) -> Int {
    uses.count { isCounted($0.role) }
  }
}

/// Every variable a sequence sets, reads or passes, gathered in one walk.
package struct VariableUses: Sendable {
  /// In the order of their names.
  package let all: [UsedVariable]
  /// Who sets what.
  package let setters: VariableSetters
  private let places: [String: Int]

  /// Walks the texts of a sequence.
  ///
  /// - Parameter catalog: What is around it: the scripts of its share count.
  package init(of document: SequenceDocument, knowing catalog: Catalog = Catalog()) {
    var found: [String: UsedVariable] = [:]
    var reader = VariableReader(of: document)
    document.forEachText { place in
      for use in reader.uses(in: place) {
        let key = use.name.lowercased()
        guard let last = found[key]?.uses.last else {
          let builtIn = BuiltInVariables.shared.named(use.name)
          // A command line's own argument, as its template writes it.
          if place.kind == .command, builtIn?.kind == .argument { continue }
          found[key] = UsedVariable(name: use.name, builtIn: builtIn, uses: [use])
          continue
        }
        // The command line repeats what the variables of its step say.
        let isTwin = place.kind == .command && last.place.holder.id == place.holder.id
        if !isTwin || last.place.kind == .command { found[key]?.uses.append(use) }
      }
    }
    // A wildcard such as '%Latitude%', or a % in a name, is a variable only when something else says so.
    found = found.filter { _, variable in
      !variable.uses.allSatisfy {
        $0.role == .name || variable.builtIn == nil && $0.place.isPattern
      }
    }
    let uses = found.values.flatMap(\.uses)
    setters = VariableSetters(reader, uses, of: document, catalog)
    let lists = Lists(found.values)
    for (key, variable) in found {
      found[key]?.state = Self.state(of: variable, key, lists, setters)
      if let setter = variable.uses.first(where: { $0.role == .set }) {
        found[key]?.name = setter.name
      }
    }
    let sorted = found.sorted { $0.key < $1.key }
    all = sorted.map(\.value)
    places = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.key, $0) })
  }

  /// The variable of that name, whatever its case.
  package func named(_ name: String) -> UsedVariable? {
    places[name.lowercased()].map { all[$0] }
  }

  /// Whether a step of the sequence sets the variable whatever its values are, as Gather does.
  package func isOutput(_ name: String) -> Bool { setters.output(name.lowercased()) != nil }

  /// The name that was probably meant by one that is set nowhere.
  package func nearMiss(of name: String) -> String? {
    let own = all.filter(\.isGiven).map(\.name)
    return NearMiss.closest(to: name, among: own + BuiltInVariables.shared.names)
  }

  /// What the names of numbered variables look like.
  private struct Lists {
    var read: Set<String> = []
    var set: Set<String> = []

    init(_ variables: some Sequence<UsedVariable>) {
      for use in variables.lazy.flatMap(\.uses) {
        guard let pattern = use.pattern else { continue }
        if use.role == .readList { read.insert(pattern) } else { set.insert(pattern) }
      }
    }
  }

  private static func state(
    of variable: UsedVariable, _ key: String, _ lists: Lists, _ setters: VariableSetters
  ) -> UsedVariable.State {
    let isMDTs = variable.builtIn?.kind == .mdt
    // Whatever MDT's rules set, MDT's own sequences may read.
    if variable.builtIn != nil, !isMDTs || setters.dialect == .mdt { return .builtIn }
    let others = isMDTs || !variable.isGiven ? setters.others(of: variable.name) : []
    if isMDTs, others.contains(.product) || others.contains(where: { $0.words != nil }) {
      return .builtIn
    }
    let isSet =
      variable.isGiven || isNumbered(key, of: lists.set) || setters.output(key) != nil
    let isRead = variable.reads > 0 || isNumbered(key, of: lists.read)
    if isSet { return isRead || variable.sets == 0 ? .used : .unused }
    if others.contains(where: { $0.words != nil }) { return .given }
    if others.contains(.windows) { return .windows }
    return variable.uses.allSatisfy { $0.role == .readList } ? .used : .unset
  }

  /// Whether a name looks like one of a list: its patterns have a `#` for each digit.
  static func isNumbered(_ key: String, of patterns: Set<String>) -> Bool {
    let digits = key.utf8.reversed().prefix { $0 &- 0x30 < 10 }.count
    guard digits > 0, !patterns.isEmpty else { return false }
    return (1...digits).contains { count in
      patterns.contains(key.dropLast(count) + String(repeating: "#", count: count))
    }
  }
}

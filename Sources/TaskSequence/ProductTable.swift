import Embedded

/// What of a task sequence belongs to which product: the one table that pickers, forms, pastes, checks and
/// completion ask.
///
/// Read from `Catalogue/products.txt`. The types of steps are each product's own file, which `StepKnowledge`
/// knows, and the table of variables says itself whose they are.
package struct ProductTable: Sendable {
  /// Something that a sequence can hold.
  package enum Thing: Hashable, Sendable {
    /// An attribute of a step or a group, which the other product does not read.
    case attribute(String)
    /// An attribute that one product's editor alone offers.
    case option(String)
    /// An attribute of a variable that is true.
    case mark(String)
    /// The program an action begins with, in small letters.
    case command(String)
    /// A kind of test: the type of its expression, or an element of its own.
    case condition(String)
    /// How a test compares, as the XML spells it, in small letters.
    case comparison(String)

    /// Reads a sort and a name of the table.
    fileprivate init?(sort: Substring, _ name: String) {
      switch sort {
      case "attribute": self = .attribute(name)
      case "option": self = .option(name)
      case "mark": self = .mark(name)
      case "command": self = .command(name.lowercased())
      case "condition": self = .condition(name)
      case "operator": self = .comparison(name.lowercased())
      default: return nil
      }
    }
  }

  /// The table that comes with the program; read when it is asked for first.
  package static let shared = ProductTable(EmbeddedFile.text(of: "Catalogue/products.txt") ?? "")

  /// The names of what is one product's alone, by their sorts, in the order of the table.
  package struct Names: Sendable {
    package fileprivate(set) var attributes: [String] = []
    package fileprivate(set) var marks: [String] = []
    package fileprivate(set) var commands: [String] = []
    package fileprivate(set) var conditions: [String] = []
    package fileprivate(set) var comparisons: [String] = []

    fileprivate mutating func add(_ thing: Thing) {
      switch thing {
      case .attribute(let name): attributes.append(name)
      case .mark(let name): marks.append(name)
      case .command(let name): commands.append(name)
      case .condition(let name): conditions.append(name)
      case .comparison(let name): comparisons.append(name)
      case .option: break
      }
    }
  }

  private var owners: [Thing: Dialect] = [:]
  private var (ofMDT, ofConfigurationManager) = (Names(), Names())
  /// Lines that make no sense, for a test.
  private(set) var faults: [Substring] = []

  init(_ text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: " ")
      guard words.count == 3, let product = Dialect(word: words[0]),
        let thing = Thing(sort: words[1], String(words[2]))
      else {
        faults.append(line)
        continue
      }
      owners[thing] = product
      product == .mdt ? ofMDT.add(thing) : ofConfigurationManager.add(thing)
    }
  }

  /// Whether a product has a thing: it is not the other one's alone.
  package func isThere(_ thing: Thing, in product: Dialect) -> Bool {
    owners[thing] != product.other
  }

  /// The names of what a product does not have, because it is the other one's.
  ///
  /// Who asks of every node of a file compares with these, and asks nothing where there are none.
  package func strange(to product: Dialect) -> Names {
    product == .mdt ? ofConfigurationManager : ofMDT
  }
}

extension Dialect {
  /// Reads the product's name in the program's own files and lines.
  package init?(word: some StringProtocol) {
    switch word {
    case "mdt": self = .mdt
    case "configmgr": self = .configurationManager
    default: return nil
    }
  }

  /// The product's name in the program's own files and lines.
  package var word: String { self == .mdt ? "mdt" : "configmgr" }
}

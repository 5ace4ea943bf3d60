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

  private var owners: [Thing: Dialect] = [:]
  /// The attributes of steps and groups that are a product's alone, in the order of the table.
  private var attributes: [Dialect: [String]] = [:]
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
      if case .attribute(let name) = thing { attributes[product, default: []].append(name) }
    }
  }

  /// Whether a product has a thing: it is not the other one's alone.
  package func isThere(_ thing: Thing, in product: Dialect) -> Bool {
    owners[thing] != product.other
  }

  /// The attributes that a product does not read, because they are the other one's.
  package func strangeAttributes(in product: Dialect) -> [String] {
    attributes[product.other] ?? []
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

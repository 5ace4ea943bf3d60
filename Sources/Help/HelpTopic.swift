import Basics
import Embedded

/// What there is help on, beside commands: a text that is compiled in.
package struct HelpTopic: Sendable {
  /// What it is asked for by.
  package let name: String
  package let page: HelpPage

  /// All topics, in the order they are listed.
  package static let all: [HelpTopic] = EmbeddedFile.names(in: "Help").compactMap { name in
    EmbeddedFile.text(of: "Help/\(name).md").map { HelpTopic(name: name, page: HelpPage($0)) }
  }

  /// The topic of a name, however capitalised.
  package static func named(_ name: String) -> HelpTopic? {
    all.first { $0.name == name.lowercased() }
  }

  /// The title of its text.
  package var title: String {
    if case .heading(let title, _)? = page.blocks.first { title } else { name }
  }

  /// What it is about, a sentence: the first of its text.
  package var summary: String {
    if page.blocks.count > 1, case .paragraph(let text) = page.blocks[1] { text } else { "" }
  }
}

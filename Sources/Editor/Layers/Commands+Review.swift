import Appearance
import Screen
import TaskSequence
import Widgets

extension Commands {
  /// Keys in a list of changes to look at.
  static let reviews: [Command] = [
    Command(
      "review.accept", "Do it", "Make the changes that are switched on", keys: ["<Enter>"],
      in: [.review]
    ) { state in
      state.close(state.top?.accepted)
    },
    Command(
      "review.cancel", "Cancel", "Leave everything as it is", keys: ["<Esc>"], in: [.review]
    ) { state in state.close() },
    change("review.toggle", "This one", "Switch a change on or off", ["<Space>"]) { review, _ in
      review.toggle()
    },
    change("review.all", "All", "Switch all changes on", ["a"]) { review, _ in
      review.setAll(true)
    },
    change("review.none", "None", "Switch all changes off", ["n"]) { review, _ in
      review.setAll(false)
    },
    choose("review.scope", "Where", "Look in names, commands … alone", ["s"]) {
      $0.scope = $0.scope.next
    },
    choose("review.pattern", "Pattern", "Read the text as a regular expression, or not", ["r"]) {
      $0.isPattern.toggle()
    },
    choose("review.case", "Case", "Tell capitals from small letters, or not", ["c"]) {
      $0.matchesCase.toggle()
    },
    change("review.down", "Down", "Down in the changes", ["<Down>", "j"]) { review, _ in
      review.move(by: 1)
    },
    change("review.up", "Up", "Up in the changes", ["<Up>", "k"]) { review, _ in
      review.move(by: -1)
    },
    change("review.pageDown", "Page down", "Page down in the changes", ["<PgDn>"]) {
      $0.move(by: $1)
    },
    change("review.pageUp", "Page up", "Page up in the changes", ["<PgUp>"]) { $0.move(by: -$1) },
    change("review.first", "First", "First of the changes", ["<Home>"]) { review, _ in
      review.move(by: -1_000_000)
    },
    change("review.last", "Last", "Last of the changes", ["<End>"]) { review, _ in
      review.move(by: 1_000_000)
    },
  ]

  private static func change(
    _ id: String, _ title: String, _ summary: String, _ keys: [String],
    _ body: @escaping @Sendable (inout Review<[TextChange]>, _ page: Int) -> Void
  ) -> Command {
    Command(id, title, summary, keys: keys, in: [.review]) { state in
      let screen = state.size
      state.changeTop { (layer: inout ReviewLayer) in
        body(&layer.review, layer.review.page(in: screen))
      }
      return []
    }
  }

  private static func choose(
    _ id: String, _ title: String, _ summary: String, _ keys: [String],
    _ body: @escaping @Sendable (inout Replacement) -> Void
  ) -> Command {
    Command(
      id, title, summary, keys: keys, in: [.review],
      unless: { state in
        (state.top as? ReviewLayer)?.replacement == nil ? "there is nothing to choose" : nil
      }
    ) { state in
      guard var replacement = (state.top as? ReviewLayer)?.replacement else { return [] }
      body(&replacement)
      return state.close { state in
        Replacing.review(&state, replacement)
        return []
      }
    }
  }
}

extension Replacement.Scope {
  fileprivate var next: Self {
    let all = Self.allCases
    let here = all.firstIndex(of: self) ?? 0
    return all[(here + 1) % all.count]
  }
}

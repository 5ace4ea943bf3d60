import Screen
import Testing

@testable import Appearance

/// Every role of every theme on every kind of terminal.
@Suite("Themes can be read") struct ThemeLawTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let depth: ColorDepth

    var testDescription: String { "\(name), \(depth)" }

    var theme: Theme { get throws { try Theme(named: name, depth: depth) } }

    static let all = Theme.builtIn.flatMap { name in
      ColorDepth.allCases.map { Case(name: name, depth: $0) }
    }
  }

  /// Lines around things are seen, not read.
  private let lines: Set<Role> = [.border, .dialogBorder]

  @Test(arguments: Case.all) func selectionDiffersFromTheRest(_ test: Case) throws {
    let theme = try test.theme
    for role in [Role.focus, .title, .fieldSelection] {
      for other in [Role.text, .treeStep, .value] + (role == .title ? [] : [.dialog]) {
        #expect(theme[role] != theme[other], "\(role) as \(other)")
      }
      let (bar, base) = (theme[role], theme[.text])
      #expect(
        bar.background != base.background || bar.attributes.contains(.reverse), "\(role)")
    }
    #expect(theme[.focusInactive] != theme[.text])
  }

  @Test(arguments: Case.all) func lettersDifferFromWhatIsBehind(_ test: Case) throws {
    let theme = try test.theme
    for role in Role.allCases where !lines.contains(role) {
      let style = theme[role]
      guard style.background != .standard else { continue }
      #expect(style.foreground != .standard, "\(role) has the terminal’s letters on its own ground")
      #expect(style.contrast ?? 0 >= 3, "\(role): \(style.contrast ?? 0)")
    }
  }

  /// Where a theme sets its own ground, and colours are what they are called.
  @Test(arguments: Case.all.filter { $0.depth >= .indexed256 })
  func smallTextIsRead(_ test: Case) throws {
    let theme = try test.theme
    for role in Role.allCases where !lines.contains(role) {
      guard let contrast = theme[role].contrast else { continue }
      #expect(contrast >= 4.5, "\(role): \(contrast)")
    }
  }

  /// Nothing rests on colours alone where they are the user’s: what differs, differs by attributes.
  @Test(arguments: ["default", "mono"], ColorDepth.allCases)
  func rolesDifferByAttributes(_ name: String, _ depth: ColorDepth) throws {
    let theme = try Theme(named: name, depth: depth)
    let pairs: [(Role, Role)] = [
      (.treeGroup, .treeStep), (.treeDisabled, .treeStep), (.treeOff, .treeStep),
      (.focus, .text), (.focusInactive, .text), (.title, .text), (.heading, .value),
      (.label, .value), (.field, .value), (.fieldSelection, .field), (.dialogTitle, .dialog),
      (.listMatch, .dialog), (.treeHit, .treeStep), (.statusError, .status),
    ]
    for (one, other) in pairs {
      #expect(theme[one].attributes != theme[other].attributes, "\(one) as \(other)")
    }
  }

  /// With few colours, too, what is said quietly differs from what is said aloud.
  @Test(arguments: Case.all.filter { $0.depth > .mono })
  func quietDiffersFromLoud(_ test: Case) throws {
    let theme = try test.theme
    let pairs: [(Role, Role)] = [
      (.treeDisabled, .treeStep), (.label, .value), (.treeGroup, .treeStep), (.fault, .value),
    ]
    for (one, other) in pairs { #expect(theme[one] != theme[other], "\(one) as \(other)") }
  }
}

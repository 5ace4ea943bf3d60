import Embedded
package import Screen
import TOMLText

/// How every role looks: styles ready for a terminal of one depth.
package struct Theme: Sendable {
  package let name: String
  private var styles: [Style]

  /// The style of a role.
  package subscript(role: Role) -> Style { styles[role.index] }

  /// The themes compiled into the program, in the order they are offered.
  ///
  /// `default` is the terminal's
  /// own colours, `mono` needs none.
  package static let builtIn = EmbeddedFile.names(in: "Themes")

  /// The text of a theme that is compiled in.
  package static func builtInText(_ name: String) -> String? {
    EmbeddedFile.text(of: "Themes/\(name).toml")
  }

  /// Reads a theme and those it inherits from.
  ///
  /// - Parameter text: gives the text of a theme by name; the built-in ones are found without it.
  /// - Throws: file, line and reason.
  package init(
    named name: String, depth: ColorDepth, text: (String) -> String? = { _ in nil }
  ) throws(SettingsFault) {
    var looks: [Role: Style] = [:]
    var chain: [String] = []
    var next: String? = name
    var files: [SettingsFile] = []
    while let theme = next {
      guard !chain.contains(theme) else {
        throw SettingsFault(file: theme, line: nil, reason: "it inherits from itself")
      }
      guard let source = text(theme) ?? Self.builtInText(theme) else {
        let known = Self.builtIn.joined(separator: ", ")
        throw SettingsFault(
          file: theme, line: nil, reason: "there is no such theme; built in are \(known)")
      }
      chain.append(theme)
      let file = try SettingsFile(name: "\(theme).toml", text: source)
      files.append(file)
      next = file.table["inherits"]?.string
    }
    var palette: [String: Color] = [:]
    for file in files.reversed() {
      try Self.readPalette(file, into: &palette)
      try Self.readRoles(file, palette, into: &looks)
    }
    self.name = name
    styles = Role.allCases.map { role in
      var current: Role? = role
      while let candidate = current {
        if let style = looks[candidate] { return style }
        current = candidate.fallback
      }
      return Style()
    }
    quantise(to: depth)
  }

  /// Turns the styles into what a terminal of a depth can show.
  ///
  /// Where that has few colours, what is told by its letters keeps letters of its own, and bars that
  /// could not be told from what they lie on are in reverse.
  private mutating func quantise(to depth: ColorDepth) {
    let raw = styles
    styles = raw.map { $0.quantised(to: depth) }
    guard depth < .indexed256 else { return }
    let (base, plain) = (self[.text], raw[Role.text.index])
    for role in Role.allCases {
      let isApart = raw[role.index].foreground != plain.foreground
      if isApart, self[role] == base {
        styles[role.index] = raw[role.index].quantised(to: depth, besides: base.foreground)
      }
    }
    let grounds = [base.background, self[.dialog].background]
    for role in Role.allCases where role.isBar && grounds.contains(self[role].background) {
      var bar = base
      bar.attributes.formUnion(self[role].attributes.union(.reverse))
      styles[role.index] = bar
    }
    for role in [Role.focusInactive, .field] where self[role] == base {
      styles[role.index].attributes.insert(.underline)
    }
  }

  /// A theme for tests: every role has a colour of its own, so that a screen shows its roles.
  package static let probe: Theme = {
    var theme = Theme(name: "probe", styles: [])
    theme.styles = Role.allCases.map { Style(foreground: .indexed(UInt8($0.index + 16))) }
    return theme
  }()

  /// The role a style of the probe theme stands for.
  package static func probedRole(_ style: Style) -> Role? {
    guard case .indexed(let index) = style.foreground.form, index >= 16 else { return nil }
    return Role.allCases.first { $0.index == Int(index) - 16 }
  }

  private init(name: String, styles: [Style]) {
    self.name = name
    self.styles = styles
  }

  // MARK: Reading

  private static func readPalette(
    _ file: SettingsFile, into palette: inout [String: Color]
  ) throws(SettingsFault) {
    guard let table = file.table["palette"]?.table else { return }
    for entry in table.entries {
      let key = entry.key
      guard let text = entry.value.string, let color = color(text, [:]) else {
        throw file.fault(
          "'\(key.name)' is no colour; expected \"#rrggbb\", a name or 0 to 255", at: key.place)
      }
      palette[key.name] = color
    }
  }

  private static func readRoles(
    _ file: SettingsFile, _ palette: [String: Color], into looks: inout [Role: Style]
  ) throws(SettingsFault) {
    guard let table = file.table["roles"]?.table else { return }
    for entry in table.entries {
      let key = entry.key
      guard let role = Role(rawValue: key.name) else {
        throw file.fault("there is no role '\(key.name)'", at: key.place)
      }
      guard let look = entry.value.table else {
        throw file.fault(
          "'\(key.name)' needs a table such as { fg = \"red\", bold = true }", at: key.place)
      }
      looks[role] = try style(look, of: key.name, palette, file)
    }
  }

  private static func style(
    _ table: TOMLTable, of role: String, _ palette: [String: Color], _ file: SettingsFile
  ) throws(SettingsFault) -> Style {
    var style = Style()
    for entry in table.entries {
      let (name, place) = (entry.key.name, entry.key.place)
      switch name {
      case "fg", "bg":
        guard let text = entry.value.string, let color = color(text, palette) else {
          throw file.fault("'\(name)' of '\(role)' is no colour", at: place)
        }
        if name == "fg" { style.foreground = color } else { style.background = color }
      default:
        guard let attribute = attributes[name], let isOn = entry.value.boolean else {
          throw file.fault("'\(name)' of '\(role)' is unknown", at: place)
        }
        if isOn { style.attributes.insert(attribute) }
      }
    }
    return style
  }

  private static let attributes: [String: Attributes] = [
    "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
    "strikethrough": .strikethrough,
  ]

  private static let colorNames = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
  ]

  /// A colour as a theme writes it: a palette entry, `terminal`, an ANSI name, one of them with
  /// `bright-` before it, an index from 0 to 255, or `#rrggbb`.
  private static func color(_ text: String, _ palette: [String: Color]) -> Color? {
    if let color = palette[text] { return color }
    if text == "terminal" { return .standard }
    if let index = colorNames.firstIndex(of: text) { return .indexed(UInt8(index)) }
    if text.hasPrefix("bright-"), let index = colorNames.firstIndex(of: String(text.dropFirst(7))) {
      return .indexed(UInt8(index + 8))
    }
    if let index = UInt8(text) { return .indexed(index) }
    guard text.hasPrefix("#"), text.utf8.count == 7, let value = UInt32(text.dropFirst(), radix: 16)
    else { return nil }
    return .rgb(
      UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
  }
}

extension Theme {
  /// What a theme says about itself in its `summary`.
  package static func summary(of name: String, text: (String) -> String?) -> String {
    guard let source = text(name) ?? builtInText(name) else { return "" }
    return (try? SettingsFile(name: name, text: source))?.table["summary"]?.string ?? ""
  }
}

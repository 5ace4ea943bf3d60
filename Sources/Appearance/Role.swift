/// What a piece of the screen is; a theme says how it looks.
///
/// A role a theme leaves out looks like the role its name starts with: `tree.step.disabled` like
/// `tree.step`, that like `tree`, that like `text`.
package enum Role: String, CaseIterable, Sendable {
  case text
  case dim
  case accent
  case border

  case title
  case titleModified = "title.modified"
  case titleDim = "title.dim"

  case tree
  case treeGroup = "tree.group"
  case treeStep = "tree.step"
  case treeDisabled = "tree.disabled"
  case treeNumber = "tree.number"
  case treeSign = "tree.sign"
  case treeProblem = "tree.problem"
  case treeCondition = "tree.condition"
  case treeCount = "tree.count"
  case treeMark = "tree.mark"
  case treeHit = "tree.hit"
  case treeOff = "tree.off"
  case treeAdded = "tree.added"
  case treeChanged = "tree.changed"

  case focus
  case focusInactive = "focus.inactive"

  case heading
  case label
  case value
  case valueDim = "value.dim"
  case fault

  case field
  case fieldSelection = "field.selection"

  case dialog
  case dialogTitle = "dialog.title"
  case dialogBorder = "dialog.border"
  case listDim = "list.dim"
  case listMatch = "list.match"

  case status
  case statusError = "status.error"
  case statusWarning = "status.warning"
  case footer
  case footerKey = "footer.key"

  case xmlMarkup = "xml.markup"
  case xmlName = "xml.name"
  case xmlValue = "xml.value"

  case diffAdded = "diff.added"
  case diffRemoved = "diff.removed"
  case diffHunk = "diff.hunk"

  /// The place of the role in a theme's list.
  var index: Int { Self.indices[self] ?? 0 }

  private static let indices = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

  /// Whether it is a bar across a row or the screen, told from the rest by what is behind the letters.
  var isBar: Bool {
    switch self {
    case .focus, .fieldSelection, .title, .titleModified, .titleDim: true
    default: false
    }
  }

  /// The role to look like when a theme says nothing.
  var fallback: Role? {
    if self == .text { return nil }
    var name = rawValue[...]
    while let dot = name.lastIndex(of: ".") {
      name = name[..<dot]
      if let role = Role(rawValue: String(name)) { return role }
    }
    return .text
  }
}

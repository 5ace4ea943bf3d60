import Screen

/// A key worth a place in the footer, and what it does.
struct Hint: Equatable {
  var key: String
  let title: String
  /// What a click on it does.
  let command: KnownCommand
  /// Whether it is shown before all that are not, however narrow the screen is.
  var isKept = false

  var width: Int { displayWidth(of: key) + 1 + displayWidth(of: title) }
}

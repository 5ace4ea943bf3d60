import Screen

/// The names from the top of something down to where one is.
package enum Trail {
  /// The names in one line.
  ///
  /// Those at the top give way, since the last is where one is; that one is there whatever the width.
  package static func text(_ names: [String], width: Int) -> String {
    for start in names.indices {
      let text = (start == 0 ? "" : "… › ") + names[start...].joined(separator: " › ")
      if displayWidth(of: text) <= width { return text }
    }
    return names.last ?? ""
  }
}

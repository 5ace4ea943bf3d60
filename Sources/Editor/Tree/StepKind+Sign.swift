import StepCatalog

extension StepKind {
  /// What stands for it before the names of its steps; each has a letter for a twin where only ASCII can
  /// be shown.
  ///
  /// They are signs that the fonts of consoles have, too.
  var sign: String {
    switch self {
    case .command: "›"
    case .software: "◆"
    case .restart: "↕"
    case .disk: "▬"
    case .image: "■"
    case .driver: "◊"
    case .state: "○"
    case .role: "□"
    case .setting: "∙"
    case .variable: "="
    case .check: "√"
    case .child: "»"
    }
  }
}

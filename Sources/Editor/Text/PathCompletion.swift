import Storage
import TaskSequence
import Widgets

/// Completing the path of a file that is typed.
enum PathCompletion {
  /// Asks what stands in the folder that is typed so far.
  static func ask(_ state: inout EditorState) -> [Effect] {
    guard let text = state.activeText else { return [] }
    let folder = parts(of: text).folder
    return [.listFolder(state.fileID, path: state.setup.path(folder.isEmpty ? "." : folder))]
  }

  /// Puts in what all names have in common that go on from what is typed, and offers them.
  ///
  /// - Parameter names: What stands in the folder, folders with a `/` behind them.
  static func take(_ state: inout EditorState, _ names: [String]) {
    guard state.top?.completes == .path, var text = state.activeText else { return }
    let typed = parts(of: text).name
    let fitting = names.filter { $0.lowercased().hasPrefix(typed.lowercased()) }.sorted()
    guard let first = fitting.first else {
      return state.say(typed.isEmpty ? "The folder is empty." : "Nothing there begins so.")
    }
    let shared = fitting.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    if shared.count > typed.count {
      text.complete(typed.count, with: shared)
      Typing.change(&state) { $0 = text }
    }
    guard fitting.count > 1 else { return }
    state.completion = Completion(paths: fitting, typed: max(typed.count, shared.count))
  }

  /// The folder and the beginning of a name before the cursor.
  private static func parts(of text: TextModel) -> (folder: String, name: String) {
    let before = text.characters[..<text.cursor]
    guard let slash = before.lastIndex(of: "/") else { return ("", String(before)) }
    return (String(before[...slash]), String(before[(slash + 1)...]))
  }
}

extension String {
  /// What both begin with, as this one spells it.
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0.lowercased() == $1.lowercased() }.map(\.0))
  }
}

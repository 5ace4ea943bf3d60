import TaskSequence
import XMLTree

extension EditorState {
  /// Where the cursor is.
  var stand: Jumps.Place { Jumps.Place(file: fileID, node: file.outline.focus) }

  /// Goes back to where the cursor leapt from, or forward again.
  mutating func jump(isBack: Bool) -> [Effect] {
    let files = files
    let next = jumps.go(isBack: isBack, from: stand) { place in
      files.first { $0.id == place.file }?.document.node(place.node) != nil
    }
    guard let next else {
      say(isBack ? "There is no place to go back to." : "There is no place to go forward to.")
      return []
    }
    isWalking = true
    show(file: next.file)
    pane = .tree
    show(focus: next.node)
    say("\(isBack ? "Back" : "Forward") at “\(file.focus.name)”.")
    return []
  }
}

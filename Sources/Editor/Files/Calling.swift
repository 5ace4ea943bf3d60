import TaskSequence

extension EditorState {
  /// Notes which step the file on the screen was opened from, where it is the one that was asked for.
  mutating func noteCaller(of path: String) {
    guard let call, call.path == path, call.step.file != fileID else { return }
    opened[fileID] = call.step
    self.call = nil
  }

  /// The steps that lead to the file on the screen from one file to the next, as “file: step”, the first
  /// on top; none where it was not opened from a step, or that one is gone.
  var callers: [String] {
    var names: [String] = []
    var seen: Set<FileID> = [fileID]
    var next = opened[fileID]
    while let place = next, seen.insert(place.file).inserted,
      let other = files.first(where: { $0.id == place.file }),
      let step = other.document.node(place.node)
    {
      names.insert("\(other.title): \(step.name)", at: 0)
      next = opened[other.id]
    }
    return names
  }
}

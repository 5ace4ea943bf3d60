extension EditorState {
  /// What to say of files that were saved: what each holds that was not told in this session; nil when
  /// there is no such thing.
  mutating func remark(on ids: [FileID]) -> String? {
    var (all, isNew) = (KnownFaults(), false)
    for id in ids {
      guard let index = index(of: id) else { continue }
      files[index].look()
      let known = KnownFaults(files[index])
      isNew = isNew || !known.isIn(files[index].told)
      files[index].told.formUnion(known)
      all.add(known, ofFile: index)
    }
    guard isNew, let words = all.words else { return nil }
    return "with \(words); \(keyLabel(.problemList)) lists them"
  }
}

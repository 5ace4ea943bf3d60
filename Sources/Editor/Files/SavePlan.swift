/// Files to save one after the other, and what is to happen once none of them needs it.
struct SavePlan {
  let files: [FileID]
  let then: LayerAction
  /// Whether the program is left then.
  var isLeaving = false
}

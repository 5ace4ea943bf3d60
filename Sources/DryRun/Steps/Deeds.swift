/// What came of running a step once.
struct Performance {
  /// The exit code; nil where nobody knows it.
  var code: Int? = 0
  /// Whether it fails whatever its codes are.
  var fails = false
  /// What decides whether it fails, where that is open.
  var failure: Needs?
  var items: (installed: [String], skipped: [String])?
  var notes: [TraceEvent.Note] = []
  /// Where it goes when it restarts by itself.
  var target: String?
}

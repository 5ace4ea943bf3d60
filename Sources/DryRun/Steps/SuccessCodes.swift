import TaskSequence

/// The exit codes that mean success: whole numbers with blanks between them, compared modulo 2³².
///
/// Without a list 0 alone is one.
struct SuccessCodes {
  private let codes: [UInt32]

  init(of node: TaskNode) {
    guard let list = node.successCodes else {
      codes = [0]
      return
    }
    let read = list.split { $0 == " " || $0 == "\t" || $0.isNewline }
      .compactMap { Int($0) }.map { UInt32(truncatingIfNeeded: $0) }
    codes = read.isEmpty ? [0] : read
  }

  func contains(_ code: Int) -> Bool { codes.contains(UInt32(truncatingIfNeeded: code)) }
}

import Facts
import TaskSequence
import XMLTree

/// What a run has to know of a node, read in one pass over its tag and what stands directly in it.
struct ReadNode {
  let node: TaskNode
  private(set) var isDisabled = false
  private(set) var continuesOnError = false
  /// Where it runs, where that is one of the two.
  private(set) var runIn: RunEnvironment?
  private(set) var codes = SuccessCodes.zero
  private(set) var retryCount: Int?
  /// Its type as it is spelled; nil where it has none.
  private(set) var type: ArraySlice<UInt8>?
  /// The first condition.
  private(set) var condition: Element?
  /// Whether operands or other conditions stand beside it.
  private(set) var hasStrays = false
  /// The first command line.
  private(set) var action: Element?
  /// Its variables; nil where it has none, or several lists of them.
  private var list: Element?
  private var hasSeveralLists = false

  init(_ node: TaskNode) {
    self.node = node
    var (isDisabled, continues) = (false, false)
    var runIn: RunEnvironment?
    var codes = SuccessCodes.zero
    var retryCount: Int?
    var type: ArraySlice<UInt8>?
    node.element.forEachAttribute { name, value in
      if name.isWord("disable") {
        isDisabled = value.isWord("true") || node.isDisabled
      } else if name.isWord("continueOnError") {
        continues = value.isWord("true") || node.continuesOnError
      } else if name.isWord("successCodeList") {
        codes = SuccessCodes(spelled: value) ?? SuccessCodes(node.successCodes ?? "")
      } else if name.isWord("runIn") {
        runIn = value.isWord("WinPE") ? .winPE : value.isWord("FullOS") ? .fullOS : nil
      } else if name.isWord("type") {
        type = value
      } else if name.isWord("retryCount") {
        retryCount = node.value(of: .retryCount).flatMap { Int($0) }
      }
    }
    (self.isDisabled, continuesOnError) = (isDisabled, continues)
    (self.runIn, self.codes, self.retryCount, self.type) = (runIn, codes, retryCount, type)
    for inner in node.element.elements {
      if inner.isNamed("condition") {
        if condition == nil { condition = inner } else { hasStrays = true }
      } else if inner.isNamed("action") {
        action = action ?? inner
      } else if inner.isNamed("defaultVarList") {
        if list == nil { list = inner } else { hasSeveralLists = true }
      } else if inner.isNamed("expression") || inner.isNamed("operator")
        || inner.isNamed("osConditionGroup")
      {
        hasStrays = true
      }
    }
  }

  /// The text of one of its variables; nil where it has none of that name.
  func variable(_ name: String) -> String? {
    if hasSeveralLists { return node.variable(name) }
    guard let list else { return nil }
    return list.elements.first { $0.isNamed("variable") && $0.hasAttribute("name", name) }?.text
  }
}

extension ArraySlice<UInt8> {
  /// Whether the bytes are those of a word.
  fileprivate func isWord(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    return withUnsafeBufferPointer { bytes in
      for index in 0..<bytes.count where bytes[index] != word.utf8Start[index] { return false }
      return true
    }
  }
}

import Containers
import TaskSequence
import XMLTree

/// Small sequences of both products, one step each.
enum Sequences {
  static func load(_ xml: String) throws -> SequenceDocument {
    try SequenceDocument(loading: Array(xml.utf8))
  }

  /// An MDT sequence; `condition` stands last in its step.
  static func mdt(_ condition: String = "") throws -> SequenceDocument {
    try load(
      """
      <sequence version="3.00" name="T" description="">\r
        <step name="S" disable="false" continueOnError="false" startIn="">\r
          <action>cmd</action>\(condition)\r
        </step>\r
      </sequence>
      """)
  }

  /// A Configuration Manager sequence, one line; `condition` stands first in its step.
  static func configurationManager(_ condition: String = "") throws -> SequenceDocument {
    try load(
      "<sequence version=\"3.10\"><step type=\"SMS_TaskSequence_RunCommandLineAction\" name=\"S\">"
        + "\(condition)<action>smsswd.exe</action></step></sequence>")
  }
}

extension SequenceDocument {
  /// The first step or group.
  var first: TaskNode { sequence.children[0] }

  var text: String { String(decoding: serialized(), as: UTF8.self) }

  /// Every node with a condition.
  var conditioned: [TaskNode] {
    var nodes: [TaskNode] = []
    sequence.walk { node, _ in
      if node.condition != nil { nodes.append(node) }
      return true
    }
    return nodes
  }
}

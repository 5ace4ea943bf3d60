import StepCatalog
import TaskSequence

extension Rule {
  static let xml01 = Rule(
    "XML01", "stands-twice", .warning, tags: "form",
    page: """
      Something stands twice that stands once, or stands where no editor shows it.

      A second condition, command line or list is not documented: the console may show
      one and the client follow the other. A step inside an element that is unknown is
      in no editor’s tree. Scripts that write XML leave such things behind.

      Wrong:

          <step name="Copy settings">
            <action>copy.cmd</action>
            <action>other.cmd</action>
          </step>

          <group name="Prepare">
            <condition />
            <condition>
              <expression type="SMS_TaskSequence_VariableConditionExpression">
                <variable name="Operator">equals</variable>
                <variable name="Value">true</variable>
                <variable name="Variable">_SMSTSInWinPE</variable>
              </expression>
            </condition>
          </group>

          <group name="Prepare">
            <steps>
              <step name="Copy settings">
                <action>copy.cmd</action>
              </step>
            </steps>
          </group>

          <step name="Copy settings">
            <action>copy.cmd</action>
            <defaultVarList>
              <variable name="Room" property="Room">12</variable>
              <variable name="ROOM" property="Room">14</variable>
            </defaultVarList>
          </step>

      Right:

          <group name="Prepare">
            <condition />
            <step name="Copy settings">
              <action>copy.cmd</action>
              <defaultVarList>
                <variable name="Room" property="Room">12</variable>
              </defaultVarList>
            </step>
          </group>

      Fix: join the two, or remove one of them.

      Source: 515 real sequences, none of which has any of it.
      """,
    look: .node { reading in
      let node = reading.node
      var hits: [Hit] = []
      for surplus in node.wrongSurplus where !hits.contains(where: { $0.place == surplus.place }) {
        hits.append(Hit(surplus.place, surplus.message(in: node)))
      }
      return hits
        + reading.step.torn.map { name, texts in
          let words = texts.map { "“\($0)”" }.joined(separator: " and ")
          let what = node.hides(name) ? "different values" : words
          return Hit(.variable(name), "\(name) stands here twice, with \(what)", [.variable(name)])
        }
    }, fixes: SurplusFixes.all)
}

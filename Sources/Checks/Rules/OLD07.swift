import TaskSequence
import VariableCatalog
import XMLTree

extension Rule {
  static let old07 = Rule(
    "OLD07", "mdt-variable-left", .warning, tags: "leave-mdt",
    page: """
      A sequence of Configuration Manager reads a variable of MDT’s that nobody sets.

      MDT’s step Gather set it. Where MDT’s steps were taken out, the conditions and
      the command lines that were made for them read nothing: a test of it is false,
      and `%NAME%` is whatever the text makes of it.

      Wrong:

          <group name="Laptops">
            <condition>
              <expression type="SMS_TaskSequence_VariableConditionExpression">
                <variable name="Operator">equals</variable>
                <variable name="Value">True</variable>
                <variable name="Variable">IsLaptop</variable>
              </expression>
            </condition>
          </group>

      Right:

          <step type="BDD_Gather" name="Gather">
            <action>smsswd.exe /run: cscript.exe "%DeployRoot%\\Scripts\\ZTIGather.wsf"</action>
            <defaultVarList>
              <variable name="GatherLocalOnly" property="GatherLocalOnly">true</variable>
            </defaultVarList>
          </step>
          <group name="Laptops">
            <condition>
              <expression type="SMS_TaskSequence_VariableConditionExpression">
                <variable name="Operator">equals</variable>
                <variable name="Value">True</variable>
                <variable name="Variable">IsLaptop</variable>
              </expression>
            </condition>
          </group>

      Fix: set the variable with a step Set Dynamic Variables, or test what the site
      knows.

      Source: MDT’s toolkit reference and ZTIGather.xml, for the variables that are
      MDT’s alone.
      """,
    look: .document { reading in
      guard reading.document.dialect == .configurationManager,
        reading.hints.contains(.readsMDT), !reading.variables.uses.setters.runsChild
      else { return [] }
      var found: [(node: NodeID, hit: Hit)] = []
      for variable in reading.variables.uses.all
      where variable.state == .unset && variable.builtIn?.kind == .mdt {
        for use in variable.uses where use.role == .read || use.role == .readList {
          let reason = "\(variable.name) is MDT’s, and no step here runs what sets it"
          let hit = Hit(use.findingPlace, reason, [.variable(variable.name)])
          if !found.contains(where: { $0 == (use.place.node.id, hit) }) {
            found.append((use.place.node.id, hit))
          }
        }
      }
      return found
    })
}

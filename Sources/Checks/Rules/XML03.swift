import Conditions
import StepCatalog
import TaskSequence

extension Rule {
  static let xml03 = Rule(
    "XML03", "other-product", .warning, tags: "form",
    page: """
      Something belongs to the other product.

      A step that was pasted from a sequence of MDT into one of Configuration Manager,
      or the other way round, may be of a type that is not known there, and what is
      written on it, or tested by its condition, may be read by nobody.

      Wrong:

          <step name="Copy settings" disable="false" continueOnError="false" startIn="">
            <action>copy.cmd</action>
          </step>

          <group name="Prepare" expand="true"></group>

          <group name="New Windows">
            <condition>
              <expression type="SMS_TaskSequence_OSConditionExpression">
                <variable name="Architecture">X64</variable>
                <variable name="Version">10.00.22000.0</variable>
                <variable name="Operator">greaterEqual</variable>
              </expression>
            </condition>
          </group>

      Right:

          <step type="SMS_TaskSequence_RunCommandLineAction" name="Copy settings">
            <action>smsswd.exe /run: copy.cmd</action>
            <defaultVarList>
              <variable name="CommandLine" property="CommandLine" hidden="true">copy.cmd</variable>
              <variable name="WorkingDirectory" property="WorkingDirectory">C:\\temp</variable>
            </defaultVarList>
          </step>

      Fix: put a step or a test of this product in its place, and take the attribute
      away.

      Source: counted on 173 real sequences, none of which has any of it; the SDK’s
      classes.
      """,
    look: .node { reading in
      let product = reading.step.dialect.words
      return Stranger.all(on: reading.node, in: reading.step.dialect).flatMap { stranger in
        switch stranger {
        case .type where reading.node.kind == .childSequence:
          [Hit(.node, "\(product) runs no child sequences")]
        case .type where reading.node.type == nil:
          [Hit(.node, "\(product) knows no step without a type")]
        case .type: [Hit(.node, "\(product) knows no step of this type")]
        case .attribute(let name):
          [
            Hit(
              Property(rawValue: name).map(Finding.Place.property) ?? .node,
              "\(product) does not read the attribute \(name)")
          ]
        case .hidden(let name): [Hit(.variable(name), "\(product) has no hidden variables")]
        case .command: [Hit(.action, "\(product) runs no command from a package")]
        case .condition, .comparison: conditionHits(of: stranger, in: reading)
        }
      }
    })

  /// Where a condition holds a test of the other product; the node where the test cannot be told.
  private static func conditionHits(of stranger: Stranger, in reading: NodeReading) -> [Hit] {
    let dialect = reading.step.dialect
    let hits = ConditionReading(reading.node.condition?.operand).strangeHits(in: dialect)
      .filter { $0.stranger == stranger }.map(\.hit)
    return hits.isEmpty
      ? [Hit(.node, "\(dialect.words) does not know all of its condition")] : hits
  }
}

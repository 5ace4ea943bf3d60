<?xml version="1.0"?>
<sequence version="3.10">
  <group name="Prepare">
    <condition>
      <expression type="SMS_TaskSequence_VariableConditionExpression">
        <variable name="Operator">equals</variable>
        <variable name="Value">true</variable>
        <variable name="Variable">_SMSTSInWinPE</variable>
      </expression>
    </condition>
    <step type="SMS_TaskSequence_RunCommandLineAction" name="Firmware" successCodeList="0 3010">
      <condition>
        <expression type="SMS_TaskSequence_VariableConditionExpression">
          <variable name="Operator">equals</variable>
          <variable name="Value">true</variable>
          <variable name="Variable">IsLaptop</variable>
        </expression>
      </condition>
      <action>firmware.exe</action>
    </step>
    <step type="SMS_TaskSequence_RebootAction" name="Restart" successCodeList="0">
      <action>smsboot.exe /target:HD</action>
    </step>
  </group>
  <group name="Software" continueOnError="true">
    <step type="SMS_TaskSequence_RunCommandLineAction" name="Office" successCodeList="0 3010">
      <action>setup.exe</action>
    </step>
    <step type="SMS_TaskSequence_RunCommandLineAction" name="Viewer" successCodeList="0 3010">
      <action>viewer.exe</action>
    </step>
  </group>
  <step type="SMS_TaskSequence_RunCommandLineAction" name="Tell" successCodeList="0">
    <condition>
      <expression type="SMS_TaskSequence_VariableConditionExpression">
        <variable name="Operator">equals</variable>
        <variable name="Value">false</variable>
        <variable name="Variable">_SMSTSLastActionSucceeded</variable>
      </expression>
    </condition>
    <action>tell.exe</action>
  </step>
</sequence>

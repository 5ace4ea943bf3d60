import Containers
import TaskSequence

/// A sequence of Configuration Manager that names variables in every kind of place.
let everyPlace = """
  <sequence version="3.10">
    <group name="Site %SiteCode%" description="Needs SITECODE: %sitecode%">
      <condition>
        <operator type="or">
          <expression type="SMS_TaskSequence_VariableConditionExpression">
            <variable name="Operator">equals</variable>
            <variable name="Value">%SiteCode%-x</variable>
            <variable name="Variable">SiteCode</variable>
          </expression>
          <expression type="SMS_TaskSequence_WMIConditionExpression">
            <variable name="Namespace">root\\cimv2</variable>
            <variable name="Query">select * from Win32_ComputerSystem where Model like '%Latitude%'</variable>
          </expression>
        </operator>
      </condition>
      <step type="SMS_TaskSequence_SetVariableAction" name="Set" description="" runIn="WinPEandFullOS" successCodeList="0" retryCount="0" runFromNet="false">
        <action>tsenv.exe "SiteCode=%Base%-1" /hiddenflag:False</action>
        <defaultVarList>
          <variable name="DoNotShowVariableValue" property="DoNotShowVariableValue" hidden="true">false</variable>
          <variable name="VariableName" property="VariableName" hidden="true">SiteCode</variable>
          <variable name="VariableValue" property="VariableValue" hidden="true">%Base%-1</variable>
        </defaultVarList>
      </step>
      <step type="SMS_TaskSequence_RunCommandLineAction" name="Run" description="" runIn="WinPEandFullOS" successCodeList="0 3010" retryCount="0" runFromNet="false">
        <action>smsswd.exe /run: cmd /c echo %SiteCode% %windir% %OSDComputerName% %SietCode%</action>
        <defaultVarList>
          <variable name="CommandLine" property="CommandLine" hidden="true">cmd /c echo %SiteCode% %windir% %OSDComputerName% %SietCode%</variable>
          <variable name="SMSTSRunCommandLineOutputVariableName" property="OutputVariableName">Answer</variable>
          <variable name="SuccessCodes" property="SuccessCodes" hidden="true">0 3010</variable>
        </defaultVarList>
      </step>
      <step type="SMS_TaskSequence_SetDynamicVariablesAction" name="Rules" description="" runIn="WinPEandFullOS" successCodeList="0" retryCount="0" runFromNet="false">
        <action>OSDSetDynamicVariables.exe</action>
        <defaultVarList>
          <variable name="OSDSetDynamicVariablesRules" property="Rules">&lt;Rules&gt;&lt;Rule&gt;&lt;condition&gt;&lt;expression type="SMS_TaskSequence_VariableConditionExpression"&gt;&lt;variable name="Operator"&gt;exists&lt;/variable&gt;&lt;variable name="Variable"&gt;SiteCode&lt;/variable&gt;&lt;/expression&gt;&lt;/condition&gt;&lt;Variables&gt;&lt;Variable Name="APPS01" IsSecret="false"&gt;SiteCode&lt;/Variable&gt;&lt;Variable Name="Base" IsSecret="false"&gt;%SiteCode%&lt;/Variable&gt;&lt;/Variables&gt;&lt;/Rule&gt;&lt;/Rules&gt;</variable>
        </defaultVarList>
      </step>
      <step type="SMS_TaskSequence_InstallApplicationAction" name="Apps" description="" runIn="FullOS" successCodeList="0" retryCount="0" runFromNet="false">
        <action>smsappinstall.exe /basevar:APPS</action>
        <defaultVarList>
          <variable name="BaseVariableName" property="BaseVariableName" hidden="true">APPS</variable>
          <variable name="OSDAppInstallRetries" property="Retries">2</variable>
        </defaultVarList>
      </step>
    </group>
  </sequence>
  """

func load(_ xml: String) throws -> SequenceDocument {
  try SequenceDocument(loading: Array(xml.utf8))
}

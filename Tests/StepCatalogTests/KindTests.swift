import TaskSequence
import Testing

@testable import StepCatalog

/// The kinds of steps there are, by dialect, as Microsoft's documentation and class definitions list
/// them; groups are no steps.
@Suite struct KindTests {
  private static let configurationManager = [
    "ApplyDataImageAction", "ApplyDriverPackageAction", "ApplyNetworkSettingsAction",
    "ApplyOperatingSystemAction", "ApplyWindowsSettingsAction", "AutoApplyAction",
    "CaptureNetworkSettingsAction", "CaptureSystemImageAction", "CaptureUserStateAction",
    "CaptureWindowsSettingsAction", "PrestartCheckAction", "ConnectNetworkFolderAction",
    "ConvertDiskAction", "DisableBitLockerAction", "DownloadPackageContentAction",
    "EnableBitLockerAction", "PartitionDiskAction", "InstallApplicationAction",
    "InstallSoftwareAction", "InstallUpdateAction", "InstallDeployToolsAction",
    "JoinDomainWorkgroupAction", "OfflineEnableBitLockerAction", "PrepareOSAction",
    "PrepareSMSClientAction", "RebootAction", "ReleaseStateStoreAction",
    "RequestStateStoreAction", "RestoreUserStateAction", "RunCommandLineAction",
    "RunPowerShellScriptAction", "SetDynamicVariablesAction", "SetVariableAction",
    "SetupWindowsAndSMSAction", "UpgradeOperatingSystemAction",
  ].map { "SMS_TaskSequence_\($0)" }

  /// MDT's steps in Configuration Manager.
  private static let integrated = [
    "UsePackage", "Gather", "Validate", "InstallRoles", "UninstallRoles", "ConfigureADDS",
    "ConfigureDNS", "ConfigureDHCP", "InstallUpdatesOffline", "InstallLanguagePacksOffline",
    "InstallLanguagePacksOnline", "RunPowerShellAction", "ExecuteRunbook",
  ].map { "BDD_\($0)" }

  private static let mdt =
    [
      "ApplyNetworkSettingsAction", "CaptureNetworkSettingsAction", "EnableBitLockerAction",
      "PartitionDiskAction", "RebootAction", "RunCommandLineAction", "SetVariableAction",
      "VirtualHardDiskAction",
    ].map { "SMS_TaskSequence_\($0)" }
    + [
      "Gather", "Validate", "InstallRoles", "UninstallRoles", "ConfigureADDS", "ConfigureDNS",
      "ConfigureDHCP", "AuthorizeDHCP", "InstallUpdatesOffline", "RunPowerShellAction",
      "ExecuteRunbook", "InstallApplication", "InjectDrivers", "InstallOS", "UpgradeOS",
      "RecoverDomainJoin",
    ].map { "BDD_\($0)" }

  @Test func everyKindIsDescribed() {
    let types = StepTypes.shared
    let site = types.all(in: .configurationManager).map { $0.isChildSequence ? "" : $0.type ?? "-" }
    #expect(Set(site) == Set(Self.configurationManager + Self.integrated + [""]))
    #expect(site.count == 49)
    let share = types.all(in: .mdt).map { $0.type ?? "-" }
    #expect(Set(share) == Set(Self.mdt + ["-"]))
    #expect(share.count == 25)
  }

  /// What stood in the Add menu once and does not any more is shown and kept, not offered.
  @Test func removedKindsAreNotOffered() {
    let hidden = StepTypes.shared.all(in: .configurationManager).filter { !$0.isOffered }
    #expect(hidden.map(\.label) == ["Convert Disk to Dynamic", "Install Deployment Tools"])
  }
}

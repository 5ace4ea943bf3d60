import XMLTree

/// Says what a well-formed file is when it is no task sequence.
enum Foreign {
  static func describe(_ root: Element) -> String {
    let known =
      switch root.name {
      case "applications": ", MDT's list of applications"
      case "oss": ", MDT's list of operating systems"
      case "tss": ", MDT's list of task sequences"
      case "packages": ", MDT's list of packages"
      case "drivers": ", MDT's list of drivers"
      case "selectionProfiles": ", MDT's list of selection profiles"
      case "groups": ", MDT's list of folders"
      case "Settings": ", MDT's settings"
      case "unattend": ", an answer file of Windows Setup"
      case "INSTANCE": ", WMI text of the class \(root.attribute("CLASSNAME") ?? "?")"
      default: ""
      }
    return "it is not a task sequence: its root element is <\(root.name)>\(known); "
      + "expected <sequence>, <SmsTaskSequencePackage> or WMI text of SMS_TaskSequencePackage"
  }
}

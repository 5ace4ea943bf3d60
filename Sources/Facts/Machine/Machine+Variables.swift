/// The variables that follow from a computer.
extension Machine {
  /// What Configuration Manager's engine knows from the start.
  package var built: [Behaviour.Setting] {
    isUEFI.map { [.init("_SMSTSBootUEFI", $0 ? "true" : "false")] } ?? []
  }

  /// What Set Dynamic Variables gathers before its rules (Microsoft's article on steps); lists are told
  /// by commas.
  package var gathered: [Behaviour.Setting] {
    let texts: [(String, String?)] = [
      ("_SMSTSMake", make), ("_SMSTSModel", model), ("_SMSTSSerialNumber", serial),
      ("_SMSTSAssetTag", asset), ("_SMSTSUUID", uuid), ("_SMSTSMacAddresses", Self.joined(macs)),
      ("_SMSTSIPAddresses", Self.joined(addresses)),
      ("_SMSTSDefaultGateways", Self.joined(gateways)),
    ]
    return texts.compactMap { name, value in value.map { .init(name, $0) } }
  }

  private static func joined(_ values: [String]) -> String? {
    values.isEmpty ? nil : values.joined(separator: ",")
  }

  /// What MDT's script ZTIGather sets; it writes `True` and `False`.
  package var gatheredByMDT: [Behaviour.Setting] {
    var texts: [(String, String?)] = [
      ("Make", make), ("Model", model), ("Product", product), ("SerialNumber", serial),
      ("AssetTag", asset), ("UUID", uuid), ("HostName", name), ("Memory", memory.map(String.init)),
      ("IsUEFI", Self.word(isUEFI)), ("IsVM", Self.word(isVirtual)),
      ("Architecture", architecture.map { $0 == "x86" ? "X86" : $0.uppercased() }),
      ("OSCurrentVersion", version),
      ("OSCurrentBuild", version?.split(separator: ".").dropFirst(2).first.map(String.init)),
    ]
    // The three say one thing: what the chassis is.
    let chassis = [("IsLaptop", isLaptop), ("IsServer", isServer)]
    if chassis.contains(where: { $0.1 == true }) {
      texts += chassis.map { ($0.0, Self.word($0.1 ?? false)) } + [("IsDesktop", "False")]
    } else {
      texts += chassis.map { ($0.0, Self.word($0.1)) }
      if chassis.allSatisfy({ $0.1 == false }) { texts.append(("IsDesktop", "True")) }
    }
    for (base, values) in [
      ("IPAddress", addresses), ("MacAddress", macs), ("DefaultGateway", gateways),
    ] {
      for (index, value) in values.enumerated() {
        let digits = String(index + 1)
        texts.append(
          (base + String(repeating: "0", count: max(0, 3 - digits.count)) + digits, value))
      }
    }
    return texts.compactMap { name, value in value.map { .init(name, $0) } }
  }

  private static func word(_ value: Bool?) -> String? { value.map { $0 ? "True" : "False" } }
}

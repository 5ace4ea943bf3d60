/// A value of a property of WMI: one, or several of a list.
package enum InventoryValue: Equatable, Sendable {
  case one(String)
  case several([String])
}

/// What the usual classes of WMI hold on a computer, as far as it is stated.
///
/// The classes and properties are those of Microsoft's reference of Win32 classes.
extension Machine {
  /// The rows of a class by its name in small letters: properties, in small letters, that are known.
  ///
  /// Nil for a class of which nothing follows. No rows: the computer has none of what the class is for.
  package func rows(of name: String) -> [[String: InventoryValue]]? {
    switch name {
    case "win32_computersystem":
      return row([
        ("manufacturer", make), ("model", model), ("name", self.name),
        ("totalphysicalmemory", memory.map { bytes($0, 1 << 20) }),
        ("pcsystemtype", isLaptop == true ? "2" : isServer == true ? "4" : nil),
      ])
    case "win32_computersystemproduct":
      return row([
        ("vendor", make), ("name", model), ("uuid", uuid), ("identifyingnumber", serial),
      ])
    case "win32_bios": return row([("serialnumber", serial)])
    case "win32_baseboard": return row([("manufacturer", make), ("product", product)])
    case "win32_systemenclosure":
      var rows = row([("smbiosassettag", asset), ("serialnumber", serial)]) ?? [[:]]
      // 10 is a notebook, 23 a rack mount chassis, 3 a desktop (DMTF's list of chassis types).
      let chassis =
        isLaptop == true
        ? "10" : isServer == true ? "23" : isLaptop == false && isServer == false ? "3" : nil
      if let chassis { rows[0]["chassistypes"] = .several([chassis]) }
      return rows[0].isEmpty ? nil : rows
    case "win32_operatingsystem":
      return row([
        ("version", version),
        ("buildnumber", version?.split(separator: ".").dropFirst(2).first.map(String.init)),
        ("ostype", version.map { _ in "18" }),
        ("producttype", isServer.map { $0 ? "3" : "1" }),
        ("osarchitecture", bits.map { "\($0)-bit" }), ("oslanguage", language),
      ])
    case "win32_processor": return row([("addresswidth", bits)])
    case "win32_battery", "win32_portablebattery":
      return isLaptop.map { $0 ? [[:]] : [] }
    case "win32_tpm": return hasTPM.map { $0 ? [[:]] : [] }
    case "win32_diskdrive":
      return row([("size", disk.map { bytes($0, 1 << 30) }), ("index", disk.map { _ in "0" })])
    case "win32_networkadapterconfiguration":
      var row: [String: InventoryValue] = [:]
      if !addresses.isEmpty { row["ipaddress"] = .several(addresses) }
      if !gateways.isEmpty { row["defaultipgateway"] = .several(gateways) }
      if let mac = macs.first { row["macaddress"] = .one(mac) }
      if !row.isEmpty { row["ipenabled"] = .one("true") }
      return row.isEmpty ? nil : [row]
    default: return nil
    }
  }

  private var bits: String? { architecture.map { $0 == "x86" ? "32" : "64" } }

  private func bytes(_ count: Int, _ unit: Int) -> String {
    let (product, isTooMuch) = count.multipliedReportingOverflow(by: unit)
    return isTooMuch ? "\(Int.max)" : "\(product)"
  }

  private func row(_ texts: [(String, String?)]) -> [[String: InventoryValue]]? {
    let known = texts.compactMap { name, value in value.map { (name, InventoryValue.one($0)) } }
    return known.isEmpty ? nil : [Dictionary(known) { first, _ in first }]
  }
}

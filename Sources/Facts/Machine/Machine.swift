/// A computer, as far as somebody states it; nil and empty is what nobody does.
package struct Machine: Equatable, Sendable {
  package var make: String?
  package var model: String?
  package var product: String?
  package var serial: String?
  package var asset: String?
  package var uuid: String?
  package var name: String?
  package var isUEFI: Bool?
  package var hasTPM: Bool?
  package var isLaptop: Bool?
  package var isServer: Bool?
  package var isVirtual: Bool?
  /// MB.
  package var memory: Int?
  /// GB.
  package var disk: Int?
  /// The version of Windows: `10.0.19045`.
  package var version: String?
  /// `x64`, `x86` or `arm64`.
  package var architecture: String?
  /// The number of the language of Windows.
  package var language: String?
  package var addresses: [String] = []
  package var macs: [String] = []
  package var gateways: [String] = []

  package init() {}

  package init(_ table: FactTable) throws(FactFault) {
    try table.refuseNames(besides: .machine)
    for (key, value) in table.entries {
      if case .nothing = value.form { continue }
      switch key.lowercased() {
      case "make": make = try value.text(key)
      case "model": model = try value.text(key)
      case "product": product = try value.text(key)
      case "serial": serial = try value.text(key)
      case "asset": asset = try value.text(key)
      case "uuid": uuid = try value.text(key)
      case "name": name = try value.text(key)
      case "uefi": isUEFI = try value.boolean(key)
      case "tpm": hasTPM = try value.boolean(key)
      case "laptop": isLaptop = try value.boolean(key)
      case "server": isServer = try value.boolean(key)
      case "virtual": isVirtual = try value.boolean(key)
      case "memory": memory = try value.integer(key)
      case "disk": disk = try value.integer(key)
      case "version": version = try value.text(key)
      case "architecture": architecture = try value.text(key, among: ["x64", "x86", "arm64"])
      case "language": language = try value.text(key)
      case "addresses":
        for address in try value.list(key) {
          let text = try address.text(key)
          if Self.isMAC(text) { macs.append(text) } else { addresses.append(text) }
        }
      case "gateways":
        for gateway in try value.list(key) { gateways.append(try gateway.text(key)) }
      default: break
      }
    }
  }

  /// Whether an address is six pairs of hexadecimal digits.
  private static func isMAC(_ text: String) -> Bool {
    let pairs = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "-" }
    return pairs.count == 6 && pairs.allSatisfy { $0.count == 2 && $0.allSatisfy(\.isHexDigit) }
  }
}

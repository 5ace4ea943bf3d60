import TestSupport

/// Writes the packages of a large site as its AdminService sends them, with the properties nobody asks
/// for; the same for the same seed.
enum ObjectGenerator {
  /// An answer with that many rows, about 270 bytes each.
  static func answer(count: Int, seed: UInt64) -> [UInt8] {
    var seeded = Seeded(seed)
    var text = #"{"@odata.context":"https://cm01.northgate.example/AdminService/wmi/"#
    text += #"$metadata#SMS_Package","value":["#
    for number in 0..<count {
      let id = "NBG" + String(number + 0x10000, radix: 16, uppercase: true)
      let version = "\(1 + seeded.below(30)).\(seeded.below(10))"
      let name = "\(seeded.pick(makers)) \(seeded.pick(products)) \(seeded.pick(editions))"
      text += number == 0 ? "\n" : ",\n"
      text += #"{"@odata.etag":"W/\"\#(number)\"","__LAZYPROPERTIES":["Icon","ExtendedData"],"#
      text += #""PackageID":"\#(id)","Name":"\#(name) \#(version)","Version":"\#(version)","#
      text += #""Manufacturer":"Northgate","PackageType":0,"PackageSize":\#(seeded.below(900000)),"#
      text += #""SourceDate":"2025-03-14T09:26:53Z","SourceVersion":4,"Priority":2,"#
      text += #""IsPredefinedPackage":false}"#
    }
    return Array((text + "\n]}").utf8)
  }

  private static let makers = [
    "Northgate", "Contoso", "Fabrikam", "Litware", "Adatum", "Proseware", "Wingtip", "Tailspin",
  ]
  private static let products = [
    "Editor", "Viewer", "Runtime", "Agent", "Client", "Browser", "Archiver", "Printer driver",
    "Console", "Reader", "Scanner", "Connector", "Chipset driver", "Firmware", "Language pack",
  ]
  private static let editions = [
    "x64", "x86", "ARM64", "Professional", "Enterprise", "for kiosks", "(pilot)", "de-DE",
    "Größe L",
  ]
}

/// What the lists of a deployment share have to say of a sequence for the Workbench to show it.
///
/// The Workbench reads `TaskSequences.xml` and `TaskSequenceGroups.xml`, never the folders; elements and
/// their order are those of the entries it wrote itself in real shares.
package struct ShareEntry: Equatable, Sendable {
  /// The id of the sequence, which is the name of its folder.
  package let id: String
  /// The folder `Control` of the share.
  package let control: String

  /// Reads `…/Control/ID/ts.xml`, in whatever capitals; nil for a file that lies elsewhere.
  package init?(of path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[parts.count - 1].lowercased() == "ts.xml",
      parts[parts.count - 3].lowercased() == "control", !parts[parts.count - 2].isEmpty
    else { return nil }
    id = String(parts[parts.count - 2])
    control = parts.dropLast(2).joined(separator: "/")
  }

  /// Where a sequence of another id lies in the share.
  package func path(of id: String) -> String { "\(control)/\(id)/ts.xml" }

  /// The id that is offered for one more sequence, of which none of those known is taken.
  package static func freeID(besides known: some Sequence<String>) -> String {
    let taken = Set(known.map { $0.lowercased() })
    return (1...).lazy.map {
      "TS" + String(repeating: "0", count: $0 < 10 ? 2 : $0 < 100 ? 1 : 0) + "\($0)"
    }
    .first { !taken.contains($0.lowercased()) } ?? "TS"
  }

  /// The element that `TaskSequences.xml` needs.
  package func element(name: String) -> String {
    """
    <ts guid="\(guid)" enable="True" hide="False"><Name>\(Self.escaped(name))</Name><ID>\(Self.escaped(id))</ID>\
    <Version>1.0</Version></ts>
    """
  }

  /// The element that the group `default`, the top of the Workbench's tree, needs in
  /// `TaskSequenceGroups.xml`.
  package var member: String { "<Member>\(guid)</Member>" }

  /// A name of its own for the entry, always the same for one place: a UUID of version 8 (RFC 9562).
  private var guid: String {
    var high: UInt64 = 0xCBF2_9CE4_8422_2325
    var low: UInt64 = 0x9E37_79B9_7F4A_7C15
    for byte in path(of: id).utf8 {
      high = (high ^ UInt64(byte)) &* 0x100_0000_01B3
      low = (low ^ high) &* 0xBF58_476D_1CE4_E5B9
      low ^= low >> 29
    }
    high = high & ~0xF000 | 0x8000
    low = low & ~(0b11 << 62) | 0b10 << 62
    func hex(_ value: UInt64, _ count: Int) -> String {
      let digits = String(value, radix: 16)
      return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
    return "{\(hex(high >> 32, 8))-\(hex(high >> 16 & 0xFFFF, 4))-\(hex(high & 0xFFFF, 4))"
      + "-\(hex(low >> 48, 4))-\(hex(low & 0xFFFF_FFFF_FFFF, 12))}"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}

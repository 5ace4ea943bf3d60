import Testing

@testable import Terminal

@Suite struct ClipboardTests {
  /// GNU screen takes strings of at most 256 bytes and hands on what is inside.
  @Test func packetsForScreen() throws {
    let bytes = [UInt8](repeating: 0x61, count: 1000)
    let plain = try #require(clipboardSequence(bytes, insideScreen: false))
    let wrapped = try #require(clipboardSequence(bytes, insideScreen: true))
    let packets = String(decoding: wrapped, as: UTF8.self).split(separator: "\u{1b}\\")
    #expect(packets.count == 6)
    #expect(packets.allSatisfy { $0.hasPrefix("\u{1b}P") && $0.utf8.count <= 242 })
    #expect(packets.map { $0.dropFirst(2) }.joined() == String(decoding: plain, as: UTF8.self))
  }
}

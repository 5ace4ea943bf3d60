import Basics
import TestSupport
import Testing

@Suite struct EncodedTextTests {
  /// Whatever is read can be put back to the byte, and another text comes out of its value again.
  @Test(arguments: Seeded.seeds(200))
  func thereAndBack(seed: UInt64) throws {
    var seeded = Seeded(seed)
    let words = ["Write-Host", "\"ä\"", "$x = 1", "%Site%", "-eq", "größe", "Get-ChildItem C:\\"]
    func script(_ count: Int) -> String {
      (0..<count).map { _ in
        seeded.pick(words) + seeded.pick([" ", "\r\n", "\n", "; "])
      }.joined()
    }
    let text = script(3 + seeded.below(8))
    let value = Self.value(of: text, &seeded)
    let encoded = try #require(EncodedText(value), "\(value)")
    #expect(encoded.value(of: encoded.text) == value)
    let other = encoded.text.replacing("-eq", with: "-ne").replacing("$x", with: "$yy")
    let changed = try #require(encoded.value(of: other))
    #expect(EncodedText(changed)?.text == other)
    #expect(encoded.text.contains(text))
  }

  /// A text in one of the forms tools write: as a value by itself or as a word of a command line.
  private static func value(of text: String, _ seeded: inout Seeded) -> String {
    let mark = seeded.chance(60)
    var bytes: [UInt8] = []
    switch seeded.below(3) {
    case 0:
      for unit in (mark ? [0xFEFF] : []) + Array(text.utf16) {
        bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      }
    case 1:
      for unit in (mark ? [0xFEFF] : []) + Array(text.utf16) {
        bytes += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      }
    default: bytes = (mark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
    }
    let letters = String(decoding: Base64Text.encode(bytes), as: UTF8.self)
    switch seeded.below(4) {
    case 0: return "powershell.exe -NoProfile -EncodedCommand \(letters) -x"
    case 1:
      let all = Array(letters)
      let lines = stride(from: 0, to: all.count, by: 20).map { start in
        String(all[start..<min(start + 20, all.count)])
      }
      return "\n  " + lines.joined(separator: "\n") + "\n"
    default: return letters
    }
  }

  /// Ids, paths, names and numbers are none, however long.
  @Test(arguments: [
    "", "ABC00012", "smsswd.exe /run:ABC00012 setup.exe /quiet", "TestTestTestTestTestTest",
    "ScopeId_5F1F3B1C-1E6A-4B0C-9D5E-9E0B6E6B6E6B/Application_0d4f2b6e-6a0b-4f1e",
    "//server/share/folder/file", "{2E5B8D0B-0C9C-4A7A-A4AB-1D3B2B9B5C9C}",
    "C:/Program/Files/Contoso/Application/setup", "0123456789012345678901234567890123456789",
    "smsappinstall.exe /app: /basevar:APPS /continueOnError:False",
    "aHR0cHM6Ly9leGFtcGxlLmNvbS9h0000x",
  ])
  func whatIsNone(_ value: String) { #expect(EncodedText(value) == nil) }

  @Test func theProductsForm() throws {
    let encoded = try #require(EncodedText("//5kAGkAcgA="))
    #expect(encoded.text == "dir" && encoded.isWhole)
    #expect(EncodedText.script(of: "dir") == "//5kAGkAcgA=")
    // The marks around a word have to stay.
    let command = try #require(EncodedText("pwsh -enc ZABpAHIAIABDADoAXAA="))
    #expect(command.text == "pwsh -enc ⟦dir C:\\⟧")
    #expect(command.value(of: "pwsh -enc dir") == nil)
    #expect(command.value(of: "pwsh -e ⟦dir C:\\⟧") == "pwsh -e ZABpAHIAIABDADoAXAA=")
  }
}

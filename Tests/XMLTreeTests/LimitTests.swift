import Testing

@testable import XMLTree

@Suite("What no real file has is refused in words, and soon")
struct LimitTests {
  private func refusal(_ text: String) -> String? {
    do throws(ParseFailure) {
      _ = try Document(parsing: Array(text.utf8))
      return nil
    } catch {
      return "\(error.line):\(error.column) \(error.reason)"
    }
  }

  @Test func attributes() {
    func tag(_ count: Int) -> String {
      "<a " + (0..<count).map { "b\($0)=\"\"" }.joined(separator: " ") + "/>"
    }
    #expect(refusal(tag(attributeLimit)) == nil)
    let reason = refusal(tag(200_000))
    #expect(reason?.hasSuffix("the tag has more than 1000 attributes, the most accepted") == true)
  }

  @Test func names() {
    let name = String(repeating: "n", count: 1 << 20)
    #expect(
      refusal("<\(name)/>") == "1:2 a name of 1048576 bytes; 50000 are the most accepted")
    #expect(
      refusal("<a \(name)=''/>") == "1:4 a name of 1048576 bytes; 50000 are the most accepted")
    #expect(refusal("<\(name.prefix(nameLimit))/>") == nil)
    #expect(refusal("<a>&\(name);</a>")?.count ?? .max < 200, "a reference")
    #expect(refusal("<a>")?.count ?? .max < 200)
  }

  @Test func entities() {
    let laughs = """
      <!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><l>&b;&b;&b;</l>
      """
    #expect(refusal(laughs)?.hasPrefix("1:1 a DOCTYPE is not accepted") == true)
    #expect(refusal("<l>&b;</l>")?.hasPrefix("1:4 '&b;' is no reference") == true)
  }

  @Test func elements() {
    func isRefused(_ text: String) -> Bool {
      let bytes = Array(text.utf8)
      var parser = Parser(Source(bytes), to: bytes.count, ids: IDSource(), elements: 3)
      do throws(Parser.Fault) {
        _ = try parser.parseDocument(bytes.span)
        return false
      } catch {
        return error.offset == 11 && error.reason.hasPrefix("more than 2000000 elements")
      }
    }
    #expect(!isRefused("<a><b/><b/></a>"))
    #expect(isRefused("<a><b/><b/><b/></a>"))
  }

  @Test func depth() {
    func nest(_ count: Int) -> String {
      String(repeating: "<a>", count: count) + String(repeating: "</a>", count: count)
    }
    #expect(refusal(nest(nestingLimit)) == nil)
    #expect(refusal(nest(100_000))?.contains("elements nest deeper than 257") == true)
  }
}

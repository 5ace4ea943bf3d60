import Basics
import Testing

@Suite struct SharedEndsTests {
  @Test(arguments: [
    ("", "", 0, 0), ("abc", "abc", 3, 0), ("abc", "", 0, 0), ("abc", "xyz", 0, 0),
    ("abXcd", "abYYcd", 2, 2), ("aa", "aaa", 2, 0), ("aba", "ababa", 3, 0), ("bc", "abc", 0, 2),
    ("ab", "aXb", 1, 1),
  ])
  func headAndTail(one: String, other: String, head: Int, tail: Int) {
    for ends in [
      one.sharedEnds(with: other), Array(one.utf8).sharedEnds(with: Array(other.utf8)),
      one.sharedEnds(with: other, by: ==),
    ] {
      #expect(ends == (head, tail))
    }
    #expect(other.sharedEnds(with: one) == (head, tail))
  }

  @Test func aTailMayReachIntoTheHead() {
    #expect("aa".sharedTail(with: "aaa", by: ==) == 2)
    #expect("xab".sharedTail(with: "yb", by: ==) == 1)
    #expect("ab".sharedHead(with: [1, 2]) { $0 == "a" && $1 == 1 } == 1)
  }
}

@Suite struct TrimmingTests {
  @Test(arguments: [
    ("", ""), ("  ", ""), ("a", "a"), (" a b ", "a b"), ("a ", "a"), (" a", "a"),
  ])
  func bothEnds(text: String, trimmed: String) {
    #expect(text.trimming { $0 == " " } == trimmed)
    #expect(Array(text.utf8.trimming { $0 == 0x20 }) == Array(trimmed.utf8))
  }
}

@Suite struct Base64TextTests {
  /// The examples of RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("\u{ff}?>", "w78/Pg=="),
  ])
  func examples(plain: String, text: String) {
    #expect(Base64Text.encode(Array(plain.utf8)) == Array(text.utf8))
    #expect(Base64Text.decode(text) == Array(plain.utf8))
  }

  @Test func everyByteThereAndBack() {
    let bytes = Array(UInt8.min...UInt8.max)
    let text = String(decoding: Base64Text.encode(bytes), as: UTF8.self)
    #expect(Base64Text.decode(text) == bytes)
    #expect(Base64Text.decode("Zm9v\r\n YmFy") == Array("foobar".utf8))
    #expect(Base64Text.decode("Zm9v!") == nil)
  }
}

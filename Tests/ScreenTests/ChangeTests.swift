import Testing

@testable import Screen

@Suite struct ChangeTests {
  private func buffer(_ rows: String...) -> Buffer {
    var buffer = Buffer(size: Size(width: 8, height: rows.count))
    for (y, text) in rows.enumerated() { buffer.write(text, at: Point(x: 0, y: y)) }
    return buffer
  }

  @Test func nothingChanged() {
    let frame = buffer("abc", "漢字")
    #expect(Buffer.changes(from: frame, to: frame).isEmpty)
    #expect(Buffer.changes(from: Buffer(size: .zero), to: Buffer(size: .zero)).isEmpty)
  }

  @Test func oneStretchPerRow() {
    let changes = Buffer.changes(from: buffer("abcdef", "x", "y"), to: buffer("aXcdYf", "x", "z"))
    #expect(changes == [Change(row: 0, columns: 1..<5), Change(row: 2, columns: 0..<1)])
  }

  @Test func wideGlyphsAreNotCut() {
    #expect(
      Buffer.changes(from: buffer("a漢b"), to: buffer("a字b")) == [Change(row: 0, columns: 1..<3)])
    #expect(
      Buffer.changes(from: buffer("a漢b"), to: buffer("axyb")) == [Change(row: 0, columns: 1..<3)])
  }

  @Test func styleAlone() {
    var new = buffer("abc")
    new.restyle(Rect(x: 1, y: 0, width: 1, height: 1)) { $0.attributes = .bold }
    #expect(
      Buffer.changes(from: buffer("abc"), to: new) == [Change(row: 0, columns: 1..<2)])
  }

  @Test func anotherSizeChangesAll() {
    #expect(
      Buffer.changes(from: Buffer(size: Size(width: 3, height: 2)), to: buffer(""))
        == [Change(row: 0, columns: 0..<8)])
    #expect(Buffer.changes(from: buffer(""), to: Buffer(size: .zero)).isEmpty)
  }
}

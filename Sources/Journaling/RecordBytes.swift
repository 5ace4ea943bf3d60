/// Puts numbers and texts into bytes.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ number: some FixedWidthInteger & UnsignedInteger) {
    for place in 0..<number.bitWidth / 8 {
      bytes.append(UInt8(truncatingIfNeeded: number >> (place * 8)))
    }
  }

  mutating func put(_ run: some Collection<UInt8>) {
    put(UInt32(run.count))
    bytes += run
  }

  mutating func put(_ text: String) { put(Array(text.utf8)) }

  mutating func put(_ texts: [String]) {
    put(UInt32(texts.count))
    for text in texts { put(text) }
  }

  mutating func put(_ address: [Int]?) {
    put(UInt32(address.map { $0.count + 1 } ?? 0))
    for place in address ?? [] { put(UInt32(place)) }
  }
}

/// Takes them out again; nil as soon as the bytes do not hold what is asked for.
struct RecordReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func number<Number: FixedWidthInteger>(_: Number.Type = Number.self) -> Number? {
    let size = Number.bitWidth / 8
    guard rest.count >= size else { return nil }
    defer { rest = rest.dropFirst(size) }
    return rest.prefix(size).reversed().reduce(0) { $0 << 8 | Number($1) }
  }

  mutating func run() -> ArraySlice<UInt8>? {
    guard let count = number(UInt32.self), rest.count >= Int(count) else { return nil }
    defer { rest = rest.dropFirst(Int(count)) }
    return rest.prefix(Int(count))
  }

  mutating func text() -> String? { run().map { String(decoding: $0, as: UTF8.self) } }

  mutating func texts() -> [String]? {
    guard let count = number(UInt32.self) else { return nil }
    var texts: [String] = []
    for _ in 0..<count {
      guard let text = text() else { return nil }
      texts.append(text)
    }
    return texts
  }

  /// An address that may be missing.
  mutating func address() -> [Int]?? {
    guard let count = number(UInt32.self), rest.count >= (Int(count) - 1) * 4 else {
      return .none
    }
    guard count > 0 else { return .some(nil) }
    return (1..<count).compactMap { _ in number(UInt32.self).map(Int.init) }
  }
}

/// The exit codes that mean success: whole numbers with blanks between them, compared modulo 2³².
///
/// Without a list 0 alone is one.
struct SuccessCodes {
  private let codes: [UInt32]

  static let zero = SuccessCodes(codes: [0])
  private static let usual = SuccessCodes(codes: [0, 3010])

  private init(codes: [UInt32]) { self.codes = codes }

  /// Reads a list.
  init(_ list: String) {
    let read = list.split { $0 == " " || $0 == "\t" || $0.isNewline }
      .compactMap { Int($0) }.map { UInt32(truncatingIfNeeded: $0) }
    codes = read.isEmpty ? [0] : read
  }

  /// One of the two lists that nearly all steps have; nil for any other.
  init?(spelled list: ArraySlice<UInt8>) {
    if list.elementsEqual("0".utf8) {
      self = .zero
    } else if list.elementsEqual("0 3010".utf8) {
      self = .usual
    } else {
      return nil
    }
  }

  func contains(_ code: Int) -> Bool { codes.contains(UInt32(truncatingIfNeeded: code)) }
}

extension Document {
  /// What the file says its encoding is where it is another one; nil where it is right.
  ///
  /// Only a file that was read by its bytes alone can be wrong. One that says nothing says UTF-8.
  package var falseEncoding: String? {
    let declared = declaration?.encoding
    if let declared, TextEncoding.isWide(declared) { return encoding.isWide ? nil : declared }
    let named = declared.map { TextEncoding(declared: $0) } ?? .utf8
    // A mark, or the zeros, outdo a declaration of UTF-8, and every reader knows it.
    if named == encoding || encoding.isWide && named == .utf8 { return nil }
    return declared ?? TextEncoding.utf8.rawValue
  }

  /// The same document in an encoding that it says, and that every reader knows: what is wide stays so,
  /// all else becomes UTF-8.
  ///
  /// Costs nothing but the declaration.
  package func correctingEncoding() -> Document {
    var copy = encoding.isWide ? self : written(in: .utf8)
    guard let (slice, range) = encodingName else { return copy }
    let name = Array((encoding.isWide ? "utf-16" : "utf-8").utf8)
    let old = Array(slice.bytes)
    let new = Array(old[..<range.lowerBound]) + name + old[range.upperBound...]
    copy.replaceDeclaration(with: ByteSlice(new))
    return copy
  }

  private var declaration: XMLDeclaration? {
    declarationSlice.flatMap { slice in
      let bytes = Array(slice.bytes)
      return try? XMLDeclaration.parse(bytes.span, from: 0, to: bytes.count)
    }
  }

  /// The declaration, and where in it the name of the encoding is.
  private var encodingName: (ByteSlice, Range<Int>)? {
    guard let slice = declarationSlice, let name = declaration?.encoding else { return nil }
    let bytes = Array(slice.bytes)
    guard let word = bytes.firstRange(of: Array("encoding".utf8)),
      let place = bytes[word.upperBound...].firstRange(of: Array(name.utf8))
    else { return nil }
    return (slice, place)
  }
}

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

  private var declaration: XMLDeclaration? {
    declarationSlice.flatMap { slice in
      let bytes = Array(slice.bytes)
      return try? XMLDeclaration.parse(bytes.span, from: 0, to: bytes.count)
    }
  }
}

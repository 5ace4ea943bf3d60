extension ByteSlice {
  /// The line and the column, from 1, where these bytes stand in the text they were read from.
  ///
  /// Costs one pass over the bytes before them.
  package var position: (line: Int, column: Int) { lineAndColumn(of: Int(start), in: source.bytes) }
}

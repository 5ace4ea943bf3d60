import Screen

enum EditorLaw {
  /// The first byte chooses the sequence, the second what goes wrong with saves, the next two the
  /// size; the rest is what a terminal sends, 0xFF a new size by the byte after it.
  static func complaint(about bytes: [UInt8]) -> String? {
    var reader = ByteReader(bytes)
    let file = Sandbox.specimens[Int(reader.byte()) % Sandbox.specimens.count]
    let mischief = reader.byte()
    let size = Size(width: Int(reader.byte()), height: Int(reader.byte() % 80))
    var sandbox = Sandbox(file, size: size, mischief: mischief)
    // Frames take most of the time.
    sandbox.eventsPerFrame = 3
    var decoder = InputDecoder()
    while !reader.isAtEnd, sandbox.exitCode == nil {
      let byte = reader.byte()
      if byte == 0xFF {
        sandbox.take(.resize(Size(width: Int(reader.byte()), height: Int(reader.byte() % 80))))
      } else {
        for event in decoder.decode([byte]) { sandbox.take(event) }
      }
      if let complaint = sandbox.complaint { return complaint }
    }
    for event in decoder.flush() { sandbox.take(event) }
    sandbox.draw()
    return sandbox.complaint ?? sandbox.complaintAtEnd()
  }
}

import TaskSequence
import XMLTree

/// A text that is no XML, in which the XML of a sequence stands: JSON, or nothing but that.
struct FlatText: Wrapping {
  private var text: FileText
  /// Its bytes, which tell whether two are the same.
  private var source: Source
  /// Where the XML of the sequence is.
  private var range: Range<Int>
  private var properties: [Property]
  let carrier: Carrier

  /// A text beside the sequence, between its quotes.
  struct Property {
    let name: String
    var range: Range<Int>
  }

  init(
    _ text: FileText, around range: Range<Int>, of carrier: Carrier,
    _ properties: [Property] = []
  ) {
    self.text = text
    self.range = range
    self.properties = properties
    self.carrier = carrier
    source = Source(text.text)
  }

  /// The sequence in it.
  ///
  /// - Parameters:
  ///   - start: Where in the file the text begins.
  ///   - encoding: How the file is written.
  func sequence(
    _ inlay: Inlay, from start: (line: Int, column: Int), _ encoding: TextEncoding
  ) throws(LoadFailure) -> SequenceDocument {
    let place = linesAndColumns(of: [0: range.lowerBound], in: text.text, from: start)[0]
    return try Envelope.sequence(inlay, in: self, at: place ?? start, encoding)
  }

  var product: Dialect? { property("PackageID") == nil ? nil : .configurationManager }

  var allowsSections: Bool { true }

  func property(_ name: String) -> String? {
    place(of: name).map { String(decoding: spelled(properties[$0].range).text, as: UTF8.self) }
  }

  mutating func set(_ name: String, to text: String, newline: [UInt8]) -> Bool {
    guard let index = place(of: name) else { return false }
    let old = properties[index].range
    let new = spelled(old).spelling(of: Array(text.utf8)[...], in: self.text.encoding)
    let growth = new.count - old.count
    self.text.text.replaceSubrange(old, with: new)
    source = Source(self.text.text)
    func moved(_ place: Range<Int>) -> Range<Int> {
      place.lowerBound < old.upperBound
        ? place : place.lowerBound + growth..<place.upperBound + growth
    }
    range = moved(range)
    for other in properties.indices { properties[other].range = moved(properties[other].range) }
    properties[index].range = old.lowerBound..<old.lowerBound + new.count
    return true
  }

  func position(of property: String) -> (line: Int, column: Int)? {
    place(of: property).flatMap { index in
      linesAndColumns(of: [0: properties[index].range.lowerBound], in: text.text, from: (1, 1))[0]
    }
  }

  func isIdentical(to other: any Wrapping) -> Bool { source === (other as? FlatText)?.source }

  func adopting(_ new: any Wrapping) -> FlatText? {
    (new as? FlatText).flatMap { $0.carrier == carrier ? $0 : nil }
  }

  func bytes(around raw: [UInt8]) -> [UInt8] {
    var copy = text
    copy.text.replaceSubrange(range, with: raw)
    return copy.bytes
  }

  /// The property of a name that is not the sequence.
  private func place(of name: String) -> Int? {
    properties.firstIndex {
      $0.name.lowercased() == name.lowercased() && !$0.range.overlaps(range)
    }
  }

  private func spelled(_ range: Range<Int>) -> SpelledText {
    SpelledText(raw: Array(text.text[range]), JSONEscaping())
  }
}

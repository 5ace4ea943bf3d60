// Times Foundation's parsers on the bytes of one file, as peers.cpp does the others.
// Usage: foundation NAME FILE, prints NAME MILLISECONDS.
import Foundation
import FoundationXML

/// Takes every event and keeps nothing.
final class Counter: NSObject, XMLParserDelegate {
  var elements = 0

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) { elements += 1 }
}

let arguments = CommandLine.arguments
let data = try Data(contentsOf: URL(fileURLWithPath: arguments[2]))
let clock = ContinuousClock()
var document: XMLDocument?
let time = try clock.measure {
  if arguments[1] == "XMLDocument" {
    document = try XMLDocument(data: data)
  } else {
    let parser = XMLParser(data: data)
    let counter = Counter()
    parser.delegate = counter
    guard parser.parse(), counter.elements > 0 else { fatalError("it cannot be parsed") }
  }
}
print(arguments[1], time / .milliseconds(1))

import Glibc

/// The libraries beside us, built from the sources in `Peers` when they are needed.
struct Peers {
  /// Where the programs are built.
  let folder: String
  /// Their names with their versions, in the order they are shown.
  private(set) var parsers: [(name: String, version: String)] = []
  /// What could not be built, each a sentence.
  private(set) var complaints: [String] = []

  init(in folder: String) {
    self.folder = folder
    let sources = "\(#filePath)".split(separator: "/").dropLast(2).joined(separator: "/")
    let place = "/\(sources)/Peers"
    let flags = "-I/usr/include/libxml2 -lpugixml -lexpat -lxml2"
    if Shell.output("c++ -O2 -o \(folder)/peers \(place)/peers.cpp \(flags) 2>&1") != nil {
      for name in ["pugixml", "expat", "libxml2"] {
        parsers.append((name, Shell.line("\(folder)/peers \(name)") ?? "?"))
      }
    } else {
      complaints.append("pugixml, expat and libxml2 are left out: their headers are not installed.")
    }
    let swift = "swiftc -O -o \(folder)/foundation \(place)/foundation.swift 2>&1"
    if Shell.output(swift) != nil {
      let version = Shell.version("swiftc --version")
      parsers.append(("XMLParser", version))
      parsers.append(("XMLDocument", version))
    } else {
      complaints.append("Foundation's parsers are left out: swiftc is not there.")
    }
  }

  /// How many milliseconds a parser takes for a file, the first time in a process; nil when it
  /// cannot.
  func time(_ parser: String, _ file: String) -> Double? {
    let program = parser.hasPrefix("XML") ? "foundation" : "peers"
    let line = Shell.line("\(folder)/\(program) \(parser) \(file) 2>/dev/null")
    let words = line?.split(separator: " ")
    return words.flatMap { $0.count > 1 ? Double($0[1]) : nil }
  }
}

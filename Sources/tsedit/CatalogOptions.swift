import Appearance
import ArgumentParser
import Workspace

/// Which catalogues count, for every command that looks references up.
struct CatalogOptions: ParsableArguments {
  @Option(
    name: .customLong("catalog"),
    help:
      "A file of objects, or a folder of them; - is standard input. May be given several times.",
    completion: .file())
  var catalogs: [String] = []

  @Flag(help: "Count references as unresolved that nothing but the sequence itself knows.")
  var strict = false

  /// Whether the command line or the settings are strict.
  func isStrict(_ settings: Settings) -> Bool { strict || settings.configuration.strict }

  /// The library with these catalogues and those of the settings; what cannot be read is told.
  func library(_ settings: Settings) throws(Failure) -> CatalogLibrary {
    let library = try CatalogLibrary(
      catalogs, byFolder: settings.configuration.catalogs, stated: StatedFile())
    for fault in library.faults { Failure.say("tsedit: \(fault).") }
    return library
  }

  /// The gate that knows them.
  func gate(_ settings: Settings) throws(Failure) -> Gate {
    Gate(try library(settings), isStrict: isStrict(settings))
  }
}

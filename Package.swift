// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// The fuzzers need libFuzzer and a build of their own: `Tests/FuzzTests/run` sets this.
let isFuzzing = Context.environment["TSEDIT_FUZZ"] != nil

let strict: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (isFuzzing ? [.unsafeFlags(["-sanitize=fuzzer"])] : [])

/// The floors are optimised in builds for tests, too.
///
/// The laws make thousands of edits, which take 2 minutes so and 7 otherwise. What traps is checked as
/// before.
let quick: [SwiftSetting] = [
  .unsafeFlags(
    ["-O", "-disable-batch-mode", "-wmo", "-num-threads", "2"], .when(configuration: .debug))
]

/// What stands beside the code of a target: its pages, and what makes a part of it.
func pages(of name: String) -> [String] {
  ["README.md", "FACTS.md", "DIFFERENCES.md", "Text/widths.py"].filter { page in
    let path = "\(Context.packageDirectory)/Sources/\(name)/\(page)"
    return FileManager.default.fileExists(atPath: path)
  }
}

/// A library on a floor of the house.
///
/// It imports what is named here, all of it on lower floors, and of the toolchain's modules those in
/// `uses`; `FloorTests` reads these very lines.
func floor(
  _ number: Int, _ name: String, _ below: [Target.Dependency] = [], uses toolchain: [String] = []
) -> Target {
  .target(
    name: name, dependencies: below, exclude: pages(of: name), swiftSettings: strict + quick)
}

/// A target of C on a floor.
func c(_ number: Int, _ name: String, linking libraries: [LinkerSetting] = []) -> Target {
  .target(name: name, exclude: pages(of: name), linkerSettings: libraries)
}

/// A program on a floor.
func program(
  _ number: Int, _ name: String, _ below: [Target.Dependency], uses toolchain: [String],
  without others: [String] = [], linking settings: [LinkerSetting] = []
) -> Target {
  .executableTarget(
    name: name, dependencies: below, exclude: others + pages(of: name), swiftSettings: strict,
    linkerSettings: settings)
}

/// How the program is linked for those who use it.
///
/// It carries no names for debuggers and other programs: 20 MB in the place of 44. With Swift's own
/// library in it (`--static-swift-stdlib`) the C++ library, which that needs, is in it too, by the
/// linker's script in `Link`: no more to install, and a fifth less time to start.
let shipped: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-Xlinker", "-s", "-Xlinker", "--no-export-dynamic", "-Xclang-linker", "-static-libgcc",
      "-L\(Context.packageDirectory)/Sources/tsedit/Link",
    ], .when(platforms: [.linux], configuration: .release))
]

/// What tests of several targets share.
func support(_ name: String, _ subjects: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: subjects, path: "Tests/\(name)", swiftSettings: strict)
}

func tests(
  _ name: String, _ subjects: [Target.Dependency], without others: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: subjects, exclude: others, swiftSettings: strict)
}

/// What the laws are held against.
let fuzzed: [Target.Dependency] = [
  "Archive", "Containers", "Editor", "Conditions", "ObjectCatalog", "References", "Operations",
  "Appearance", "TaskSequence", "XMLTree", "Screen", "Storage", "Journaling", "Workspace",
  "TOMLText", "DryRun", "Facts", "RunLogs", "TestSupport",
]

let package = Package(
  name: "tsedit",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "tsedit", targets: ["tsedit"]),
    .executable(name: "tsedit-bench", targets: ["Benchmarks"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
  ],
  targets: [
    floor(-1, "Basics"),
    c(-1, "CEmbedded"),
    c(-1, "CZip", linking: [.linkedLibrary("z")]),

    floor(0, "Archive", ["CZip"]),
    c(0, "CFiles"),
    c(
      0, "CTerminal",
      linking: [
        .linkedLibrary("ncursesw", .when(platforms: [.linux])),
        .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]),
    floor(0, "Embedded", ["CEmbedded"]),
    floor(0, "JSONText"),
    floor(0, "Screen", uses: ["Glibc"]),
    floor(0, "TOMLText"),
    floor(0, "XMLTree", ["Basics"]),

    floor(1, "Storage", ["CFiles"], uses: ["Glibc"]),
    floor(
      1, "TaskSequence", ["XMLTree", "Embedded", "Basics"], uses: ["Synchronization"]),
    floor(1, "Terminal", ["CTerminal", "Screen", "Basics"], uses: ["Glibc"]),

    floor(2, "Appearance", ["Screen", "TOMLText", "Embedded"]),
    floor(2, "Conditions", ["XMLTree", "TaskSequence", "Basics"]),
    floor(2, "Containers", ["Archive", "JSONText", "XMLTree", "TaskSequence", "Basics"]),
    floor(2, "Facts", ["JSONText", "TOMLText", "Embedded"]),
    floor(2, "Help", ["Embedded", "Screen", "Basics"]),
    floor(
      2, "ObjectCatalog", ["JSONText", "XMLTree", "TaskSequence"], uses: ["Synchronization"]),
    floor(
      2, "StepCatalog", ["XMLTree", "TaskSequence", "Embedded", "Basics"],
      uses: ["Synchronization"]),

    floor(
      3, "References",
      [
        "Containers", "XMLTree", "TaskSequence", "Storage", "StepCatalog", "ObjectCatalog",
        "Basics",
      ]),
    floor(
      3, "Journaling", ["Containers", "XMLTree", "TaskSequence", "Storage", "CFiles"],
      uses: ["Glibc"]),
    floor(
      3, "TemplateCatalog",
      ["Containers", "XMLTree", "TaskSequence", "StepCatalog", "Embedded", "Basics"]),
    floor(
      3, "VariableCatalog",
      [
        "XMLTree", "TaskSequence", "StepCatalog", "ObjectCatalog", "Conditions", "Embedded",
        "Basics",
      ], uses: ["Synchronization"]),

    floor(
      4, "DryRun",
      [
        "XMLTree", "TaskSequence", "StepCatalog", "VariableCatalog", "Conditions", "Facts",
        "Basics",
      ]),

    floor(
      4, "Operations",
      [
        "XMLTree", "TaskSequence", "StepCatalog", "ObjectCatalog", "VariableCatalog", "Conditions",
        "References",
      ]),

    floor(
      5, "Checks",
      [
        "Containers", "XMLTree", "TaskSequence", "StepCatalog", "ObjectCatalog", "VariableCatalog",
        "Conditions",
        "References", "Operations", "Basics",
      ]),

    floor(
      5, "RunLogs",
      ["Conditions", "DryRun", "StepCatalog", "TaskSequence", "Embedded", "Basics"]),

    floor(
      5, "Handover",
      [
        "Containers", "XMLTree", "TaskSequence", "StepCatalog", "ObjectCatalog", "References",
        "Screen",
      ]),

    floor(6, "Widgets", ["Screen", "Appearance", "Basics"]),

    floor(
      6, "Workspace",
      [
        "Containers", "XMLTree", "TaskSequence", "ObjectCatalog", "References", "Screen",
        "Appearance", "Storage",
        "Journaling", "RunLogs",
      ], uses: ["Glibc", "Dispatch", "Synchronization"]),

    floor(
      6, "Reports",
      [
        "XMLTree", "TaskSequence", "StepCatalog", "VariableCatalog", "ObjectCatalog", "Conditions",
        "References", "Checks", "TemplateCatalog", "DryRun", "Facts", "Handover", "RunLogs",
        "Screen",
      ], uses: ["FoundationEssentials"]),

    floor(
      7, "Editor",
      [
        "Containers", "XMLTree", "TaskSequence", "StepCatalog", "VariableCatalog",
        "TemplateCatalog",
        "ObjectCatalog", "Conditions", "DryRun", "References", "Operations", "Checks", "Handover",
        "Screen", "Appearance", "Storage", "Journaling", "Widgets", "Workspace", "Help", "Basics",
      ]),

    program(
      8, "tsedit",
      [
        "Basics", "Containers", "TaskSequence", "Facts", "DryRun", "TemplateCatalog",
        "ObjectCatalog", "Conditions", "References", "Operations", "Checks", "Handover", "Screen",
        "Terminal", "CTerminal", "Appearance",
        "Editor",
        "Embedded", "Storage", "Journaling", "Workspace", "Reports", "Help", "RunLogs",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], uses: ["Glibc"], without: ["Link"], linking: shipped),
    program(
      8, "Benchmarks",
      [
        "Containers", "XMLTree", "TaskSequence", "ObjectCatalog", "References",
        "Checks", "Operations", "Screen",
        "Appearance", "Editor", "Storage", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], uses: ["Glibc", "Foundation", "FoundationXML"], without: ["Peers"]),

    support("TestSupport", ["TOMLText", "Storage", "CZip"]),
    support(
      "SequenceSpecimens", ["Containers", "TaskSequence", "XMLTree", "Operations", "TestSupport"]),
    tests("Architecture", []),
    tests("Archive", ["Archive", "TestSupport"]),
    tests("Basics", ["Basics", "TestSupport"]),
    tests("Embedded", ["Embedded"]),
    tests("Help", ["Help", "Conditions"]),
    tests("Screen", ["Screen"]),
    tests("TOMLText", ["TOMLText", "TestSupport"]),
    tests("XMLTree", ["XMLTree", "TestSupport"]),
    tests("Storage", ["Storage", "TestSupport"]),
    tests(
      "TaskSequence", ["Containers", "TaskSequence", "XMLTree", "SequenceSpecimens", "TestSupport"]),
    tests("Terminal", ["Terminal", "Screen"]),
    tests("Appearance", ["Appearance", "Screen"]),
    tests("Widgets", ["Widgets", "Screen", "Appearance"]),
    tests(
      "Containers",
      ["SequenceSpecimens", "TestSupport", "Containers", "TaskSequence", "XMLTree"]),
    tests(
      "Conditions",
      ["Containers", "Conditions", "Operations", "TaskSequence", "XMLTree", "TestSupport"]),
    tests("StepCatalog", ["Containers", "StepCatalog", "TaskSequence", "XMLTree", "TestSupport"]),
    tests("Facts", ["Facts", "Embedded"]),
    tests(
      "DryRun",
      [
        "DryRun", "Facts", "Conditions", "Containers", "TaskSequence", "TestSupport",
      ]),
    tests(
      "RunLogs", ["RunLogs", "DryRun", "Facts", "Containers", "TaskSequence", "TestSupport"]),
    tests(
      "VariableCatalog", ["Containers", "Embedded", "VariableCatalog", "TaskSequence", "Basics"]),
    tests(
      "Journaling",
      ["Containers", "Journaling", "Storage", "TaskSequence", "SequenceSpecimens", "TestSupport"],
      without: ["Recorded"]),
    tests("TemplateCatalog", ["Containers", "TemplateCatalog", "StepCatalog", "TaskSequence"]),
    tests("ObjectCatalog", ["ObjectCatalog", "TaskSequence", "TestSupport"]),
    tests(
      "References",
      [
        "Containers", "References", "Operations", "ObjectCatalog", "StepCatalog", "TaskSequence",
        "XMLTree",
        "SequenceSpecimens", "TestSupport",
      ]),
    tests(
      "Operations",
      [
        "Containers", "Operations", "References", "Conditions", "ObjectCatalog", "StepCatalog",
        "TaskSequence",
        "TemplateCatalog", "XMLTree", "Journaling", "Storage", "SequenceSpecimens", "TestSupport",
      ]),
    tests(
      "Checks",
      [
        "Containers", "Checks", "References", "Operations", "Conditions", "ObjectCatalog",
        "StepCatalog",
        "VariableCatalog",
        "TaskSequence", "XMLTree", "SequenceSpecimens", "TestSupport", "Basics",
      ]),
    tests(
      "Handover",
      [
        "Handover", "Containers", "References", "ObjectCatalog", "Reports", "TaskSequence",
        "SequenceSpecimens", "TestSupport",
      ]),
    tests(
      "Workspace",
      [
        "Workspace", "Appearance", "Containers", "ObjectCatalog", "References", "Storage",
        "TaskSequence", "SequenceSpecimens", "TestSupport",
      ]),
    tests(
      "Reports",
      [
        "Reports", "Conditions", "Containers", "DryRun", "Facts", "ObjectCatalog", "References",
        "RunLogs", "Screen", "TaskSequence", "Embedded",
      ]),
    tests(
      "Editor",
      [
        "Containers", "Editor", "Handover", "Checks", "Conditions", "Help", "XMLTree",
        "TaskSequence",
        "StepCatalog",
        "ObjectCatalog", "Operations", "VariableCatalog",
        "References", "Screen", "Appearance", "Storage", "Journaling", "Widgets", "Workspace",
        "TestSupport",
      ], without: ["Cases"]),
    tests(
      "Program",
      [
        "SequenceSpecimens", "Containers", "tsedit", "Appearance", "Checks", "Editor", "Help",
        "Screen",
        "TaskSequence",
        "ObjectCatalog", "References", "Storage",
        "Journaling", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ], without: ["Faults", "Transcripts"]),
    tests("Benchmarks", ["Containers", "Benchmarks", "Editor", "TaskSequence"]),
    isFuzzing
      ? .executableTarget(
        name: "Fuzzer", dependencies: fuzzed, path: "Tests/FuzzTests",
        exclude: ["Seeds", "run"], sources: ["Laws", "Fuzzer"],
        swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])],
        linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])])
      : tests("Fuzz", fuzzed, without: ["Fuzzer", "Seeds", "run"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

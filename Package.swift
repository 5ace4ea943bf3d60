// swift-tools-version: 6.2
import PackageDescription

/// The fuzzers need libFuzzer and a build of their own: `Tests/FuzzTests/run` sets this.
let isFuzzing = Context.environment["TSEDIT_FUZZ"] != nil

let strict: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (isFuzzing ? [.unsafeFlags(["-sanitize=fuzzer"])] : [])

/// A library on a floor of the house.
///
/// It imports what is named here, all of it on lower floors, and of the toolchain's modules those in
/// `uses`; `FloorTests` reads these very lines.
func floor(
  _ number: Int, _ name: String, _ below: [Target.Dependency] = [], uses toolchain: [String] = []
) -> Target {
  .target(name: name, dependencies: below, swiftSettings: strict)
}

/// A target of C on a floor.
func c(_ number: Int, _ name: String, linking libraries: [LinkerSetting] = []) -> Target {
  .target(name: name, linkerSettings: libraries)
}

/// A program on a floor.
func program(
  _ number: Int, _ name: String, _ below: [Target.Dependency], uses toolchain: [String],
  without others: [String] = []
) -> Target {
  .executableTarget(name: name, dependencies: below, exclude: others, swiftSettings: strict)
}

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
  "Editor", "Conditions", "StepCatalog", "ObjectCatalog", "Appearance", "TaskSequence", "XMLTree",
  "Screen", "Storage", "Journaling", "TOMLText", "TestSupport",
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
    c(0, "CEmbedded"),
    c(0, "CFiles"),
    c(
      0, "CTerminal",
      linking: [
        .linkedLibrary("ncursesw", .when(platforms: [.linux])),
        .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]),
    floor(0, "Screen"),
    floor(0, "TOMLText"),
    floor(0, "XMLTree"),

    floor(1, "Storage", ["CFiles"], uses: ["Glibc"]),
    floor(1, "TaskSequence", ["XMLTree"]),
    floor(1, "Terminal", ["CTerminal", "Screen"], uses: ["Glibc"]),

    floor(2, "Appearance", ["Screen", "TOMLText", "CEmbedded"]),
    floor(2, "Conditions", ["XMLTree", "TaskSequence"]),
    floor(2, "ObjectCatalog", ["XMLTree", "TaskSequence"], uses: ["Synchronization"]),
    floor(2, "StepCatalog", ["XMLTree", "TaskSequence", "CEmbedded"], uses: ["Synchronization"]),

    floor(3, "References", ["XMLTree", "TaskSequence", "StepCatalog", "ObjectCatalog"]),
    floor(3, "Journaling", ["XMLTree", "TaskSequence", "Storage", "CFiles"], uses: ["Glibc"]),
    floor(3, "TemplateCatalog", ["XMLTree", "TaskSequence", "StepCatalog", "CEmbedded"]),
    floor(3, "VariableCatalog", ["XMLTree", "TaskSequence", "StepCatalog", "CEmbedded"]),

    floor(
      4, "Operations",
      [
        "XMLTree", "TaskSequence", "StepCatalog", "ObjectCatalog", "VariableCatalog", "Conditions",
        "References",
      ]),

    floor(
      5, "Checks",
      [
        "XMLTree", "TaskSequence", "StepCatalog", "ObjectCatalog", "VariableCatalog", "Conditions",
        "References",
      ]),

    floor(6, "Widgets", ["Screen", "Appearance"]),

    floor(
      6, "Workspace",
      [
        "XMLTree", "TaskSequence", "ObjectCatalog", "References", "Screen", "Appearance", "Storage",
        "Journaling",
      ], uses: ["Glibc", "Dispatch", "Synchronization"]),

    floor(
      6, "Reports",
      [
        "XMLTree", "TaskSequence", "StepCatalog", "VariableCatalog", "ObjectCatalog", "Conditions",
        "References", "Checks", "TemplateCatalog", "Screen",
      ], uses: ["FoundationEssentials"]),

    floor(
      7, "Editor",
      [
        "XMLTree", "TaskSequence", "StepCatalog", "VariableCatalog", "TemplateCatalog",
        "ObjectCatalog", "Conditions", "References", "Checks", "Screen", "Appearance", "Storage",
        "Journaling", "Widgets",
      ]),

    program(
      8, "tsedit",
      [
        "TaskSequence", "StepCatalog", "TemplateCatalog", "ObjectCatalog", "Conditions",
        "References", "Screen", "Terminal", "CTerminal", "Appearance", "Editor", "CEmbedded",
        "Storage", "Journaling", "Workspace", "Reports",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], uses: ["Glibc"]),
    program(
      8, "Benchmarks",
      [
        "XMLTree", "TaskSequence", "StepCatalog", "ObjectCatalog", "Checks", "Screen",
        "Appearance", "Editor", "Storage", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], uses: ["Glibc", "Foundation", "FoundationXML"], without: ["Peers"]),

    support("TestSupport", ["TOMLText"]),
    support("SequenceSpecimens", ["TaskSequence", "XMLTree", "TestSupport"]),
    tests("Architecture", []),
    tests("Screen", ["Screen"]),
    tests("TOMLText", ["TOMLText", "TestSupport"]),
    tests("XMLTree", ["XMLTree", "TestSupport"]),
    tests("Storage", ["Storage", "TestSupport"]),
    tests("TaskSequence", ["TaskSequence", "XMLTree", "SequenceSpecimens", "TestSupport"]),
    tests("Terminal", ["Terminal", "Screen"]),
    tests("Appearance", ["Appearance", "Screen"]),
    tests("Widgets", ["Widgets", "Screen", "Appearance"]),
    tests("Conditions", ["Conditions", "TaskSequence", "XMLTree", "TestSupport"]),
    tests("StepCatalog", ["StepCatalog", "TaskSequence", "XMLTree", "TestSupport"]),
    tests("VariableCatalog", ["VariableCatalog", "TaskSequence"]),
    tests(
      "Journaling", ["Journaling", "Storage", "TaskSequence", "SequenceSpecimens", "TestSupport"]),
    tests("TemplateCatalog", ["TemplateCatalog", "StepCatalog", "TaskSequence"]),
    tests("ObjectCatalog", ["ObjectCatalog", "TaskSequence", "TestSupport"]),
    tests(
      "References",
      [
        "References", "ObjectCatalog", "StepCatalog", "TaskSequence", "XMLTree",
        "SequenceSpecimens", "TestSupport",
      ]),
    tests(
      "Operations",
      [
        "Operations", "References", "Conditions", "ObjectCatalog", "StepCatalog", "TaskSequence",
        "TemplateCatalog", "XMLTree", "Journaling", "Storage", "SequenceSpecimens", "TestSupport",
      ]),
    tests(
      "Checks",
      [
        "Checks", "References", "Conditions", "ObjectCatalog", "StepCatalog", "VariableCatalog",
        "TaskSequence", "XMLTree", "SequenceSpecimens", "TestSupport",
      ]),
    tests(
      "Workspace",
      [
        "Workspace", "Appearance", "ObjectCatalog", "References", "Storage", "TaskSequence",
        "TestSupport",
      ]),
    tests(
      "Reports",
      ["Reports", "Conditions", "ObjectCatalog", "References", "Screen", "TaskSequence"]),
    tests(
      "Editor",
      [
        "Editor", "Conditions", "XMLTree", "TaskSequence", "StepCatalog", "ObjectCatalog",
        "Screen", "Appearance", "Storage", "Journaling", "Widgets", "TestSupport",
      ], without: ["Cases"]),
    tests(
      "Program",
      [
        "tsedit", "Appearance", "Editor", "Screen", "StepCatalog", "TaskSequence", "Storage",
        "Journaling",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ], without: ["Faults", "Transcripts"]),
    tests("Benchmarks", ["Benchmarks", "Editor", "TaskSequence"]),
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

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

/// One floor of the house: a library target that imports only what is named here.
func floor(_ name: String, _ below: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: below, swiftSettings: strict)
}

func tests(_ name: String, _ subjects: [Target.Dependency]) -> Target {
  .testTarget(name: "\(name)Tests", dependencies: subjects, swiftSettings: strict)
}

/// What the laws are held against.
let fuzzed: [Target.Dependency] = [
  "Editor", "Conditions", "StepCatalog", "ObjectCatalog", "Appearance", "TaskSequence", "XMLTree",
  "Screen", "Storage", "Journaling", "TestSupport",
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
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
  ],
  targets: [
    .target(
      name: "CTerminal",
      linkerSettings: [
        .linkedLibrary("ncursesw", .when(platforms: [.linux])),
        .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]),
    .target(name: "CEmbedded"),
    .target(name: "CFiles"),
    floor("XMLTree"),
    floor("Screen"),
    floor("Terminal", ["CTerminal", "Screen"]),
    floor("Storage", ["CFiles"]),
    floor("TaskSequence", ["XMLTree"]),
    floor("Journaling", ["XMLTree", "TaskSequence", "Storage", "CFiles"]),
    floor("StepCatalog", ["XMLTree", "TaskSequence", "CEmbedded"]),
    floor("ObjectCatalog", ["XMLTree", "TaskSequence"]),
    floor(
      "Checks",
      [
        "XMLTree", "TaskSequence", "StepCatalog", "ObjectCatalog", "VariableCatalog", "Conditions",
      ]),
    floor("Appearance", ["Screen", "CEmbedded", .product(name: "TOMLKit", package: "TOMLKit")]),
    floor("VariableCatalog", ["XMLTree", "TaskSequence", "CEmbedded"]),
    floor("Conditions", ["XMLTree", "TaskSequence"]),
    floor("TemplateCatalog", ["XMLTree", "TaskSequence", "StepCatalog", "CEmbedded"]),
    floor(
      "Operations",
      [
        "XMLTree", "TaskSequence", "StepCatalog", "ObjectCatalog", "VariableCatalog", "Conditions",
        "Checks",
      ]),
    floor(
      "Editor",
      [
        "XMLTree", "TaskSequence", "StepCatalog", "VariableCatalog", "TemplateCatalog",
        "ObjectCatalog", "Conditions", "Checks", "Screen", "Appearance", "Storage", "Journaling",
      ]),
    .executableTarget(
      name: "tsedit",
      dependencies: [
        "XMLTree", "TaskSequence", "StepCatalog", "VariableCatalog", "TemplateCatalog",
        "ObjectCatalog", "Conditions", "Checks", "Screen", "Terminal", "CTerminal", "Appearance",
        "Editor", "CEmbedded", "Storage", "Journaling",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "XMLTree", "TaskSequence", "StepCatalog", "ObjectCatalog", "Checks", "Screen", "Appearance",
        "Editor", "Storage", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Peers"], swiftSettings: strict),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .target(
      name: "SequenceSpecimens", dependencies: ["TaskSequence", "XMLTree", "TestSupport"],
      path: "Tests/SequenceSpecimens", swiftSettings: strict),
    tests("XMLTree", ["XMLTree", "TestSupport"]),
    tests("TaskSequence", ["TaskSequence", "XMLTree", "SequenceSpecimens", "TestSupport"]),
    tests("Storage", ["Storage", "TestSupport"]),
    tests(
      "Journaling", ["Journaling", "Storage", "TaskSequence", "SequenceSpecimens", "TestSupport"]),
    tests("StepCatalog", ["StepCatalog", "TaskSequence", "XMLTree", "TestSupport"]),
    tests(
      "Checks",
      [
        "Checks", "Conditions", "ObjectCatalog", "StepCatalog", "TaskSequence", "XMLTree",
        "TestSupport",
      ]),
    tests(
      "Operations",
      [
        "Operations", "Checks", "Conditions", "ObjectCatalog", "StepCatalog", "TaskSequence",
        "TemplateCatalog", "XMLTree", "Journaling", "Storage", "SequenceSpecimens", "TestSupport",
      ]),
    tests("Architecture", []),
    tests("Benchmarks", ["Benchmarks", "Editor", "TaskSequence", "XMLTree"]),
    tests("Screen", ["Screen"]),
    tests("Appearance", ["Appearance"]),
    tests("Terminal", ["Terminal", "Screen"]),
    tests("TemplateCatalog", ["TemplateCatalog", "TaskSequence", "XMLTree"]),
    tests("Conditions", ["Conditions", "TaskSequence", "XMLTree", "TestSupport"]),
    tests("VariableCatalog", ["VariableCatalog", "TaskSequence", "XMLTree"]),
    .testTarget(
      name: "EditorTests",
      dependencies: [
        "Editor", "Conditions", "XMLTree", "TaskSequence", "StepCatalog", "ObjectCatalog",
        "Screen", "Appearance", "Storage", "Journaling", "TestSupport",
      ],
      exclude: ["Cases"], swiftSettings: strict),
    .testTarget(
      name: "ProgramTests",
      dependencies: [
        "tsedit", "Appearance", "Editor", "Screen", "StepCatalog", "TaskSequence", "Storage",
        "Journaling",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      exclude: ["Faults"], swiftSettings: strict),
    isFuzzing
      ? .executableTarget(
        name: "Fuzzer", dependencies: fuzzed, path: "Tests/FuzzTests",
        exclude: ["Seeds", "run"], sources: ["Laws", "Fuzzer"],
        swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])],
        linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])])
      : .testTarget(
        name: "FuzzTests", dependencies: fuzzed, exclude: ["Fuzzer", "Seeds", "run"],
        swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

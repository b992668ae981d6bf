// swift-tools-version: 6.3

import PackageDescription

// The rooms of the house, bottom to top; an import may only point down (Docs/architecture.md).
let package = Package(
  name: "frise",
  products: [
    .executable(name: "frise", targets: ["frise"]),
    .executable(name: "frise-bench", targets: ["FriseBench"]),
    .executable(name: "frise-prompt-bench", targets: ["FrisePromptBench"]),
  ],
  targets: [
    .systemLibrary(
      name: "CUTF8Proc", providers: [.apt(["libutf8proc-dev"])]),
    .systemLibrary(
      name: "CPCRE2", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(
      name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CTerminalShim"),
    // Needs the headers of libedit only: the library is opened when a prompt is.
    .target(name: "CEditShim", dependencies: ["CTerminalShim"]),
    .target(name: "CSystemShim"),
    // Functions of a header alone, which become part of the Swift loops that call them.
    .target(name: "CByteMasks"),
    .target(name: "CFriseData", exclude: ["data"]),

    .target(name: "FriseBase", dependencies: ["CUTF8Proc"]),
    .target(
      name: "FriseModel", dependencies: ["FriseBase", "CByteMasks", "CPCRE2", "CSystemShim"]),
    .target(name: "FriseSyntax", dependencies: ["FriseBase"]),
    .target(name: "FriseLanguage", dependencies: ["FriseBase", "FriseModel", "FriseSyntax"]),
    .target(
      name: "FriseStore",
      dependencies: ["FriseBase", "FriseModel", "CByteMasks", "CFriseData", "CZlib"]),
    .target(name: "FriseRender", dependencies: ["FriseBase", "FriseModel"]),
    .target(
      name: "FriseLessons",
      dependencies: ["FriseBase", "FriseModel", "FriseSyntax", "FriseLanguage", "FriseRender"]),
    .target(
      name: "FriseShell",
      dependencies: [
        "FriseBase", "FriseModel", "FriseSyntax", "FriseLanguage", "FriseStore", "FriseRender",
        "FriseLessons", "CEditShim", "CSystemShim", "CTerminalShim",
      ]),
    .executableTarget(name: "frise", dependencies: ["FriseShell"]),

    // Measures the engine on a million generated events; no part of the program.
    .executableTarget(
      name: "FriseBench", dependencies: ["FriseBase", "FriseModel", "FriseLanguage"]),

    .target(name: "FriseTestSupport", dependencies: ["FriseBase", "CSystemShim"]),
    // Measures the prompt on a pseudo-terminal; no part of the program.
    .executableTarget(name: "FrisePromptBench", dependencies: ["FriseTestSupport"]),
    .testTarget(name: "FriseBaseTests", dependencies: ["FriseBase", "FriseTestSupport"]),
    .testTarget(
      name: "FriseModelTests", dependencies: ["FriseBase", "FriseModel", "FriseTestSupport"]),
    .testTarget(
      name: "FriseSyntaxTests", dependencies: ["FriseBase", "FriseSyntax", "FriseTestSupport"]),
    .testTarget(
      name: "FriseLanguageTests",
      dependencies: [
        "FriseBase", "FriseModel", "FriseSyntax", "FriseLanguage", "FriseStore", "FriseRender",
        "FriseTestSupport",
      ]),
    .testTarget(
      name: "FriseStoreTests",
      dependencies: ["FriseBase", "FriseModel", "FriseStore", "FriseTestSupport"]),
    .testTarget(
      name: "FriseRenderTests",
      dependencies: ["FriseBase", "FriseModel", "FriseRender", "FriseTestSupport"]),
    .testTarget(
      name: "FriseLessonsTests",
      dependencies: [
        "FriseBase", "FriseModel", "FriseSyntax", "FriseLanguage", "FriseStore", "FriseRender",
        "FriseLessons", "FriseTestSupport",
      ]),
    .testTarget(
      name: "FriseShellTests",
      dependencies: [
        "FriseBase", "FriseModel", "FriseSyntax", "FriseLanguage", "FriseStore", "FriseShell",
        "FriseLessons", "CTerminalShim", "FriseTestSupport",
      ]),
    .testTarget(name: "TidyTests", dependencies: ["FriseTestSupport"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

// One set of rules for every Swift target.
for target in package.targets where target.type != .system && !target.name.hasPrefix("C") {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
  ]
}

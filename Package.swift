// swift-tools-version: 6.1
import PackageDescription

/// The dependencies between targets. `make check` refuses an import that is not declared here; scripts/check-imports.py
/// also lists the system modules that each target may import. The picture is in docs/ARCHITECTURE.md.
let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// For the rooms that meet C libraries: nothing of ncurses or SQLite can appear in their surface.
let atTheDoor: [SwiftSetting] = house + [.enableUpcomingFeature("InternalImportsByDefault")]

let package = Package(
  name: "hearth",
  products: [.executable(name: "hearth", targets: ["hearth"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // The ground
    .target(name: "HearthCore", swiftSettings: house),
    .target(name: "Canvas", swiftSettings: house),
    .systemLibrary(name: "CNcurses"),
    .systemLibrary(name: "CSodium"),
    .target(name: "CResources"),

    // The furniture
    .target(
      name: "HearthContent",
      dependencies: ["HearthCore", "CResources", .product(name: "Yams", package: "Yams")],
      swiftSettings: house),

    .target(
      name: "Seal",
      dependencies: ["HearthCore", "CSodium", .product(name: "GRDBSQLite", package: "GRDB.swift")],
      swiftSettings: atTheDoor),

    // The rooms
    .target(
      name: "HearthApp", dependencies: ["HearthCore", "HearthContent", "Canvas"],
      swiftSettings: house),
    .target(
      name: "HearthStorage",
      dependencies: [
        "HearthCore", "Seal", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: atTheDoor),
    .target(name: "HearthExchange", dependencies: ["HearthCore"], swiftSettings: house),
    .target(name: "Curses", dependencies: ["Canvas", "CNcurses"], swiftSettings: atTheDoor),

    // The door
    .executableTarget(
      name: "hearth",
      dependencies: [
        "HearthCore", "HearthContent", "HearthApp", "Seal", "HearthStorage", "HearthExchange", "Canvas", "Curses",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),

    // Tests
    .target(name: "Pictures", dependencies: ["Canvas"], path: "Tests/Pictures", swiftSettings: house),
    .testTarget(name: "CanvasTests", dependencies: ["Canvas", "Pictures", "HearthCore"], swiftSettings: house),
    .testTarget(
      name: "HearthCoreTests", dependencies: ["HearthCore"], exclude: ["Patterns/vectors.json"], swiftSettings: house),
    .testTarget(
      name: "HearthContentTests", dependencies: ["HearthContent", "HearthCore"], exclude: ["Concepts"],
      swiftSettings: house),
    .target(
      name: "Laboratory", dependencies: ["HearthCore", "Seal", "HearthStorage"], path: "Tests/Laboratory",
      swiftSettings: house),
    .executableTarget(
      name: "crashworker", dependencies: ["HearthCore", "HearthStorage", "Laboratory"], path: "Tests/CrashWorker",
      swiftSettings: house),
    .testTarget(
      name: "SealTests",
      dependencies: ["Seal", "Laboratory", "HearthCore", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: house),
    .testTarget(
      name: "HearthStorageTests",
      dependencies: [
        "HearthStorage", "Seal", "Laboratory", "HearthCore",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: house),
    .testTarget(
      name: "HearthExchangeTests", dependencies: ["HearthExchange", "HearthCore"], swiftSettings: house),
    .testTarget(
      name: "HearthAppTests",
      dependencies: ["hearth", "HearthApp", "HearthContent", "HearthCore", "Canvas", "Pictures"],
      exclude: ["Golden"], swiftSettings: house),
    .testTarget(
      name: "HearthTests",
      dependencies: [
        "hearth", "crashworker", "Laboratory", "HearthStorage", "HearthContent", "HearthCore",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Shell/Help"], swiftSettings: house),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

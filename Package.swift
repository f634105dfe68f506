// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
  name: "query-budget",
  platforms: [.macOS(.v14), .iOS(.v17)],
  products: [
    .library(name: "QueryBudget", targets: ["QueryBudget"]),
    .library(name: "QueryBudgetSQLite", targets: ["QueryBudgetSQLite"]),
    .library(name: "QueryBudgetGRDB", targets: ["QueryBudgetGRDB"]),
    .library(name: "QueryBudgetFixtures", targets: ["QueryBudgetFixtures"]),
    .library(name: "QueryBudgetTesting", targets: ["QueryBudgetTesting"]),
    .executable(name: "query-budget", targets: ["query-budget"]),
    .plugin(name: "QueryBudgetPlugin", targets: ["QueryBudgetPlugin"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.6.0"),
    // Only Newsroom uses these. It is no product, so a consumer never fetches them.
    .package(url: "https://github.com/apple/swift-configuration", from: "1.0.0"),
    .package(url: "https://github.com/apple/swift-crypto", "3.0.0"..<"5.0.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.20.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.8.0"),
  ],
  targets: [
    // MARK: The harness

    .target(name: "QueryBudget", swiftSettings: settings),
    .systemLibrary(
      name: "CSQLite",
      pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]
    ),
    .target(name: "CStatementTrace", dependencies: ["CSQLite"]),
    .target(
      name: "QueryBudgetSQLite",
      dependencies: ["QueryBudget", "CSQLite", "CStatementTrace"],
      swiftSettings: settings
    ),
    .target(
      name: "QueryBudgetGRDB",
      dependencies: [
        "QueryBudget", "QueryBudgetFixtures", "QueryBudgetSQLite",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings
    ),
    .target(name: "CRowWriter", dependencies: ["CSQLite"]),
    .target(
      name: "QueryBudgetFixtures",
      dependencies: ["QueryBudget", "QueryBudgetSQLite", "CSQLite", "CRowWriter"],
      swiftSettings: settings
    ),
    .target(
      name: "QueryBudgetTesting",
      dependencies: ["QueryBudget", "QueryBudgetFixtures", "QueryBudgetSQLite"],
      swiftSettings: settings
    ),

    // MARK: The tool

    .executableTarget(
      name: "query-budget",
      dependencies: [
        "CSQLite", "QueryBudget", "QueryBudgetFixtures", "QueryBudgetSQLite",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings
    ),
    .plugin(
      name: "QueryBudgetPlugin",
      capability: .command(
        intent: .custom(
          verb: "query-budget",
          description: "Show, compare and keep what the tests measured."
        ),
        permissions: [
          .writeToPackageDirectory(reason: "Baselines are files of the package.")
        ]
      ),
      dependencies: ["query-budget"],
      path: "Sources/QueryBudgetPlugin"
    ),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "CSQLite", "Newsroom", "QueryBudget", "QueryBudgetFixtures", "QueryBudgetGRDB",
        "QueryBudgetSQLite", "QueryBudgetTesting", "query-budget",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
      ],
      swiftSettings: settings
    ),

    // MARK: The reference backend

    .target(
      name: "Newsroom",
      dependencies: [
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "NewsroomServer",
      dependencies: [
        "Newsroom",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      swiftSettings: settings
    ),

    // MARK: Tests

    // What several of them need: running commands, and reading what `swift test` printed.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    // Processes that write baselines, for the tests that kill them or start many at once.
    .executableTarget(
      name: "BaselineWriter",
      dependencies: ["QueryBudget"],
      path: "Tests/BaselineWriter",
      swiftSettings: settings
    ),
    .testTarget(
      name: "QueryBudgetTests",
      dependencies: ["BaselineWriter", "QueryBudget"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "QueryBudgetSQLiteTests",
      dependencies: ["QueryBudgetSQLite", "CSQLite"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "QueryBudgetGRDBTests",
      dependencies: [
        "QueryBudgetFixtures", "QueryBudgetGRDB", "QueryBudgetTesting", "CSQLite",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "QueryBudgetFixturesTests",
      dependencies: ["QueryBudget", "QueryBudgetFixtures", "QueryBudgetSQLite", "CSQLite"],
      exclude: ["Schemas"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "QueryBudgetTestingTests",
      dependencies: ["QueryBudgetTesting", "TestSupport"],
      exclude: ["FailingPackage"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "query-budgetTests",
      dependencies: ["query-budget", "QueryBudgetSQLite", "TestSupport"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "PullRequestTests",
      dependencies: ["query-budget", "QueryBudgetSQLite", "TestSupport"],
      exclude: ["Backend", "Branches"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "DocumentationTests",
      dependencies: [
        "CSQLite", "QueryBudget", "QueryBudgetFixtures", "QueryBudgetGRDB", "QueryBudgetSQLite",
        "QueryBudgetTesting", "query-budget",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Manifests"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "NewsroomTests",
      dependencies: [
        "Newsroom", "NewsroomServer", "QueryBudgetFixtures", "QueryBudgetGRDB",
        "QueryBudgetTesting", "TestSupport",
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      exclude: ["Server/walk.sh"],
      swiftSettings: settings
    ),
  ]
)

// swift-tools-version: 6.2

import PackageDescription

// A consumer of QueryBudget on which pull requests are played through: Newsroom's stores, whose
// sources PullRequestTests copies beside this file, and tests with baselines.
// `QUERY_BUDGET_CHECKOUT` is where QueryBudget lies.
let checkout = Context.environment["QUERY_BUDGET_CHECKOUT"] ?? "../../.."

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
  name: "newsroom",
  platforms: [.macOS(.v14)],
  dependencies: [
    .package(name: "query-budget", path: checkout),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.6.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
  ],
  targets: [
    .target(
      name: "Newsroom",
      dependencies: [
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "NewsroomTests",
      dependencies: [
        "Newsroom",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "QueryBudgetGRDB", package: "query-budget"),
        .product(name: "QueryBudgetTesting", package: "query-budget"),
      ],
      swiftSettings: settings
    ),
  ]
)

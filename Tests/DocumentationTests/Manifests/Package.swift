// swift-tools-version: 6.2

import PackageDescription

// The manifest of a consumer, as the documentation shows it; DocumentationTests loads it.
let package = Package(
  name: "App",
  dependencies: [
    .package(path: "../query-budget")
  ],
  targets: [
    .testTarget(
      name: "AppTests",
      dependencies: [
        "App",
        .product(name: "QueryBudgetTesting", package: "query-budget"),
        .product(name: "QueryBudgetGRDB", package: "query-budget"),  // with GRDB only
      ]
    )
  ]
)

// swift-tools-version: 6.2

import PackageDescription

// A consumer of QueryBudget whose tests must fail, or pass, as their target's name says.
// FailingPackageTests runs it; `QUERY_BUDGET_CHECKOUT` is where QueryBudget lies.
let checkout = Context.environment["QUERY_BUDGET_CHECKOUT"] ?? "../../.."

func tests(_ name: String, _ settings: [SwiftSetting] = []) -> Target {
  .testTarget(
    name: name,
    dependencies: [
      "Bookshop",
      .product(name: "QueryBudgetSQLite", package: "query-budget"),
      .product(name: "QueryBudgetTesting", package: "query-budget"),
    ],
    swiftSettings: settings + [.treatAllWarnings(as: .error)]
  )
}

// What a new project is made with: everything is the main actor's that says nothing else.
let newProject: [SwiftSetting] = [
  .defaultIsolation(MainActor.self),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
  name: "failing-package",
  platforms: [.macOS(.v14)],
  dependencies: [.package(name: "query-budget", path: checkout)],
  targets: [
    .target(
      name: "Bookshop",
      dependencies: [.product(name: "QueryBudgetSQLite", package: "query-budget")],
      swiftSettings: [.treatAllWarnings(as: .error)]
    ),
    tests("MustFail"),
    tests("MustPass"),
    tests("Swift5MustFail", [.swiftLanguageMode(.v5)]),
    tests("Swift5MustPass", [.swiftLanguageMode(.v5)]),
    tests("MainActorMustFail", newProject),
    tests("MainActorMustPass", newProject),
  ]
)

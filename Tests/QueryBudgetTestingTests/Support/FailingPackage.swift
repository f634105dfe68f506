import Foundation
import TestSupport

/// A copy of the package whose tests must fail, or pass, beside its build.
struct FailingPackage {
  /// Which of the two libraries runs the tests.
  enum Runner: String, CaseIterable {
    case xcTest = "xctest"
    case swiftTesting = "swift-testing"
  }

  /// It is built once for all tests.
  static let built = Task { try await FailingPackage() }

  /// What the build printed.
  let buildOutput: String

  /// Every test that the package has: `MustFail.PlainTests/exact`.
  let testNames: [String]

  private static let home = Checkout.folder.appendingPathComponent(".build/failing-package")
  private static let copy = home.appendingPathComponent("package")

  private init() async throws {
    let source = "Tests/QueryBudgetTestingTests/FailingPackage"
    try Mirror.copy(Checkout.folder.appendingPathComponent(source), to: Self.copy)
    let build = try await Self.swift("build", ["--build-tests"], log: "build")
    buildOutput = build.printed
    guard build.exitCode == 0 else { throw BuildFailed(output: build.printed) }
    let list = try await Self.swift("test", ["list", "--skip-build"], log: "list")
    testNames = list.printed.split(separator: "\n").filter { $0.contains("/") }.map {
      String($0.prefix { $0 != "(" })
    }
  }

  /// Runs the tests whose name matches a regular expression.
  func test(
    _ filter: String,
    _ runner: Runner,
    log: String? = nil,
    environment: [String: String] = [:],
    _ options: String...
  ) async throws -> TestReport {
    let others = Runner.allCases.filter { $0 != runner }.map { "--disable-\($0.rawValue)" }
    let run = try await Self.swift(
      "test", ["--skip-build", "--filter", filter] + others + options,
      environment, log: log ?? "\(runner.rawValue) \(filter.filter { $0.isLetter || $0.isNumber })")
    return TestReport(run)
  }

  /// The tests of XCTest that fail when each of a target has a process of its own.
  func testsFailingAlone(in target: String) async throws -> [String] {
    let results = Self.home.appendingPathComponent("alone.xml")
    try? FileManager.default.removeItem(at: results)
    _ = try await test(
      "^\(target)\\.", .xcTest, log: "alone", "--parallel", "--xunit-output", results.path)
    let text = try String(contentsOf: results, encoding: .utf8)
    let failed = /<testcase classname="([^"]+)" name="([^"]+)"[^>]*>\s*<failure/
    return text.matches(of: failed).map { "\($0.1)/\($0.2)" }
  }

  /// What the sources of a test target say of its tests.
  func writtenTests(of target: String, for runner: Runner) throws -> [WrittenTest] {
    let directory = Self.copy.appendingPathComponent("Tests/\(target)")
    let files = try FileManager.default.subpathsOfDirectory(atPath: directory.path)
    return try files.filter { $0.hasSuffix(".swift") }.sorted().flatMap { file in
      try WrittenTest.read(directory.appendingPathComponent(file), target: target)
    }.filter { $0.isXCTest == (runner == .xcTest) }
  }

  private static func swift(
    _ command: String,
    _ arguments: [String],
    _ environment: [String: String] = [:],
    log: String
  ) async throws -> Command {
    try await Command.run(
      ["swift", command] + arguments + [
        "--package-path", copy.path,
        "--scratch-path", home.appendingPathComponent("build").path,
      ],
      ["QUERY_BUDGET_CHECKOUT": Checkout.folder.path, "NO_COLOR": "1"].merging(environment) { $1 },
      log: home.appendingPathComponent(log))
  }
}

/// The package of failing tests doesn't compile.
struct BuildFailed: Error, CustomStringConvertible {
  let output: String

  var description: String {
    let lines = output.split(separator: "\n").map(String.init)
    let errors = Set(lines.filter { $0.contains("error: ") && !$0.hasPrefix(" ") }).sorted()
    return (["The package of failing tests was not built:"] + (errors.isEmpty ? lines : errors))
      .joined(separator: "\n")
  }
}

import TestSupport
import Testing

/// The assertions as a consumer has them, in a package of its own: what must fail is reported by
/// both test libraries, and by the exit code.
@Suite(.serialized) struct FailingPackageTests {
  let package: FailingPackage

  init() async throws { package = try await FailingPackage.built.value }

  static let places = ["Plain", "MainActor", "Detached", "Queue"]
  static let assertions = ["exact", "atMost", "range", "none", "constant", "growth"]

  @Test("A consumer's tests compile without a warning")
  func noWarnings() {
    let lines = package.buildOutput.split(separator: "\n")
    #expect(lines.filter { $0.contains("warning:") && $0.contains("/failing-package/") } == [])
  }

  @Test(
    "Every assertion is there, sync and async, from everywhere",
    arguments: ["", "Swift5", "MainActor"], ["MustFail", "MustPass"])
  func matrix(mode: String, outcome: String) {
    let names = Self.assertions + Self.assertions.map { "async" + $0.capitalizedFirst }
    let expected = Self.places.flatMap { place in
      names.flatMap { name in
        ["\(place)Tests/\(name)", "\(place)XCTests/test\(name.capitalizedFirst)"]
      }
    }.map { "\(mode)\(outcome).\($0)" }
    #expect(expected.filter { !package.testNames.contains($0) } == [])
  }

  @Test(
    "What must fail fails, with its words, at its line",
    arguments: ["MustFail", "Swift5MustFail", "MainActorMustFail"], FailingPackage.Runner.allCases)
  func mustFail(target: String, runner: FailingPackage.Runner) async throws {
    let written = try package.writtenTests(of: target, for: runner)
    #expect(written.map(\.name).sorted() == listed(target, runner))
    #expect(written.filter(\.failures.isEmpty).map(\.name) == [])

    let report = try await package.test("^\(target)\\.", runner)
    #expect(report.exitCode != 0)
    #expect(FailureComparison(written, report).problems == [])
    // Swift Testing charges no test with what fails where no task leads: only the run fails.
    #expect(report.failed.sorted() == printedNames(written.filter { !$0.isNameless }))
    #expect(report.passed.sorted() == printedNames(written.filter(\.isNameless)))
  }

  @Test(
    "What must pass passes",
    arguments: ["MustPass", "Swift5MustPass", "MainActorMustPass"], FailingPackage.Runner.allCases)
  func mustPass(target: String, runner: FailingPackage.Runner) async throws {
    let written = try package.writtenTests(of: target, for: runner)
    #expect(written.map(\.name).sorted() == listed(target, runner))

    let report = try await package.test("^\(target)\\.", runner)
    #expect(report.exitCode == 0)
    #expect(report.failures == [])
    #expect(report.failed == [])
    #expect(report.passed.sorted() == printedNames(written))
  }

  @Test("Each fails in a process of its own", arguments: ["MustFail"])
  func alone(target: String) async throws {
    let failing = try await package.testsFailingAlone(in: target)
    #expect(failing.sorted() == listed(target, .xcTest))
  }

  @Test(
    "One failure where no task leads is enough to fail the run",
    arguments: ["DetachedTests/exact", "DetachedTests/asyncGrowth", "QueueTests/exact"])
  func nameless(name: String) async throws {
    let report = try await package.test("^MustFail\\.\(name)\\(", .swiftTesting)
    #expect(report.exitCode != 0)
    #expect(report.failures.map(\.test) == ["«unknown»"])
    #expect(report.passed.count == 1)
  }

  /// The tests of a target that the run knows of.
  private func listed(_ target: String, _ runner: FailingPackage.Runner) -> [String] {
    package.testNames.filter { name in
      name.hasPrefix(target + ".") && name.contains("XCTests/") == (runner == .xcTest)
    }.sorted()
  }

  private func printedNames(_ tests: [WrittenTest]) -> [String] {
    tests.map(\.printedName).sorted()
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

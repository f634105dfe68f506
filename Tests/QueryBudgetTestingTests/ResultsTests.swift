import Foundation
import QueryBudget
import TestSupport
import Testing

extension FailingPackageTests {
  /// What a run keeps of its measurements for a report.
  @Suite(.serialized) struct Results {
    let package: FailingPackage
    let folder: URL

    init() async throws {
      package = try await FailingPackage.built.value
      folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("query-budget-\(UUID().uuidString)")
    }

    /// What is kept of the tests whose names match, by test.
    private func results(
      of filter: String,
      _ runner: FailingPackage.Runner
    ) async throws -> [String: MeasurementResult] {
      _ = try await package.test(
        filter, runner, log: "results", environment: ["QUERY_BUDGET_RESULTS": folder.path])
      defer { try? FileManager.default.removeItem(at: folder) }
      let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      return try paths.filter { $0.hasSuffix(".json") }.reduce(into: [:]) { results, path in
        let data = try Data(contentsOf: folder.appendingPathComponent(path))
        let result = try MeasurementResult(json: data, path: path)
        let name = result.test.function.prefix { $0 != "(" }
        #expect(results.updateValue(result, forKey: String(name)) == nil)
      }
    }

    @Test(
      "What fails is kept with its words, counts and line",
      arguments: FailingPackage.Runner.allCases)
    func failing(runner: FailingPackage.Runner) async throws {
      let names = runner == .xcTest ? ["testConstant", "testGrowth"] : ["constant", "growth"]
      let suite = runner == .xcTest ? "PlainXCTests" : "PlainTests"
      let results = try await results(
        of: "^MustFail\\.\(suite)/(\(names.joined(separator: "|")))", runner)
      #expect(results.keys.sorted() == names)
      for result in results.values {
        #expect(result.outcome == .exceeded)
        #expect(result.failure?.contains("exceeds its budget") == true)
        #expect(result.runs.count == result.measured.axes.first?.scales.count)
        #expect(result.test.line > 0)
        #expect(result.test.file.hasPrefix("Tests/MustFail/"))
        #expect(Set(result.order) == Set(result.measured.statements.map(\.sql)))
        #expect(result.measured.grows)
      }
    }

    @Test("What passes is kept as well")
    func passing() async throws {
      let results = try await results(of: "^MustPass\\.PlainTests/constant", .swiftTesting)
      #expect(results.values.map(\.outcome) == [.passed])
      #expect(results.values.map(\.failure) == [nil])
    }

    @Test("A folder that can't be written fails the test")
    func unwritable() async throws {
      let report = try await package.test(
        "^MustPass\\.PlainTests/constant", .swiftTesting, log: "unwritable results",
        environment: ["QUERY_BUDGET_RESULTS": "/dev/null/results"])
      #expect(report.exitCode != 0)
      #expect(report.failures.map(\.message).contains { $0.contains("was not kept") })
    }
  }
}

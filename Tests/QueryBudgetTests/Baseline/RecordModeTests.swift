import Foundation
import QueryBudget
import Testing

/// B5: what is recorded when.
@Suite struct RecordModeTests {
  /// What lies in the place of the baseline before.
  enum Before: CaseIterable {
    case nothing, theSame, anotherOne, broken, newer, folder

    func make(at location: BaselineLocation) throws {
      let folder = TestFiles(location)
      switch self {
      case .nothing: break
      case .theSame: _ = try location.write(Baseline(of: SampleBaselines.constant))
      case .anotherOne: _ = try location.write(Baseline(of: SampleBaselines.growing))
      case .broken: try folder.write("{\n<<<<<<< HEAD\n")
      case .newer: try folder.write("{\"format\": 2}")
      case .folder: try folder.makeFolder()
      }
    }
  }

  /// What becomes of the test and of the file.
  enum Then: String {
    case passes, recorded, anew, replaced, fails, missing, throwing
  }

  private static let table: [(Before, missing: Then, failed: Then, all: Then, never: Then)] = [
    (.nothing, .recorded, .recorded, .recorded, .missing),
    (.theSame, .passes, .passes, .passes, .passes),
    (.anotherOne, .fails, .anew, .anew, .fails),
    (.broken, .throwing, .throwing, .replaced, .throwing),
    (.newer, .throwing, .throwing, .throwing, .throwing),
    (.folder, .throwing, .throwing, .throwing, .throwing),
  ]

  @Test(
    "Each mode with each file: what is recorded fails, and only what may be is recorded",
    arguments: Before.allCases, RecordMode.allCases)
  func modes(before: Before, mode: RecordMode) throws {
    let row = try #require(Self.table.first { $0.0 == before })
    let expected =
      switch mode {
      case .missing: row.missing
      case .failed: row.failed
      case .all: row.all
      case .never: row.never
      }
    let folder = try TestFolder()
    let location = try folder.location("list()")
    try before.make(at: location)
    let old = try? folder.contents(of: location.relativePath)
    #expect(try outcome(at: location, mode) == expected)
    let new = try? folder.contents(of: location.relativePath)
    if [.recorded, .anew, .replaced].contains(expected) {
      #expect(try new == Baseline(of: SampleBaselines.constant).json())
      #expect(try outcome(at: location, .never) == .passes)
    } else {
      #expect(new == old)
    }
    if before == .nothing, mode == .never { #expect(try folder.names().isEmpty) }
  }

  private func outcome(at location: BaselineLocation, _ mode: RecordMode) throws -> Then {
    let comparison: BaselineComparison
    do {
      comparison = try BaselineComparison(
        SampleBaselines.constant, at: location, mode: mode, accepting: "swift test")
    } catch is BaselineError {
      return .throwing
    }
    let failure = comparison.failure ?? ""
    #expect(failure.isEmpty == (comparison.outcome == .same))
    switch comparison.outcome {
    case .same: return .passes
    case .missing: return .missing
    case .differs: return .fails
    case .recorded where failure.contains("had no baseline"): return .recorded
    case .recorded where failure.contains("in place of a file that could not be"): return .replaced
    case .recorded: return .anew
    }
  }

  @Test("A broken file names its way out, and what took its place is told with the line")
  func wayOut() throws {
    let folder = try TestFolder()
    let location = try folder.location("list()")
    try Before.broken.make(at: location)
    let error = #expect(throws: BaselineError.self) { try location.file.read() }
    #expect(error?.problem.contains("QUERY_BUDGET_RECORD=all") == true)
    let failure = try BaselineComparison(
      SampleBaselines.constant, at: location, mode: .all, accepting: "swift test"
    ).failure
    #expect(
      failure
        == "GET /api/articles was recorded anew at \(location.displayPath), in place of a file "
        + "that could not be understood (line 2: a merge conflict is left in this baseline). Look at "
        + "it, run the test again, and commit the file.")
  }

  @Test("What is recorded without a difference fails as well, once")
  func respelled() throws {
    let folder = try TestFolder()
    let location = try folder.location("list()")
    let json = String(decoding: try Baseline(of: SampleBaselines.constant).json(), as: UTF8.self)
    try folder.write(json.replacing("SELECT", with: "select"), to: location.relativePath)
    #expect(try outcome(at: location, .missing) == .passes)
    #expect(try outcome(at: location, .all) == .anew)
    #expect(try folder.contents(of: location.relativePath) == Data(json.utf8))
    #expect(try outcome(at: location, .all) == .passes)
  }

  @Test(
    "The environment says when, whatever its case and the blanks around it",
    arguments: [
      (nil, .missing), ("", .missing), ("  ", .missing), ("missing", .missing),
      ("failed", .failed), ("all", .all), ("never", .never), (" ALL\n", .all), ("Failed", .failed),
    ] as [(String?, RecordMode)])
  func environment(value: String?, mode: RecordMode) throws {
    var environment: [String: String] = [:]
    environment["QUERY_BUDGET_RECORD"] = value
    #expect(try RecordMode(environment: environment) == mode)
    for ci in ["", " ", "0", "false", "FALSE"] {
      environment["CI"] = ci
      #expect(try RecordMode(environment: environment) == mode)
    }
    for ci in ["1", "true", "True", "yes", "no", "github"] {
      environment["CI"] = ci
      #expect(try RecordMode(environment: environment) == .never)
    }
  }

  @Test("Anything else is refused with what there is, in CI as well", arguments: [nil, "true"])
  func unknown(ci: String?) {
    for value in ["always", "true", "1", "all,failed", "älle"] {
      var environment = ["QUERY_BUDGET_RECORD": value]
      environment["CI"] = ci
      let error = #expect(throws: RecordModeError.self) {
        try RecordMode(environment: environment)
      }
      #expect(
        error?.description == "QUERY_BUDGET_RECORD is \"\(value)\"; set it to one of: missing, "
          + "failed, all, never.")
    }
  }
}

/// The place of one baseline, for what no writer would put there.
private struct TestFiles {
  let url: URL

  init(_ location: BaselineLocation) { url = URL(fileURLWithPath: location.file.path) }

  func write(_ text: String) throws {
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func makeFolder() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }
}

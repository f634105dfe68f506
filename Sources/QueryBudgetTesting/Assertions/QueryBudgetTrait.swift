public import QueryBudget
public import QueryBudgetSQLite
public import Testing

/// Holds a whole test to a number of queries.
public struct QueryBudgetTrait: TestTrait, SuiteTrait, TestScoping {
  private let budget: CountBudget
  private let recorder: StatementRecorder?

  init(budget: CountBudget, recorder: StatementRecorder?) {
    self.budget = budget
    self.recorder = recorder
  }

  /// Each test of a suite has the budget for itself.
  public var isRecursive: Bool { true }

  /// Runs one test case, and fails it when its queries exceed the budget.
  public func provideScope(
    for test: Test,
    testCase: Test.Case?,
    performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    guard testCase != nil else { return try await function() }
    let recordings = AmbientRecordings()
    if let recorder { recordings.join(recorder) }
    do {
      try await AmbientRecordings.$current.withValue(recordings, operation: function)
    } catch {
      // The test has failed already, for a reason of its own.
      _ = recordings.finish()
      throw error
    }
    if let failure = failure(test, recordings.finish()) {
      Issue.record(Comment(rawValue: failure), sourceLocation: test.sourceLocation)
    }
  }

  private func failure(
    _ test: Test,
    _ recorded: [(recorder: StatementRecorder, result: RecordedResult<Void>)]
  ) -> String? {
    if let problem = recorded.lazy.compactMap(\.result.problem).first { return "\(problem)" }
    let recordings = recorded.map(\.result.recording)
    let all = Recording(
      tallies: recordings.flatMap(\.tallies),
      unattributed: recordings.map(\.unattributed).reduce(0, +))
    let connections = recorded.map(\.recorder.connectionCount).reduce(0, +)
    return CountResult(all, budget: budget, name: test.name, connections: connections).failure
  }
}

extension Trait where Self == QueryBudgetTrait {
  /// Holds the whole test to a number of queries.
  ///
  /// ```swift
  /// @Test(.queryBudget(.atMost(4))) func list() async throws {
  ///   let articles = try await client.get("/api/articles")
  ///   #expect(articles.isEmpty)
  /// }
  /// ```
  ///
  /// It counts what runs on the recorders that the test (or its suite's `init`) makes; name one that
  /// is made elsewhere. Leave rows to measure with out by `recorder.withoutRecording { … }`.
  public static func queryBudget(
    _ budget: CountBudget,
    on recorder: StatementRecorder? = nil
  ) -> Self {
    QueryBudgetTrait(budget: budget, recorder: recorder)
  }
}

import QueryBudgetSQLite
import QueryBudgetTesting

/// What a passing assertion costs: Newsroom's list of articles at 1, 10 and 100, against the same
/// requests on the same rows without a recorder.
enum AssertionBenchmarks {
  private static let scales = [1, 10, 100]

  static func newsroomList(rounds: Int) async throws -> [Measured] {
    var times: [(bare: Double, asserted: Double)] = []
    for _ in 0..<max(rounds, 3) {
      times.append((try await bare(), try await asserted()))
    }
    // The first round pays for what is made once in a process.
    let warm = times.dropFirst()
    return [
      Measured(
        name: "assertion/bare", value: median(warm.map(\.bare)) / 1e6, unit: "ms", ratio: 1),
      Measured(
        name: "assertion/constant", value: median(warm.map(\.asserted)) / 1e6, unit: "ms",
        ratio: median(warm.map { $0.asserted / $0.bare })),
    ]
  }

  /// Each scale on a fresh backend, the making of which is not timed.
  private static func bare() async throws -> Double {
    let elapsed = Elapsed()
    for scale in scales {
      try await NewsroomBackend.run { backend in
        try await elapsed.add {
          try await backend.publish(scale)
          _ = try await backend.list()
        }
      }
    }
    return await elapsed.nanoseconds
  }

  private static func asserted() async throws -> Double {
    let elapsed = Elapsed()
    let recorder = StatementRecorder()
    try await NewsroomBackend.run(recorder: recorder) { backend in
      try await elapsed.add {
        let sizes = try await assertConstantQueries("GET /api/articles", on: recorder) { articles in
          try await backend.publish(articles)
        } whenCalling: {
          try await backend.list()
        }
        guard sizes.count == scales.count, sizes == sizes.sorted() else {
          throw BenchmarkError(description: "the assertion did not pass")
        }
      }
    }
    return await elapsed.nanoseconds
  }
}

/// Adds up times.
private actor Elapsed {
  private(set) var nanoseconds = 0.0

  func add(_ body: @Sendable () async throws -> Void) async rethrows {
    nanoseconds += try await ContinuousClock().measure { try await body() }.nanoseconds
  }
}

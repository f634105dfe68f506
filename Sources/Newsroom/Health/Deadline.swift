/// What was waited for took too long.
struct DeadlineError: Error {}

/// Waits for some work, but not longer than a time limit, whatever the work does when it is
/// cancelled.
///
/// - Throws: ``DeadlineError`` when the time is over, and what the work throws.
func withDeadline<Value: Sendable>(
  _ limit: Duration,
  _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  let (values, end) = AsyncThrowingStream.makeStream(of: Value.self)
  let tasks = [
    Task {
      do {
        end.yield(try await work())
        end.finish()
      } catch {
        end.finish(throwing: error)
      }
    },
    Task {
      try await Task.sleep(for: limit)
      end.finish(throwing: DeadlineError())
    },
  ]
  defer { for task in tasks { task.cancel() } }
  for try await value in values { return value }
  throw CancellationError()
}

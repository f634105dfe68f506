import Dispatch

/// Runs work on a queue of GCD.
public func onQueue<Value: Sendable>(
  _ work: @escaping @Sendable () throws -> Value
) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    DispatchQueue.global().async { continuation.resume(with: Result { try work() }) }
  }
}

/// Runs async work in a task that is started on a queue of GCD.
public func onQueue<Value: Sendable>(
  _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    DispatchQueue.global().async {
      Task {
        do {
          continuation.resume(returning: try await work())
        } catch {
          continuation.resume(throwing: error)
        }
      }
    }
  }
}

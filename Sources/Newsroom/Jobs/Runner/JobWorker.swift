import Foundation
import Logging

/// Runs one claimed job to its end, and says how it ended.
struct JobWorker: Sendable {
  let queue: JobQueue
  let registry: JobRegistry
  let context: JobContext

  /// How a run ended.
  private enum Ending: Sendable {
    case done
    case failed(any Error)
    /// It gave way to a shutdown.
    case cancelled
    case leaseLost
  }

  func perform(_ claim: ClaimedJob) async {
    let ending = await run(claim)
    do {
      // Not in this task: the word how a job ended has to be written even in a shutdown that has
      // cancelled it.
      try await Task { try await report(ending, of: claim) }.value
    } catch {
      // The lease runs out, and the job is run again.
      log(.error, "The end of a job could not be kept", claim, error)
    }
  }

  private func run(_ claim: ClaimedJob) async -> Ending {
    do {
      let job = try registry.job(kind: claim.kind, payload: claim.payload)
      return await run(job, claim)
    } catch {
      return .failed(error)
    }
  }

  /// Runs the job, and renews its lease meanwhile.
  private func run(_ job: any Job, _ claim: ClaimedJob) async -> Ending {
    await withTaskGroup(of: Ending?.self) { group in
      group.addTask {
        do {
          try await job.run(in: context)
          return .done
        } catch {
          return Task.isCancelled ? .cancelled : .failed(error)
        }
      }
      group.addTask { await keepLease(claim) ? nil : .leaseLost }
      var endings: [Ending] = []
      for await ending in group {
        guard let ending else { continue }
        endings.append(ending)
        group.cancelAll()
      }
      return endings.first ?? .cancelled
    }
  }

  /// Renews the lease until the job has ended.
  ///
  /// - Returns: `false` when the lease was lost.
  private func keepLease(_ claim: ClaimedJob) async -> Bool {
    while (try? await Task.sleep(for: .seconds(queue.lease / 3))) != nil {
      do {
        try await queue.renew(claim)
      } catch JobQueueError.leaseLost {
        return false
      } catch {
        // There are two more times before the lease runs out.
        if !Task.isCancelled { log(.warning, "A lease could not be renewed", claim, error) }
      }
    }
    return true
  }

  private func report(_ ending: Ending, of claim: ClaimedJob) async throws {
    switch ending {
    case .done:
      try await queue.finish(claim)
    case .failed(let error):
      log(.warning, "A job failed", claim, error)
      try await queue.fail(claim, with: error)
    case .cancelled:
      try await queue.giveBack(claim)
    case .leaseLost:
      throw JobQueueError.leaseLost(claim.id)
    }
  }

  private func log(
    _ level: Logger.Level,
    _ message: Logger.Message,
    _ claim: ClaimedJob,
    _ error: any Error
  ) {
    context.logger.log(
      level: level, message,
      metadata: [
        "job": "\(claim.id)", "kind": "\(claim.kind)", "attempt": "\(claim.attempts)",
        "error": "\(error)",
      ])
  }
}

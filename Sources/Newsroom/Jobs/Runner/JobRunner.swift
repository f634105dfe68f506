import GRDB
import Logging
public import ServiceLifecycle

/// Runs the jobs of a queue until its service group shuts down.
///
/// In a service group it stands before the HTTP server: what is listed last is shut down first, so
/// jobs are run until the last request has been answered.
///
/// On a graceful shutdown it claims nothing more and lets the running jobs end. Those that take too
/// long are cancelled and given back to the queue.
public struct JobRunner: Service {
  private let queue: JobQueue
  private let worker: JobWorker
  private let options: JobRunnerOptions

  /// Makes a runner.
  ///
  /// - Parameters:
  ///   - queue: Where the jobs are.
  ///   - registry: The kinds that it knows; a job of another kind is dead at once.
  ///   - context: What the jobs work with.
  ///   - options: How many at once, and how often it looks for them.
  public init(
    queue: JobQueue,
    registry: JobRegistry,
    context: JobContext,
    options: JobRunnerOptions = JobRunnerOptions()
  ) {
    self.queue = queue
    self.worker = JobWorker(queue: queue, registry: registry, context: context)
    self.options = options
  }

  /// Runs jobs until the task is cancelled or told to shut down.
  public func run() async throws {
    let signals = JobSignals()
    let observer = EnqueueObserver(signals)
    queue.database.add(transactionObserver: observer, extent: .databaseLifetime)
    signals.send()
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await dispatch(on: signals) }
      group.addTask { await poll(signals) }
      group.addTask { await shutDown(signals) }
      // Polling lasts until it is cancelled, so either all jobs have ended or their time is over.
      await group.next()
      group.cancelAll()
    }
    queue.database.remove(transactionObserver: observer)
    await queue.pulse.stop()
  }

  private func poll(_ signals: JobSignals) async {
    while (try? await Task.sleep(for: options.poll)) != nil { signals.send() }
  }

  /// Waits for the shutdown, then for as long as running jobs are given.
  private func shutDown(_ signals: JobSignals) async {
    try? await gracefulShutdown()
    signals.end()
    try? await Task.sleep(for: options.grace)
  }

  /// Starts what is due whenever there is a signal; returns when the jobs that it started ended.
  private func dispatch(on signals: JobSignals) async {
    let slots = JobSlots(options.workers)
    await withDiscardingTaskGroup { group in
      for await _ in signals.stream {
        await queue.pulse.beat(at: queue.now())
        while await slots.take() {
          guard let claim = await claim() else {
            await slots.put()
            break
          }
          group.addTask {
            await worker.perform(claim)
            await slots.put()
            signals.send()
          }
        }
      }
    }
  }

  private func claim() async -> ClaimedJob? {
    guard !Task.isShuttingDownGracefully, !Task.isCancelled else { return nil }
    do {
      return try await queue.claim()
    } catch {
      worker.context.logger.error("No job could be claimed", metadata: ["error": "\(error)"])
      return nil
    }
  }
}

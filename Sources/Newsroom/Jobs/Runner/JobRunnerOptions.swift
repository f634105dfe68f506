/// How a runner works.
public struct JobRunnerOptions: Equatable, Sendable {
  /// How many jobs it runs at once.
  public var workers: Int
  /// How often it looks for jobs; what is enqueued in its own process it sees at once.
  public var poll: Duration
  /// How long running jobs are given in a graceful shutdown before they are cancelled.
  public var grace: Duration

  /// Makes options.
  ///
  /// - Precondition: There is a worker at least.
  public init(
    workers: Int = 4,
    poll: Duration = .seconds(1),
    grace: Duration = .seconds(20)
  ) {
    precondition(workers > 0, "A job runner needs a worker at least.")
    self.workers = workers
    self.poll = poll
    self.grace = grace
  }
}

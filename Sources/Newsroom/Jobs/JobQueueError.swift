import Foundation

/// What the queue refuses, or what is wrong with it.
public enum JobQueueError: Error, Equatable, Sendable {
  /// There is no dead job with this id.
  case notDead(Int64)
  /// The lease on the job with this id ran out, and the job is somebody else's now.
  case leaseLost(Int64)
  /// The runner has not looked for jobs for so many seconds.
  case runnerSilent(Int)
  /// The runner of this process was stopped.
  case runnerStopped
  /// A job that is due waits for so many seconds, and at most so many are allowed.
  case overdue(Int, allowed: Int)
}

extension JobQueueError: CustomStringConvertible {
  /// One sentence that says what is wrong and what to do.
  public var description: String {
    switch self {
    case .notDead(let id):
      "There is no dead job \(id); list the dead ones to see which can be retried."
    case .leaseLost(let id):
      "The lease on job \(id) ran out while it was running; give jobs a longer lease."
    case .runnerSilent(let seconds):
      "The job runner has not looked for jobs for \(seconds) seconds; its log says why."
    case .runnerStopped:
      "The job runner of this process was stopped; start the process again."
    case .overdue(let seconds, let allowed):
      "A job that is due waits for \(seconds) seconds, and \(allowed) are allowed; "
        + "see that a job runner works, or give it more workers."
    }
  }
}

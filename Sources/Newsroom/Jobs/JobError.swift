/// An error that a job can fail with in its own words.
///
/// What it says is kept with the job, where operators read it: one sentence, and no secret. Of any
/// other error only the type is kept.
public protocol JobError: Error, CustomStringConvertible {
  /// Whether trying again is of no use.
  var isFinal: Bool { get }
}

extension JobError {
  /// The job is tried again.
  public var isFinal: Bool { false }
}

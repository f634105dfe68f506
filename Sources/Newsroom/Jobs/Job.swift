/// Work that is done after its cause was committed, by whichever process comes to it first.
///
/// A job is kept as JSON, so it holds ids and not the things themselves. It may run twice (its
/// process can be killed between its work and the word that it is done), so running it twice has to
/// do what running it once does.
///
/// ```swift
/// struct Greet: Job {
///   static let kind = "greet"
///   var authorId: Int64
///
///   func run(in context: JobContext) async throws { … }
/// }
/// ```
public protocol Job: Codable, Sendable {
  /// The name that it is kept under; one that was shipped is never changed.
  static var kind: String { get }

  /// Of the jobs of a kind with the same key only the first is enqueued; `nil` enqueues each.
  var uniqueKey: String? { get }

  /// Does the work.
  ///
  /// - Throws: Whatever hindered it; the job is tried again later, unless the error is a
  ///   ``JobError`` that says that this is of no use.
  func run(in context: JobContext) async throws
}

extension Job {
  /// None: each is enqueued.
  public var uniqueKey: String? { nil }
}

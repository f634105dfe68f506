public import Foundation
public import GRDB
public import Logging

/// What a job works with.
public struct JobContext: Sendable {
  /// The database of the backend.
  public let database: any DatabaseWriter
  /// What sends messages.
  public let mailer: any Mailer
  /// The clock.
  public let now: @Sendable () -> Date
  /// Where is said what nobody is told.
  public let logger: Logger

  /// Makes a context; all jobs of a runner share one.
  public init(
    database: any DatabaseWriter,
    mailer: any Mailer,
    now: @escaping @Sendable () -> Date = { Date() },
    logger: Logger = Logger(label: "newsroom.jobs") { _ in SwiftLogNoOpLogHandler() }
  ) {
    self.database = database
    self.mailer = mailer
    self.now = now
    self.logger = logger
  }
}

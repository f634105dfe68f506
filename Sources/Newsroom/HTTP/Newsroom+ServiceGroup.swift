import Foundation
public import GRDB
import Hummingbird
public import ServiceLifecycle
import UnixSignals

extension Newsroom {
  /// The whole backend on a migrated database: requests are answered, and jobs run.
  ///
  /// SIGTERM and SIGINT end it gracefully: it takes no more requests, answers those that it has,
  /// lets running jobs end, and returns.
  ///
  /// ```swift
  /// let settings = try await Settings.load()
  /// let database = try Newsroom.openDatabase(path: settings.database)
  /// try await Newsroom.serviceGroup(database: database, settings: settings).run()
  /// ```
  ///
  /// - Parameters:
  ///   - database: Where everything is kept.
  ///   - settings: What differs from one machine to the next.
  ///   - services: What the backend works with beyond its database; what the settings say when it
  ///     is left out.
  ///   - onListening: Is told the port when requests are taken.
  /// - Throws: ``SchemaError`` when the database has not been migrated, ``MailError`` when the
  ///   spool can't be written.
  public static func serviceGroup(
    database: any DatabaseWriter,
    settings: Settings,
    services: Services? = nil,
    onListening: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
  ) throws -> ServiceGroup {
    let services = services ?? Services(settings)
    let jobs = JobQueue(
      database, lease: TimeInterval(settings.jobLease), now: services.now)
    let runner = JobRunner(
      queue: jobs,
      registry: .newsroom,
      context: JobContext(
        database: database,
        mailer: try services.mailer(settings),
        now: services.now,
        logger: services.logger),
      options: JobRunnerOptions(workers: settings.workers)
    )
    let application = try application(
      database: database, settings: settings, services: services, jobs: jobs,
      onListening: onListening)
    var configuration = ServiceGroupConfiguration(
      // They shut down in the opposite order: jobs are run until the last request is answered.
      services: [runner, application],
      gracefulShutdownSignals: [.sigterm, .sigint],
      logger: services.logger
    )
    configuration.maximumGracefulShutdownDuration = .seconds(30)
    return ServiceGroup(configuration: configuration)
  }
}

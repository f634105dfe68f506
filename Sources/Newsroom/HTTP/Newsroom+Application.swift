public import GRDB
public import Hummingbird
import Logging

extension Newsroom {
  /// The backend on a migrated database, ready to run or to be tested.
  ///
  /// It enqueues jobs and does not run them;
  /// ``serviceGroup(database:settings:services:onListening:)`` does both.
  ///
  /// - Parameters:
  ///   - database: Where everything is kept: a queue or a pool, in memory or in a file.
  ///   - settings: What differs from one machine to the next; what tests need when it is left out.
  ///   - services: What the backend works with beyond its database.
  ///   - jobs: The queue that the health check asks; the one of the runner, if there is one.
  ///   - onListening: Is told the port when requests are taken.
  /// - Throws: ``SchemaError`` when the database has not been migrated.
  public static func application(
    database: any DatabaseWriter,
    settings: Settings = Settings(.test),
    services: Services = Services(),
    jobs: JobQueue? = nil,
    onListening: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
  ) throws -> some ApplicationProtocol {
    try database.read { db in try Schema.check(db) }
    let router = router(database: database, settings: settings, services: services, jobs: jobs)
    return Application(
      router: router,
      configuration: ApplicationConfiguration(
        address: .hostname(settings.hostname, port: settings.port), serverName: "newsroom"),
      onServerRunning: { channel in await onListening(channel.port) },
      logger: services.logger
    )
  }

  /// All that the backend answers.
  static func router(
    database: any DatabaseWriter,
    settings: Settings,
    services: Services,
    jobs: JobQueue?
  ) -> Router<NewsroomContext> {
    let health = HealthCheck(
      database,
      jobs: jobs ?? JobQueue(database, now: services.now),
      limits: HealthCheck.Limits(time: .seconds(settings.healthTimeout))
    )
    let router = Router(context: NewsroomContext.self)
    router.add(middleware: LogRequestsMiddleware(.info))
    router.add(middleware: ErrorMiddleware())
    router.addRoutes(HealthRoutes(check: health).routes)
    router.addRoutes(
      WebhookRoutes(
        database: database, secrets: settings.secrets.webhookSecrets, now: services.now
      ).routes)
    addTenantRoutes(to: router, database: database, settings: settings, services: services)
    return router
  }

  /// Everything below `/api` belongs to a tenant.
  private static func addTenantRoutes(
    to router: Router<NewsroomContext>,
    database: any DatabaseWriter,
    settings: Settings,
    services: Services
  ) {
    let tenants = TenantMiddleware(
      tenants: TenantStore(database), resolution: TenantResolution(settings), now: services.now)
    router.group("api")
      .add(middleware: tenants)
      .group(context: TenantContext.self)
      .addRoutes(ArticleRoutes(database: database).routes, atPath: "articles")
      .addRoutes(CommentRoutes(database: database).routes, atPath: "articles/:id/comments")
      .addRoutes(AuditRoutes(database: database).routes, atPath: "audit")
      .addRoutes(
        SubscriptionRoutes(database: database, gateway: services.gateway).routes,
        atPath: "subscriptions")
  }
}

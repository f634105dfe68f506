public import GRDB
public import Hummingbird
public import Logging

extension Newsroom {
  /// The backend on a migrated database, ready to run or to be tested.
  ///
  /// - Parameters:
  ///   - database: Where everything is kept: a queue or a pool, in memory or in a file.
  ///   - services: The companies and machines that the backend works with.
  ///   - tenants: How requests say which tenant they are for.
  ///   - configuration: The address to serve on, and Hummingbird's other settings.
  ///   - logger: Where requests and failures are logged; nowhere when it is left out.
  /// - Throws: ``SchemaError`` when the database has not been migrated.
  public static func application(
    database: any DatabaseWriter,
    services: Services = Services(),
    tenants: TenantResolution = TenantResolution(),
    configuration: ApplicationConfiguration = ApplicationConfiguration(),
    logger: Logger = Logger(label: "newsroom") { _ in SwiftLogNoOpLogHandler() }
  ) throws -> some ApplicationProtocol {
    try database.read { db in try Schema.check(db) }
    return Application(
      router: router(database: database, services: services, tenants: tenants),
      configuration: configuration,
      logger: logger
    )
  }

  /// Every route of the backend; only those below `/api` belong to a tenant.
  private static func router(
    database: any DatabaseWriter,
    services: Services,
    tenants: TenantResolution
  ) -> Router<NewsroomContext> {
    let router = Router(context: NewsroomContext.self)
    router.add(middleware: LogRequestsMiddleware(.info))
    router.add(middleware: ErrorMiddleware())
    router.addRoutes(HealthRoutes(database: database).routes)
    router.group("api")
      .add(
        middleware: TenantMiddleware(
          tenants: TenantStore(database), resolution: tenants, now: services.now)
      )
      .group(context: TenantContext.self)
      .addRoutes(ArticleRoutes(database: database).routes, atPath: "articles")
      .addRoutes(CommentRoutes(database: database).routes, atPath: "articles/:id/comments")
      .addRoutes(AuditRoutes(database: database).routes, atPath: "audit")
      .addRoutes(
        SubscriptionRoutes(database: database, gateway: services.gateway).routes,
        atPath: "subscriptions")
    return router
  }
}

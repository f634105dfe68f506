import GRDB

/// One tenant's rows, on one connection.
///
/// It stands where GRDB's `Database` would. Requests are written as ever; the tenant's condition is
/// added when they run:
///
/// ```swift
/// let articles = try rows.fetchAll(Article.order { $0.publishedAt.desc })
/// // SELECT * FROM article WHERE tenantId = ? ORDER BY publishedAt DESC
/// ```
struct TenantRows {
  private let db: Database
  private let tenant: Tenant

  init(_ db: Database, tenant: Tenant) {
    self.db = db
    self.tenant = tenant
  }

  /// The tenant's id, for rows that are about to be written.
  var tenantId: Int64 { tenant.id }

  /// All of the tenant's rows that match the request.
  func fetchAll<Record: FetchableRecord>(
    _ request: QueryInterfaceRequest<Record>
  ) throws -> [Record] {
    try owned(request).fetchAll(db)
  }

  /// The first of the tenant's rows that matches the request.
  func fetchOne<Record: FetchableRecord>(
    _ request: QueryInterfaceRequest<Record>
  ) throws -> Record? {
    try owned(request).fetchOne(db)
  }

  /// Whether any of the tenant's rows matches the request.
  func exists<Record>(_ request: QueryInterfaceRequest<Record>) throws -> Bool {
    try !owned(request).isEmpty(db)
  }

  /// Inserts a row for the tenant, whatever tenant the record names, and returns its id.
  @discardableResult
  func insert(_ record: some TenantOwned) throws -> Int64 {
    var record = record
    record.tenantId = tenantId
    try record.insert(db)
    return db.lastInsertedRowID
  }

  /// Runs SQL written by hand, which has to make use of the tenant's id that it is given.
  func execute(_ sql: (_ tenantId: Int64) -> SQL) throws {
    try db.execute(literal: sql(tenantId))
  }

  private func owned<Record>(
    _ request: QueryInterfaceRequest<Record>
  ) -> QueryInterfaceRequest<Record> {
    request.filter(Column("tenantId") == tenantId)
  }
}

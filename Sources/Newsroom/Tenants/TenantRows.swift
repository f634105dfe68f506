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
  private let scope: TenantScope

  init(_ db: Database, scope: TenantScope) {
    self.db = db
    self.scope = scope
  }

  /// The tenant's id, for rows that are about to be written.
  var tenantId: Int64 { scope.tenant.id }

  /// How many of the tenant's rows match the request.
  func fetchCount<Record>(_ request: QueryInterfaceRequest<Record>) throws -> Int {
    try owned(request).fetchCount(db)
  }

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

  /// Writes the columns of a row that differ from those of `old`, which was read in this transaction.
  ///
  /// - Throws: GRDB's `RecordError` when the tenant has no such row.
  func update<Record: TenantOwned>(_ record: Record, from old: Record) throws {
    let changes = try record.databaseChanges(from: old)
    guard !changes.isEmpty else { return }
    let assignments = changes.keys.sorted().map { column in
      Column(column).set(to: changes[column] ?? .null)
    }
    guard try row(of: old).updateAll(db, assignments) == 1 else {
      throw RecordError.recordNotFound(databaseTableName: Record.databaseTableName, key: [:])
    }
  }

  /// Deletes a row of the tenant.
  ///
  /// - Returns: Whether it was there.
  @discardableResult
  func delete<Record: TenantOwned>(_ record: Record) throws -> Bool {
    try row(of: record).deleteAll(db) > 0
  }

  /// Runs SQL written by hand, which has to make use of the tenant's id that it is given.
  func execute(_ sql: (_ tenantId: Int64) -> SQL) throws {
    try db.execute(literal: sql(tenantId))
  }

  /// Enqueues a job in the transaction of what is written here.
  ///
  /// - Returns: Whether it is new; `false` when its unique key was enqueued before.
  @discardableResult
  func enqueue(_ job: some Job) throws -> Bool {
    try db.enqueue(job)
  }

  private func row<Record: TenantOwned>(of record: Record) throws -> QueryInterfaceRequest<Record> {
    owned(Record.all().filter(Column("id") == (try record.databaseDictionary["id"] ?? .null)))
  }

  private func owned<Record>(
    _ request: QueryInterfaceRequest<Record>
  ) -> QueryInterfaceRequest<Record> {
    request.filter(Column("tenantId") == tenantId)
  }
}

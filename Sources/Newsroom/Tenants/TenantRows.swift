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
  private let log: AuditLog

  init(_ db: Database, scope: TenantScope) {
    self.db = db
    self.scope = scope
    self.log = AuditLog(db, scope: scope)
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
  func insert<Record: TenantOwned>(
    _ record: Record,
    details: [AuditDetail] = []
  ) throws -> Int64 {
    var record = record
    record.tenantId = tenantId
    try record.insert(db)
    let id = db.lastInsertedRowID
    try log.inserted(row(id: id, of: Record.self), details: details)
    return id
  }

  /// Writes the columns of a row that differ from those of `old`, which was read in this
  /// transaction; its id and its tenant stay.
  ///
  /// - Throws: GRDB's `RecordError` when the tenant has no such row.
  func update<Record: TenantOwned>(
    _ record: Record,
    from old: Record,
    details: [AuditDetail] = []
  ) throws {
    let changes = try old.databaseChanges(from: record)
      .filter { column, _ in column != "id" && column != "tenantId" }
    let details = details.filter(\.isChange)
    guard !changes.isEmpty || !details.isEmpty else { return }
    let row = try row(of: old)
    try log.updating(row, to: changes, details: details)
    let assignments = changes.sorted { $0.key < $1.key }
      .map { column, value in Column(column).set(to: value) }
    let found = try assignments.isEmpty ? !row.isEmpty(db) : row.updateAll(db, assignments) == 1
    guard found else {
      throw RecordError.recordNotFound(databaseTableName: Record.databaseTableName, key: [:])
    }
  }

  /// Deletes a row of the tenant.
  ///
  /// - Returns: Whether it was there.
  @discardableResult
  func delete<Record: TenantOwned>(
    _ record: Record,
    details: [AuditDetail] = []
  ) throws -> Bool {
    let row = try row(of: record)
    try log.deleting(row, details: details)
    return try row.deleteAll(db) > 0
  }

  /// Deletes all of the tenant's rows that match the request, and returns how many there were.
  ///
  /// Two statements, however many rows there are.
  @discardableResult
  func deleteAll<Record: TenantOwned>(_ request: QueryInterfaceRequest<Record>) throws -> Int {
    try log.deleting(owned(request), details: [])
    return try owned(request).deleteAll(db)
  }

  /// Inserts those of the rows that no unique key keeps out, in one statement.
  ///
  /// It can't tell which ones it inserted, so it takes only records that are not audited.
  func insertUnlessThere<Record: TenantOwned>(_ records: [Record]) throws {
    precondition(!Record.isAudited, "\(Record.self) is audited: insert its rows one by one")
    let rows = try records.map { record in
      var record = record
      record.tenantId = tenantId
      return try record.databaseDictionary.filter { $0.key != "id" }.sorted { $0.key < $1.key }
    }
    guard let columns = rows.first?.map({ "\(Column($0.key))" as SQL }) else { return }
    let values = rows.map { row in
      "(\(row.map { "\($0.value)" as SQL }.joined(separator: ", ")))" as SQL
    }
    try db.execute(
      literal: """
        INSERT INTO \(Record.self) (\(columns.joined(separator: ", ")))
        VALUES \(values.joined(separator: ", "))
        ON CONFLICT DO NOTHING
        """
    )
  }

  /// Joins one of the tenant's rows to all of the tenant's rows that match the request.
  func link<Link: TenantLink>(
    _ link: Link.Type,
    owner id: Int64,
    to targets: QueryInterfaceRequest<Link.Target>
  ) throws {
    try db.execute(
      literal: """
        INSERT INTO \(Link.self) (\(Link.owner), \(Link.target))
        SELECT owner.id, target.id
        FROM (\(row(id: id, of: Link.Owner.self))) AS owner, (\(owned(targets))) AS target
        WHERE TRUE
        ON CONFLICT DO NOTHING
        """
    )
  }

  /// Takes all links of one of the tenant's rows away, but those to rows that match the request.
  func unlink<Link: TenantLink>(
    _ link: Link.Type,
    owner id: Int64,
    except targets: QueryInterfaceRequest<Link.Target>
  ) throws {
    try db.execute(
      literal: """
        DELETE FROM \(Link.self)
        WHERE \(Link.owner) IN (\(row(id: id, of: Link.Owner.self).selectID()))
        AND \(Link.target) NOT IN (\(owned(targets).selectID()))
        """
    )
  }

  /// Enqueues a job in the transaction of what is written here.
  ///
  /// - Returns: Whether it is new; `false` when its unique key was enqueued before.
  @discardableResult
  func enqueue(_ job: some Job) throws -> Bool {
    try db.enqueue(job)
  }

  private func row<Record: TenantOwned>(of record: Record) throws -> QueryInterfaceRequest<Record> {
    row(id: try record.databaseDictionary["id"] ?? .null, of: Record.self)
  }

  private func row<Record: TenantOwned>(
    id: some DatabaseValueConvertible,
    of record: Record.Type
  ) -> QueryInterfaceRequest<Record> {
    owned(Record.all().filter(Column("id") == id.databaseValue))
  }

  private func owned<Record>(
    _ request: QueryInterfaceRequest<Record>
  ) -> QueryInterfaceRequest<Record> {
    request.filter(Column("tenantId") == tenantId)
  }
}

extension QueryInterfaceRequest {
  fileprivate func selectID() -> QueryInterfaceRequest<Int64> { select(Column("id")) }
}

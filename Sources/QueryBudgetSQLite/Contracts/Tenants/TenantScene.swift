import QueryBudget

/// The databases as they were, and the rows of another tenant that are put into them.
final class TenantScene {
  let tables: TenantTables
  let owned: OwnedRows

  /// Every row before the call that comes next.
  private(set) var contents: DatabaseContents

  private let bench: ContractBench
  private let writer: any TenantRowWriting
  private let copies: (after: NeighbourCopies, before: NeighbourCopies)

  init(
    bench: ContractBench,
    tenant: [SQLiteValue],
    column: String,
    sharing: [String],
    writer: any TenantRowWriting
  ) throws {
    let schema = SchemaReader.schema(of: bench.recorder)
    do {
      tables = try TenantTables(schema, column: column, sharing: sharing)
    } catch {
      throw HarnessError("\(bench.name): \(error)")
    }
    owned = OwnedRows(of: tenant, in: bench.before, tables: tables)
    copies = (
      NeighbourCopies(of: owned, in: bench.before, .after),
      NeighbourCopies(of: owned, in: bench.before, .before)
    )
    contents = bench.before
    self.bench = bench
    self.writer = writer
  }

  /// The databases were put back.
  func begin() throws { contents = bench.before }

  /// Adds the copies; answers whether there are any.
  @discardableResult
  func addNeighbours(_ place: NeighbourPlace) throws -> Bool {
    let copies = place == .after ? copies.after : copies.before
    let refusals = try wrapping("adding rows of another tenant failed") {
      try writer.add(copies.rows, renewed: copies.renewed)
    }
    contents = try bench.contents()
    let added = Set(theirs(in: contents, of: copies.tenant).map(\.table))
    let missing = Set(owned.rows.map(\.table)).subtracting(added).sorted()
    guard let table = missing.first(where: { refusals[$0] != nil }) else {
      return !added.isEmpty
    }
    if place == .before { return !added.isEmpty }
    throw HarnessError(
      "\(bench.name): no row of another tenant could be added to \(table): "
        + "\(refusals[table] ?? "") Where all tenants share its rows, say so: "
        + "sharing: [\"\(table)\"].")
  }

  /// Deletes the tenant's rows; the other tenant is there, and has none.
  func removeOwn() throws {
    try wrapping("deleting the tenant's rows failed") {
      try addOther()
      try writer.remove(owned.rows.filter { !isAnchor($0) })
    }
    contents = try bench.contents()
  }

  /// Gives the tenant's rows to another one.
  func handOver() throws {
    try wrapping("giving the tenant's rows to another one failed") {
      try addOther()
      try writer.change(copies.after.handedOver().filter { !isAnchor($0.old) })
    }
    contents = try bench.contents()
  }

  /// Whether the row of the tenant itself refers to a row, such as to its owner: that stays the
  /// tenant's in every call.
  private func isAnchor(_ row: TenantRow) -> Bool {
    guard let tenant = owned.tenantRow else { return false }
    return tables.schema.foreignKeys(of: tenant.table).contains { key in
      key.parentTable == row.table
        && tenant.filled(key.columns).map { $0 == row.filled(key.parentColumns) } ?? false
    }
  }

  private func addOther() throws {
    guard let tenant = copies.after.tenantRow else { return }
    _ = try writer.add([tenant], renewed: copies.after.renewed)
  }

  private func wrapping<Result>(_ step: String, _ body: () throws -> Result) throws -> Result {
    try HarnessError.wrapping("\(bench.name): \(step)", body)
  }

  // MARK: Whose rows

  func other(in scenario: TenantScenario) -> SQLiteValue {
    if case .before = scenario { copies.before.tenant } else { copies.after.tenant }
  }

  /// The rows of the other tenant, and among the tenants its own.
  func theirs(in contents: DatabaseContents, _ scenario: TenantScenario) -> [TenantRow] {
    theirs(in: contents, of: other(in: scenario))
  }

  private func theirs(in contents: DatabaseContents, of tenant: SQLiteValue) -> [TenantRow] {
    let rows = OwnedRows(of: [tenant], in: contents, tables: tables)
    return rows.rows + (rows.tenantRow.map { [$0] } ?? [])
  }
}

public import QueryBudgetSQLite

extension Fixtures {
  /// Makes one row, with parents of its own.
  ///
  /// ```swift
  /// let article = try fixtures.create("article", ["title": "Hello"])
  /// try fixtures.create("comment", ["articleId": article])
  /// ```
  ///
  /// Throws a ``FixtureError`` as `create(_:count:_:sharing:children:eachRow:)` does.
  @discardableResult
  public func create(
    _ table: String,
    _ values: [String: any SQLiteBindable] = [:],
    sharing: [Shared] = [],
    children: Children = .none
  ) throws -> CreatedRow {
    try create(table, count: 1, values, sharing: sharing, children: children)[0]
  }

  /// Makes rows, each with parents of its own.
  ///
  /// ```swift
  /// try fixtures.create("article", count: 100, sharing: ["tenant"], children: ["tag": 3])
  /// try fixtures.create("article", count: 10, ["published": true]) { ["title": "Article \($0)"] }
  /// ```
  ///
  /// `values` are those of every row; `eachRow` gives, by the number of the row from 1 on, what is
  /// the row's own. What nobody gives is made up: constant defaults are kept, everything else is
  /// filled, nullable columns among it, unless they say that a row is gone. A foreign key that is given gets no parent.
  ///
  /// Throws a ``FixtureError`` when rows can't be made so, or what `eachRow` throws; the database is
  /// as it was before then.
  @discardableResult
  public func create(
    _ table: String,
    count: Int,
    _ values: [String: any SQLiteBindable] = [:],
    sharing: [Shared] = [],
    children: Children = .none,
    eachRow: (Int) throws -> [String: any SQLiteBindable] = { _ in [:] }
  ) throws -> CreatedRows {
    try making { catalog in
      let table = try catalog.tableForRows(table)
      let given = try GivenValues(values, count: count, of: table, eachRow: eachRow)
      var graph = try RowGraph(catalog, sharing: sharing)
      let rows = try graph.add(table, count: count, given: given.columns, children: children)
      return (graph, [rows])
    }[0]
  }

  /// Makes rows of several tables, which refer to one another as far as they can.
  ///
  /// ```swift
  /// try fixtures.create(["author": 10, "article": 100])  // ten articles for each author
  /// try fixtures.create(["author": 10, "article": 100], children: ["comment": 3])
  /// ```
  ///
  /// The children are those of every table that they can be children of.
  ///
  /// Throws a ``FixtureError`` when rows can't be made so; the database is as it was before then.
  @discardableResult
  public func create(
    _ counts: KeyValuePairs<String, Int>,
    sharing: [Shared] = [],
    children: Children = .none
  ) throws -> [CreatedRows] {
    try create(
      counts: counts.map { ($0.key, $0.value) }, sharing: sharing, children: children)
  }

  /// Makes so many rows of every table but those in which a library keeps its migrations.
  ///
  /// ```swift
  /// try fixtures.fill(count: 1000)
  /// ```
  ///
  /// Throws a ``FixtureError`` when rows can't be made so; the database is as it was before then.
  @discardableResult
  public func fill(count: Int) throws -> [CreatedRows] {
    try create(
      counts: tablesToFill().map { ($0, count) }, sharing: [], children: .none)
  }

  /// The tables that take rows of their own, but those in which a library keeps its migrations.
  package func tablesToFill() throws -> [String] {
    try connection.withHandle { try TableReader(handle: $0).tableNames() }
      .filter { !MigrationTables.contains($0) }
  }

  /// The same of a list that is made while the program runs.
  @discardableResult
  package func create(
    counts: [(table: String, count: Int)],
    sharing: [Shared],
    children: Children
  ) throws -> [CreatedRows] {
    try making { catalog in
      let tables = try counts.map { name, count in
        let table = try catalog.tableForRows(name)
        _ = try GivenValues([:], count: count, of: table) { _ in [:] }
        return (table: table, count: count)
      }
      var graph = try RowGraph(catalog, sharing: sharing)
      let sets = try graph.add(counts: tables, children: children)
      return (graph, sets)
    }
  }

  /// Writes the rows of a graph in one transaction, and answers those that were asked for.
  private func making(
    _ body: (TableCatalog) throws -> (graph: RowGraph, asked: [RowSet])
  ) throws -> [CreatedRows] {
    try connection.transaction { handle in
      let made = try body(TableCatalog(on: handle, cache: cache, seed: seed))
      let writer = try RowWriter(WriteOrder(made.graph.sets), on: handle, progress: progress)
      try writer.write()
      return made.asked.map { rows in
        CreatedRows(
          table: rows.table.displayName, quotedTable: rows.table.quotedName,
          keys: writer.keys(of: rows), connection: connection)
      }
    }
  }
}

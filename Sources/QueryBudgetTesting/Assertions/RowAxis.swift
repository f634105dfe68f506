public import QueryBudgetFixtures
public import QueryBudgetSQLite
import QueryBudget

/// A table that fixtures grow by themselves, with its parents and children.
///
/// ```swift
/// try await assertConstantQueries("GET /api/articles", on: recorder, growing: .rows("article")) {
///   try await client.get("/api/articles")
/// }
/// ```
///
/// From one scale to the next only the rows that are missing are added, as long as the measured code
/// does nothing but read; otherwise the database goes back to what it was first.
public struct RowAxis: Sendable {
  private let table: String
  private let values: [String: SQLiteValue]
  private let sharing: [Shared]
  private let children: Children
  private let seed: UInt64

  /// Rows of a table.
  ///
  /// Each gets parents of its own, but for what they share, and the children that are named; by
  /// default two in every table that refers to it by one foreign key. `values` are those of every
  /// row.
  ///
  /// ```swift
  /// let articles = RowAxis.rows(
  ///   "article", ["published": true], sharing: [.row(tenant)], children: ["tag": 3])
  /// ```
  public static func rows(
    _ table: String,
    _ values: [String: any SQLiteBindable] = [:],
    sharing: [Shared] = [],
    children: Children = .automatic,
    seed: UInt64 = 1
  ) -> RowAxis {
    RowAxis(
      table: table, values: values.mapValues(\.sqliteValue), sharing: sharing, children: children,
      seed: seed)
  }

  /// Whether rows that are made one after the other are those that are made at once: not where each
  /// call makes a row that its own rows share.
  var isAdditive: Bool {
    sharing.allSatisfy(\.isThere)
  }

  /// What a failure calls it: `articles`.
  var name: String { Axis.plural(of: table) }

  /// What makes so many rows in the database of a recorder.
  func populate(_ recorder: StatementRecorder) -> (Int) throws -> Void {
    let fixtures = Fixtures(recorder, seed: seed)
    return { count in
      try fixtures.create(
        table, count: count, values, sharing: sharing, children: children)
    }
  }
}

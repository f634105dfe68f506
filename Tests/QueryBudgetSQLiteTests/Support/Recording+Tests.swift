import QueryBudget

extension Recording {
  /// The SQL of every statement, in order.
  var sql: [String] { statements.map(\.sql) }

  /// How many rows each statement returned, in order.
  var rows: [Int] { statements.map(\.rows) }

  /// The statements that the database refused.
  var failures: [String] { statements.filter(\.failed).map(\.sql) }
}

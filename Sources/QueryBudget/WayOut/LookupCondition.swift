/// A column by whose value a statement looks rows up: `author.id` in `WHERE author.id = ?`.
package struct LookupCondition: Sendable, Hashable {
  /// The column, by its names in the schema.
  package let column: TableColumn

  /// Whether the value is a parameter, and no literal of the statement.
  package let isParameter: Bool

  package init(_ column: TableColumn, isParameter: Bool) {
    self.column = column
    self.isParameter = isParameter
  }

  /// The columns that a statement compares with a value in every row that it finds: in WHERE, and in
  /// ON where the join is no outer one; nothing under OR or NOT.
  ///
  /// A subquery counts only where there is nothing around it: `SELECT EXISTS (SELECT …)`.
  package static func list(in sql: String, schema: DatabaseSchema) -> [LookupCondition] {
    StatementReading(sql, schema: schema)?.lookups ?? []
  }
}

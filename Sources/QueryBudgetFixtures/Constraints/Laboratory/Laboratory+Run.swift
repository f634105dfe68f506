import QueryBudget
import QueryBudgetSQLite

/// A row to be tried: a value for each column that can be given one, in the table's order.
typealias TrialRow = [SQLiteValue]

extension Laboratory {
  /// What SQLite says of a row.
  enum Outcome: Sendable {
    /// The values of the expressions that were asked for.
    case stored([SQLiteValue])
    case refused(SQLiteError)
  }

  /// Inserts a row, asks for expressions of it, and takes it out again.
  func outcome(of row: TrialRow, asking expressions: [String]) -> Outcome {
    do {
      try insert(row)
      let values = try read(expressions)
      try run(deletion)
      return .stored(values)
    } catch let error as SQLiteError {
      try? run(deletion)
      return .refused(error)
    } catch {
      return .refused(SQLiteError(code: 1, message: "\(error)"))
    }
  }

  /// Inserts a row beside those that were kept before; what refuses it, if anything does.
  func keep(_ row: TrialRow) -> SQLiteError? {
    do {
      try insert(row)
      return nil
    } catch {
      return error as? SQLiteError
    }
  }

  /// Takes out all rows.
  func clear() {
    try? run(deletion)
  }

  /// What SQLite makes of an expression without columns; nil where it refuses it.
  func constant(_ sql: String) -> SQLiteValue? {
    guard let statement = try? PreparedStatement("SELECT \(sql)", on: handle),
      (try? statement.step()) == true
    else { return nil }
    return statement.values.first
  }

  private func insert(_ row: TrialRow) throws {
    let statement = try statement(insertion)
    defer { statement.reset() }
    try statement.bind(row)
    _ = try statement.step()
  }

  private func read(_ expressions: [String]) throws -> [SQLiteValue] {
    guard !expressions.isEmpty else { return [] }
    let list = expressions.joined(separator: ", ")
    let statement = try statement("SELECT \(list) FROM \(SQLName.quoted(table.name))")
    defer { statement.reset() }
    guard try statement.step() else {
      throw SQLiteError(code: 19, message: "the row was left out")
    }
    return statement.values
  }

  private func run(_ sql: String) throws {
    let statement = try statement(sql)
    defer { statement.reset() }
    _ = try statement.step()
  }
}

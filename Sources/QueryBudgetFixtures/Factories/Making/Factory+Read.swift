import QueryBudgetSQLite

extension Factory {
  /// The records of rows, as the database has them.
  ///
  /// Throws a ``FixtureError`` where the type can't be read, or not from what the rows hold.
  func readRecords(of rows: [CreatedRow]) throws -> [Record] {
    guard let decode = coding.record else {
      // The factory was declared in generic code that knew less of the type than the call does.
      throw label.error(
        "Factory \(name) only writes \(Record.self): declare it where the type is known to be "
          + "readable.")
    }
    return try CreatedRow.read(rows).map { row in
      do {
        return try decode(row)
      } catch {
        throw label.error(
          "The row of \(table) can't be read back as \(Record.self): \(CodingText.of(error)).")
      }
    }
  }
}

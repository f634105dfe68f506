import Testing

@testable import QueryBudgetSQLite

@Suite struct TimeColumnsTests {
  @Test(
    "Names that speak of time",
    arguments: [
      "createdAt", "created_at", "due_on", "timestamp", "lockedUntil", "expiryDate", "ts",
      "DueDate",
    ])
  func times(name: String) { #expect(TimeColumns.speaksOfTime(name)) }

  @Test(
    "Names that don't",
    arguments: ["id", "amount", "at", "on", "balance", "format", "duration", "person", "attempts"])
  func others(name: String) { #expect(!TimeColumns.speaksOfTime(name)) }

  @Test("A declared type says it as well, on whatever database")
  func declared() throws {
    let database = try RecordingDatabase(.inMemory)
    try database.execute(
      """
      ATTACH ':memory:' AS other;
      CREATE TABLE visit(id INTEGER PRIMARY KEY, seen DATETIME, place TEXT);
      CREATE TABLE other.visit(id INTEGER PRIMARY KEY, seen TEXT, place TIMESTAMP);
      """)
    let columns = TimeColumns(of: database.recorder)
    #expect(columns.contains("seen", of: "visit"))
    #expect(!columns.contains("place", of: "visit"))
    #expect(columns.contains("PLACE", of: "other.visit"))
    #expect(!columns.contains("seen", of: "other.visit"))
  }
}

import QueryBudgetSQLite
import Testing

/// Values on their way into a database and out of it.
@Suite("Values in rows")
struct RowValueTests {
  let database: RecordingDatabase

  init() throws {
    database = try RecordingDatabase(.inMemory)
  }

  private func roundTrip(_ value: some SQLiteConvertible) throws -> SQLiteValue? {
    try database.query("SELECT ? AS value", [value]).first?["value"]
  }

  @Test("each kind of value comes back as it went in")
  func roundTrips() throws {
    #expect(try roundTrip(nil as String?) == .null)
    #expect(try roundTrip(Int.min) == .integer(.min))
    #expect(try roundTrip(Int64.max) == .integer(.max))
    #expect(try roundTrip(0.1) == .real(0.1))
    #expect(try roundTrip(true) == .integer(1))
    #expect(try roundTrip("") == .text(""))
    #expect(try roundTrip("ü\u{0}🙂") == .text("ü\u{0}🙂"))
    #expect(try roundTrip([UInt8]()) == .blob([]))
    #expect(try roundTrip([0, 255] as [UInt8]) == .blob([0, 255]))
    #expect(try roundTrip(SQLiteValue.text("as it is")) == .text("as it is"))
    #expect(try roundTrip(Optional(7)) == .integer(7))
  }

  @Test("a column as a type")
  func typed() throws {
    let rows = try database.query("SELECT 1 AS n, 2.5 AS r, 'a' AS t, NULL AS none, x'01' AS b")
    let row = try #require(rows.first)
    #expect(row.columns == ["n", "r", "t", "none", "b"])
    #expect(try row.value("n") as Int == 1)
    #expect(try row.value("n", as: Int64.self) == 1)
    #expect(try row.value("n", as: Bool.self))
    #expect(try row.value("n", as: Double.self) == 1)
    #expect(try row.value("r") as Double == 2.5)
    #expect(try row.value("t") as String == "a")
    #expect(try row.value("none", as: String?.self) == nil)
    #expect(try row.value("t", as: String?.self) == "a")
    #expect(try row.value("b") as [UInt8] == [1])
    #expect(row["missing"] == nil)
  }

  @Test("a column that is missing, or of another type, is an error that names it")
  func wrongType() throws {
    let row = try #require(try database.query("SELECT 1 AS n, 'a' AS t").first)
    let missing = #expect(throws: SQLiteError.self) { try row.value("m", as: Int.self) }
    #expect(missing?.message == "no column m in the result; it has n, t")
    let other = #expect(throws: SQLiteError.self) { try row.value("t", as: Int.self) }
    #expect(other?.message.hasPrefix("column t holds") == true)
    #expect(throws: SQLiteError.self) { try row.value("t", as: Int?.self) }
    #expect(throws: SQLiteError.self) { try row.value("n", as: String.self) }
    #expect(throws: SQLiteError.self) { try row.value("n", as: [UInt8].self) }
  }
}

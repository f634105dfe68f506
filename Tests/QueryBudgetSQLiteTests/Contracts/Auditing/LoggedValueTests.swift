import Testing

@testable import QueryBudgetSQLite

@Suite struct LoggedValueTests {
  @Test(
    "A value means what is stored, however it is written",
    arguments: [
      (.bool(true), 1), (.bool(false), 0), (.text("true"), 1), (.text("1"), 1), (.integer(7), 7),
      (.number(7), 7), (.text("7.0"), 7), (.number(9.5), 9.5), (.text("9.50"), 9.5),
      (.integer(9), 9.0), (.null, nil), (.text("NULL"), nil), (.text("Tides"), "Tides"),
      (.integer(12), "12"), (.list([.integer(1), .text("a")]), #"[1, "a"]"#),
      (.object(["a": .bool(true)]), #"{"a":true}"#),
      (.text("2026-11-26T10:00:00Z"), "2026-11-26 10:00:00.000"),
      (.text("2026-11-26T11:00:00+01:00"), "2026-11-26 10:00:00.250"),
      (.number(1_795_687_200), "2026-11-26 10:00:00.000"),
      (.number(817_380_000), "2026-11-26 10:00:00.000"),
      (.text("2026-11-26T10:00:00Z"), 1_795_687_200),
      (.text("2026-11-26T10:00:00.000Z"), 1_795_687_200_000),
      (.text("0aff"), .blob([10, 255])), (.text("Cv8="), .blob([10, 255])),
      (.text("X'0AFF'"), .blob([10, 255])),
      (.text("00010203-0405-0607-0809-0A0B0C0D0E0F"), .blob(Array(0..<16))),
    ] as [(LoggedValue, SQLiteValue)])
  func same(logged: LoggedValue, stored: SQLiteValue) {
    #expect(logged.means(stored))
  }

  @Test(
    "Another value does not",
    arguments: [
      (.bool(true), 0), (.bool(true), 2), (.text("true"), 0), (.integer(7), 8), (.text(""), nil),
      (.null, 0), (.null, ""), (.text("Tides "), "Tides"), (.text("tides"), "Tides"),
      (.text("7"), "07"), (.list([.integer(1)]), "[1, 2]"), (.integer(1), "one"),
      (.text("2026-11-26T10:00:01Z"), "2026-11-26 10:00:00.000"),
      (.text("2026-11-26 10:00:00.500"), "2026-11-26 10:00:00.000"),
      (.text("2026-11-26T10:00:00+01:00"), "2026-11-26 10:00:00.000"),
      (.text("0afe"), .blob([10, 255])), (.text("7"), .blob([7])),
    ] as [(LoggedValue, SQLiteValue)])
  func other(logged: LoggedValue, stored: SQLiteValue) {
    #expect(!logged.means(stored))
  }

  @Test(
    "A literal is read as SQLite writes it",
    arguments: [nil, 0, -7, 1.5, 1e300, "", "it's", "''", "NULL", .blob([]), .blob([0, 255])]
      as [SQLiteValue])
  func literals(value: SQLiteValue) throws {
    #expect(SQLiteValue(literal: value.literal) == value)
    let connection = try OwnConnection.inMemory()
    let quoted = try PreparedStatement.rows(of: "SELECT quote(?)", [value], on: connection.handle)
    #expect(SQLiteValue(literal: quoted[0].text(0)) == value)
  }

  @Test("A row is named by its key, also by one of several columns")
  func rows() {
    #expect(LoggedValue.integer(1).names([1], ["id"]))
    #expect(LoggedValue.text("1").names([1], ["id"]))
    #expect(!LoggedValue.integer(2).names([1], ["id"]))
    for text in ["1,eve", "1/eve", "1:eve", #"[1, "eve"]"#, #"{"book": 1, "reader": "eve"}"#] {
      #expect(LoggedValue.text(text).names([1, "eve"], ["book", "reader"]))
    }
    #expect(!LoggedValue.text("1").names([1, "eve"], ["book", "reader"]))
    #expect(!LoggedValue.text(#"[1]"#).names([1, "eve"], ["book", "reader"]))
  }
}

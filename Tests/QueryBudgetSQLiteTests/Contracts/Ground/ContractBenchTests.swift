import QueryBudget
import QueryBudgetSQLite
import Testing

/// What contracts stand on.
@Suite("The bench of a contract") struct ContractBenchTests {
  private let recorder = StatementRecorder()

  @Test("Every row before, now, and before again")
  func restores() throws {
    let connection = try Connection(recordedBy: recorder)
    try connection.execute(Library.schema + Library.rows(authors: 2))
    let bench = try ContractBench("work", on: recorder)
    try connection.execute("DELETE FROM reviews; UPDATE books SET title = 'x' WHERE id = 1")
    let differences = try bench.contents().differences(from: bench.before)
    #expect(differences.map(\.table) == ["books"] + Array(repeating: "reviews", count: 4))
    try bench.restore()
    #expect(try bench.contents() == bench.before)
  }

  @Test("Transactions that are left open are rolled back and counted")
  func openTransactions() throws {
    let one = try Connection(recordedBy: recorder)
    let other = try Connection(recordedBy: recorder)
    try one.execute("CREATE TABLE a(n); BEGIN; INSERT INTO a VALUES (1)")
    try other.execute("CREATE TABLE a(n)")
    try one.execute("ROLLBACK")
    let bench = try ContractBench("work", on: recorder)
    #expect(bench.rollBackOpenTransactions() == 0)
    try one.execute("BEGIN; INSERT INTO a VALUES (1)")
    #expect(bench.rollBackOpenTransactions() == 1)
    #expect(try bench.contents() == bench.before)
  }

  @Test("Two databases of one recorder may have tables of one name")
  func sameNames() throws {
    let one = try Connection(recordedBy: recorder)
    let other = try Connection(recordedBy: recorder)
    try one.execute("CREATE TABLE a(id INTEGER PRIMARY KEY)")
    try other.execute("CREATE TABLE a(id INTEGER PRIMARY KEY)")
    let bench = try ContractBench("work", on: recorder)
    try one.execute("INSERT INTO a VALUES (1)")
    try other.execute("INSERT INTO a VALUES (2)")
    #expect(
      try bench.contents().differences(from: bench.before).map(\.description)
        == ["a id 1: added", "a (database 2) id 2: added"])
  }

  @Test("What can't be held against a contract says why")
  func refuses() throws {
    #expect(throws: HarnessError.self) { try ContractBench("work", on: recorder) }
    let counting = StatementRecorder(detail: .counts)
    let connection = try Connection(recordedBy: counting)
    let error = #expect(throws: HarnessError.self) { try ContractBench("work", on: counting) }
    #expect(
      error?.description == """
        work: the recorder only counts, and a contract needs statements: make it with \
        StatementRecorder(detail: .statements).
        """)
    #expect(connection.close() == 0)
  }
}

import QueryBudget
import QueryBudgetSQLite
import QueryBudgetTesting

/// What a contract costs that is kept: one transaction of twenty writes beside a thousand rows,
/// against as many plain calls of it as the contract makes.
enum ContractBenchmarks {
  private static let writes = 20

  static func contracts(rounds: Int) throws -> [Measured] {
    try [
      measure("contracts/atomic", rounds) { database in
        try verifyAtomic("write", on: database.recorder) { try write(database) }
      },
      measure("contracts/retry-safe", rounds) { database in
        try verifyRetrySafe("write", on: database.recorder) { try write(database) }
      },
      measure("contracts/tenants", rounds) { database in
        try verifyTenantIsolated(
          "write", on: database.recorder, tenant: 1, column: "tenantId"
        ) { try write(database) }
      },
    ]
  }

  private static func measure(
    _ name: String,
    _ rounds: Int,
    _ verify: (RecordingDatabase) throws -> ContractResult
  ) throws -> Measured {
    var times: [(plain: Double, held: Double)] = []
    for _ in 0..<max(rounds, 3) {
      let database = try database()
      var result: ContractResult?
      let held = try ContinuousClock().measure { result = try verify(database) }
      guard let result, result.verdict == .kept else {
        throw BenchmarkError(description: result?.failure ?? "\(name) was not measured")
      }
      let plain = try ContinuousClock().measure {
        for _ in 0..<result.calls { try takingBack(database) { try write(database) } }
      }
      times.append((plain.nanoseconds, held.nanoseconds))
    }
    // The first round pays for what is made once in a process.
    let warm = times.dropFirst()
    return Measured(
      name: name, value: median(warm.map(\.held)) / 1e6, unit: "ms",
      ratio: median(warm.map { $0.held / $0.plain }))
  }

  private static func database() throws -> RecordingDatabase {
    let database = try RecordingDatabase(.inMemory)
    try database.execute(
      """
      CREATE TABLE tenant (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
      CREATE TABLE entry (
        tenantId INTEGER NOT NULL REFERENCES tenant, key TEXT NOT NULL, text TEXT NOT NULL,
        PRIMARY KEY (tenantId, key));
      INSERT INTO tenant VALUES (1, 'Daily');
      """)
    try Fixtures(database).create("entry", count: 1000, sharing: [.row(of: "tenant", 1)])
    return database
  }

  private static func write(_ database: RecordingDatabase) throws {
    try database.transaction {
      _ = try database.query("SELECT count(*) FROM entry WHERE tenantId = ?", [1])
      for number in 0..<writes {
        try database.execute(
          """
          INSERT INTO entry (tenantId, key, text) VALUES (?, ?, 'Text') ON CONFLICT DO NOTHING
          """, [1, "new-\(number)"])
      }
    }
  }

  private struct TakenBack: Error {}

  private static func takingBack(
    _ database: RecordingDatabase, _ body: () throws -> Void
  ) throws {
    do {
      try database.transaction {
        try body()
        throw TakenBack()
      }
    } catch is TakenBack {}
  }
}

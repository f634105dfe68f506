import CSQLite
import GRDB
import QueryBudget
import QueryBudgetGRDB
import QueryBudgetSQLite

/// A callback that does nothing: what SQLite itself asks for being watched.
private func ignore(
  _ event: UInt32, _ context: UnsafeMutableRawPointer?, _ subject: UnsafeMutableRawPointer?,
  _ detail: UnsafeMutableRawPointer?
) -> Int32 { 0 }

/// What recording costs a point SELECT: prepared, unprepared, and through GRDB.
enum RecordingBenchmarks {
  static func prepared(rounds: Int) throws -> [Measured] {
    try compare("prepared", 20_000, rounds) { try $0.selectPrepared($1) }
  }

  static func unprepared(rounds: Int) throws -> [Measured] {
    try compare("unprepared", 4_000, rounds) { try $0.selectUnprepared($1) }
  }

  private static func compare(
    _ group: String,
    _ iterations: Int,
    _ rounds: Int,
    _ work: @escaping (BenchmarkDatabase, Int) throws -> Void
  ) throws -> [Measured] {
    let bare = try BenchmarkDatabase()
    let empty = try BenchmarkDatabase()
    sqlite3_trace_v2(empty.handle, UInt32(SQLITE_TRACE_STMT), ignore, nil)
    return try Comparison(
      group: group, iterations: iterations, rounds: rounds,
      contenders: [
        Contender(name: "bare") { try work(bare, $0) },
        Contender(name: "empty-callback") { try work(empty, $0) },
        recorded("counting", .counts, work),
        recorded("full", .statements, work),
      ]
    ).measure()
  }

  private static func recorded(
    _ name: String,
    _ detail: StatementRecorder.Detail,
    _ work: @escaping (BenchmarkDatabase, Int) throws -> Void
  ) throws -> Contender {
    let database = try BenchmarkDatabase()
    let recorder = StatementRecorder(detail: detail)
    recorder.attach(to: database.handle)
    return Contender(name: name, recorder: recorder) { try work(database, $0) }
  }

  static func grdb(rounds: Int) throws -> [Measured] {
    let bare = try ArticleQueue(recorder: nil)
    let empty = try ArticleQueue(recorder: nil)
    empty.queue.inDatabase { database in
      _ = sqlite3_trace_v2(database.sqliteConnection, UInt32(SQLITE_TRACE_STMT), ignore, nil)
    }
    return try Comparison(
      group: "grdb", iterations: 1_000, rounds: rounds,
      contenders: [
        Contender(name: "bare", run: bare.fetch),
        Contender(name: "empty-callback", run: empty.fetch),
        fetching("counting", .counts),
        fetching("full", .statements),
      ]
    ).measure()
  }

  private static func fetching(
    _ name: String,
    _ detail: StatementRecorder.Detail
  ) throws -> Contender {
    let recorder = StatementRecorder(detail: detail)
    return Contender(
      name: name, recorder: recorder, run: try ArticleQueue(recorder: recorder).fetch)
  }
}

/// A point SELECT as GRDB's users write it: one read access, one record.
private struct ArticleQueue {
  struct Article: Codable, FetchableRecord, PersistableRecord {
    var id: Int64
    var title: String
  }

  let queue: DatabaseQueue

  init(recorder: StatementRecorder?) throws {
    var configuration = Configuration()
    if let recorder { configuration.record(with: recorder) }
    queue = try DatabaseQueue(configuration: configuration)
    try queue.write { database in
      try database.execute(sql: "CREATE TABLE article(id INTEGER PRIMARY KEY, title TEXT NOT NULL)")
      for id in 1...Int64(BenchmarkDatabase.rows) {
        try Article(id: id, title: "Article \(id)").insert(database)
      }
    }
  }

  func fetch(_ times: Int) throws {
    for time in 0..<times {
      let id = Int64(time % BenchmarkDatabase.rows + 1)
      guard try queue.read({ try Article.fetchOne($0, key: id) }) != nil else {
        throw BenchmarkError(description: "no article \(id)")
      }
    }
  }
}

import QueryBudget
import QueryBudgetSQLite

/// How fast texts become fingerprints: each seen for the first time, and each seen before.
enum FingerprintBenchmarks {
  /// Megabytes of SQL a second, on one core.
  static func distinct(rounds: Int) throws -> Measured {
    let texts = distinctTexts(20_000).map { Array($0.utf8) }
    let bytes = texts.map(\.count).reduce(0, +)
    let clock = ContinuousClock()
    var rates: [Double] = []
    var checksum = 0
    for _ in 0..<rounds {
      let elapsed = clock.measure {
        for text in texts {
          text.withUnsafeBufferPointer { checksum &+= Fingerprint(utf8: $0).sql.utf8.count }
        }
      }
      rates.append(Double(bytes) / elapsed.nanoseconds * 1e3)
    }
    guard checksum > 0 else { throw BenchmarkError(description: "no fingerprints") }
    return Measured(name: "fingerprint/distinct", value: median(rates), unit: "MB/s", ratio: nil)
  }

  /// What taking a recording costs for each statement whose text the recorder has seen before, for
  /// texts of 500 bytes; the ratio is to texts of 40 bytes: at 1, nothing looks at the text again.
  static func seen(rounds: Int) throws -> Measured {
    let short = try SeenTexts(columns: 1)
    let long = try SeenTexts(columns: 60)
    var times: [(short: Double, long: Double)] = []
    for _ in 0..<rounds {
      times.append((try short.nanosecondsToTake(10_000), try long.nanosecondsToTake(10_000)))
    }
    return Measured(
      name: "fingerprint/seen", value: median(times.map(\.long)), unit: "ns",
      ratio: median(times.map { $0.long / $0.short }))
  }

  /// Ordinary statements of 100 to 400 bytes, each with values and names of its own.
  static func distinctTexts(_ count: Int) -> [String] {
    (0..<count).map { number in
      let table = "article\(number % 97)"
      switch number % 4 {
      case 0:
        return "SELECT \"\(table)\".*, \"author\".\"name\" FROM \"\(table)\" JOIN \"author\" "
          + "ON \"author\".\"id\" = \"\(table)\".\"authorId\" WHERE \"\(table)\".\"tenantId\" = ? "
          + "AND \"\(table)\".\"id\" > \(number) ORDER BY \"\(table)\".\"publishedAt\" DESC LIMIT 20"
      case 1:
        let list = (0..<(number % 40 + 1)).map { String(number + $0) }.joined(separator: ", ")
        return "SELECT id, title, body, published_at FROM \(table) WHERE author_id IN (\(list)) "
          + "AND deleted = 0 ORDER BY id"
      case 2:
        return "INSERT INTO \(table) (title, body, author_id, price) VALUES ('Title \(number)', "
          + "'It''s the body of number \(number), as long as a sentence is.', \(number), -1.5e3) "
          + "ON CONFLICT (title) DO UPDATE SET body = excluded.body RETURNING id"
      default:
        return "UPDATE \(table) SET title = :title, updated_at = '2024-01-01 00:00:\(number % 60)' "
          + "WHERE id = \(number) AND tenant_id = @tenant AND state IS NOT NULL /* \(number) */"
      }
    }
  }
}

/// A recording whose one text the recorder has analysed before.
private struct SeenTexts {
  let database: BenchmarkDatabase
  let recorder = StatementRecorder()
  let sql: String

  init(columns: Int) throws {
    database = try BenchmarkDatabase()
    sql =
      "SELECT " + (1...columns).map { "id + \($0)" }.joined(separator: ", ")
      + " FROM article WHERE id = 0"
    recorder.attach(to: database.handle)
    _ = try nanosecondsToTake(1)
  }

  /// Runs the statement so many times, and times what comes after: taking the recording.
  func nanosecondsToTake(_ times: Int) throws -> Double {
    let open = recorder.openScope()
    try database.run(sql, times)
    let clock = ContinuousClock()
    let start = clock.now
    let recording = recorder.closeScope(open)
    let elapsed = clock.now - start
    guard recording.queryCount == times else {
      throw BenchmarkError(description: "\(recording.queryCount) of \(times) recorded")
    }
    return elapsed.nanoseconds / Double(times)
  }
}

import CSQLite

/// A test of a list of articles at 1, 10 and 100 as somebody would write it on the C interface alone,
/// without the harness: it counts the statements at each scale, and compares the counts.
enum HandwrittenAssertion {
  static func run(scales: [Int]) throws {
    let database = try BareDatabase("PRAGMA foreign_keys = ON;" + ArticleRows.schema)
    let handle = database.handle
    defer { withExtendedLifetime(database) {} }
    let counter = UnsafeMutablePointer<Int>.allocate(capacity: 1)
    counter.initialize(to: 0)
    defer { counter.deallocate() }
    sqlite3_trace_v2(handle, UInt32(SQLITE_TRACE_STMT), count, counter)
    var counts: [Int] = []
    for scale in scales {
      try BareDatabase.execute("BEGIN", on: handle)
      try ArticleRows.insert(scale, on: handle)
      counter.pointee = 0
      guard try ArticleList.rows(handle) == scale * (2 + ArticleRows.tagsEach) else {
        throw BenchmarkError(description: "the rows by hand are not those that were inserted")
      }
      counts.append(counter.pointee)
      try BareDatabase.execute("ROLLBACK", on: handle)
    }
    guard counts.allSatisfy({ $0 == 3 }) else {
      throw BenchmarkError(description: "by hand the list ran \(counts) statements")
    }
  }
}

/// What SQLite calls for each statement.
private func count(
  _ event: UInt32,
  _ context: UnsafeMutableRawPointer?,
  _ statement: UnsafeMutableRawPointer?,
  _ sql: UnsafeMutableRawPointer?
) -> Int32 {
  context?.assumingMemoryBound(to: Int.self).pointee += 1
  return 0
}

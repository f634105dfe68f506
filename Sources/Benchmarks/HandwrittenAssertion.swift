import CSQLite

/// A test of a list of articles at 1, 10 and 100 as somebody would write it on the C interface alone,
/// without the harness: it counts the statements at each scale, and compares the counts.
enum HandwrittenAssertion {
  private struct Article {
    let id: Int64
    let authorID: Int64
    let title: String
    let body: String
  }

  private struct Author {
    let id: Int64
    let name: String
  }

  private struct Tag {
    let articleID: Int64
    let name: String
  }

  static func run(scales: [Int]) throws {
    var opened: OpaquePointer?
    guard sqlite3_open(":memory:", &opened) == SQLITE_OK, let handle = opened else {
      throw BenchmarkError(description: "no database in memory")
    }
    defer { sqlite3_close(handle) }
    try execute("PRAGMA foreign_keys = ON", on: handle)
    try execute(ArticleRows.schema, on: handle)
    let counter = UnsafeMutablePointer<Int>.allocate(capacity: 1)
    counter.initialize(to: 0)
    defer { counter.deallocate() }
    sqlite3_trace_v2(handle, UInt32(SQLITE_TRACE_STMT), count, counter)
    var counts: [Int] = []
    for scale in scales {
      try execute("BEGIN", on: handle)
      try ArticleRows.insert(scale, on: handle)
      counter.pointee = 0
      guard try list(handle) == scale * (2 + ArticleRows.tagsEach) else {
        throw BenchmarkError(description: "the rows by hand are not those that were inserted")
      }
      counts.append(counter.pointee)
      try execute("ROLLBACK", on: handle)
    }
    guard counts.allSatisfy({ $0 == 3 }) else {
      throw BenchmarkError(description: "by hand the list ran \(counts) statements")
    }
  }

  /// How many rows the endpoint returned, all of them read.
  private static func list(_ handle: OpaquePointer) throws -> Int {
    let articles = try rows(ArticleRows.articles, on: handle) {
      Article(id: $0.integer(0), authorID: $0.integer(1), title: $0.text(2), body: $0.text(3))
    }
    let authors = try rows(ArticleRows.authors, on: handle) {
      Author(id: $0.integer(0), name: $0.text(1))
    }
    let tags = try rows(ArticleRows.tags, on: handle) {
      Tag(articleID: $0.integer(0), name: $0.text(1))
    }
    return articles.count + authors.count + tags.count
  }

  private static func rows<Value>(
    _ sql: String,
    on handle: OpaquePointer,
    _ read: (borrowing HandStatement) -> Value
  ) throws -> [Value] {
    let statement = try HandStatement(sql, on: handle)
    var values: [Value] = []
    while sqlite3_step(statement.pointer) == SQLITE_ROW { values.append(read(statement)) }
    return values
  }

  private static func execute(_ sql: String, on handle: OpaquePointer) throws {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
      throw BenchmarkError(description: String(cString: sqlite3_errmsg(handle)))
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

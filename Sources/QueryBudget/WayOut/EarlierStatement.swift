/// A statement that ran before another one, and what came of it.
package struct EarlierStatement: Sendable, Hashable {
  package let sql: String
  package let shape: StatementShape

  /// How many rows all of its runs returned together.
  package let rows: Int

  package init(_ sql: String, rows: Int) {
    self.init(sql: sql, shape: StatementShape(of: sql), rows: rows)
  }

  private init(sql: String, shape: StatementShape, rows: Int) {
    self.sql = sql
    self.shape = shape
    self.rows = rows
  }

  /// The statements that ran before the first run of another one, each once: where it ran last
  /// before it.
  ///
  /// A recording of which only counts were kept has them in the order of their first runs.
  package static func list(
    before fingerprint: Fingerprint,
    in recording: Recording
  ) -> [EarlierStatement] {
    let order =
      recording.statements.isEmpty
      ? recording.tallies.map(\.shape.fingerprint) : recording.statements.map(\.fingerprint)
    let earlier = order.prefix { $0 != fingerprint }
    guard earlier.count < order.count else { return [] }
    let tallies = Dictionary(
      recording.tallies.map { ($0.shape.fingerprint, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<Fingerprint> = []
    return earlier.reversed().filter { seen.insert($0).inserted }.reversed().compactMap {
      tallies[$0].map { EarlierStatement(sql: $0.sql, shape: $0.shape, rows: $0.rows) }
    }
  }
}

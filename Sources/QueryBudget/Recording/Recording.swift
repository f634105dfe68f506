/// The statements of one scope, in the order in which they ran.
///
/// ```swift
/// let recording = try await recorder.record { try await client.get("/api/articles") }
/// #expect(recording.queryCount == 2)
/// #expect(recording.statements.map(\.kind) == [.read, .read])
/// ```
public struct Recording: Sendable, Hashable {
  /// Every statement in order; empty when the recorder only counts.
  public let statements: [RecordedStatement]

  /// The executions by fingerprint, in the order of their first run.
  public let tallies: [StatementTally]

  /// How many statements ran meanwhile on the recorder's connections that could not be told to
  /// belong to this recording or to another that was open at the same time.
  public let unattributed: Int

  /// A recording of these statements.
  public init(statements: [RecordedStatement], unattributed: Int = 0) {
    self.statements = statements
    self.unattributed = unattributed
    tallies = StatementTally.merging(
      statements.lazy.map {
        StatementTally(shape: $0.shape, sql: $0.sql, runs: 1, rows: $0.rows, work: $0.work)
      }
    )
  }

  /// A recording whose tallies were added up already, by text if not by fingerprint.
  package init(statements: [RecordedStatement], tallies: [StatementTally], unattributed: Int) {
    self.statements = statements
    self.tallies = StatementTally.merging(tallies)
    self.unattributed = unattributed
  }

  /// A recording of which only counts were kept.
  public init(tallies: [StatementTally], unattributed: Int = 0) {
    self.init(statements: [], tallies: tallies, unattributed: unattributed)
  }

  /// How many statements of these kinds ran.
  public func count(of kinds: Set<StatementKind>) -> Int {
    tallies.lazy.filter { kinds.contains($0.shape.kind) }.map(\.runs).reduce(0, +)
  }

  /// How many queries ran: statements that read, insert, update or delete.
  public var queryCount: Int { count(of: StatementKind.queries) }
}

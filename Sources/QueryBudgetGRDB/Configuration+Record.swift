import Dispatch
public import GRDB
public import QueryBudgetSQLite

extension Configuration {
  /// Records every statement of every connection that is opened with this configuration: the
  /// connection of a queue, the writer and each reader of a pool, snapshots.
  ///
  /// ```swift
  /// let recorder = StatementRecorder()
  /// var configuration = Configuration()
  /// configuration.record(with: recorder)
  /// let database = try DatabaseQueue(configuration: configuration)
  /// ```
  ///
  /// SQLite has one trace slot per connection: GRDB's `Database.trace` would take it away. Give the
  /// recorder an observer instead. The recorder reaches the connections through a queue that it
  /// puts under GRDB's own; a `targetQueue` that is set already stays below it.
  public mutating func record(with recorder: StatementRecorder) {
    let gate = AccessGate(target: targetQueue, qos: qos)
    targetQueue = gate.queue
    prepareDatabase { database in
      guard let handle = database.sqliteConnection else { return }
      recorder.attach(to: handle, through: GRDBAccess(database, gate: gate))
    }
  }
}

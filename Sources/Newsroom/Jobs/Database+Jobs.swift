public import Foundation
public import GRDB

extension Database {
  /// Enqueues a job in the transaction that is open: it exists exactly when its cause does.
  ///
  /// One statement.
  ///
  /// - Parameters:
  ///   - job: The work.
  ///   - dueAt: When it may be started; at once when it is left out.
  ///   - now: The time.
  /// - Returns: Whether it is new; `false` when its unique key was enqueued before.
  @discardableResult
  public func enqueue<Kind: Job>(
    _ job: Kind,
    dueAt: Date? = nil,
    now: Date = Date()
  ) throws -> Bool {
    let payload = try JSONEncoder.newsroom.encode(job)
    try execute(
      sql: """
        INSERT INTO job (kind, payload, uniqueKey, dueAt, createdAt) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (uniqueKey) DO NOTHING
        """,
      arguments: [
        Kind.kind, String(decoding: payload, as: UTF8.self),
        job.uniqueKey.map { "\(Kind.kind):\($0)" }, dueAt ?? now, now,
      ])
    return changesCount == 1
  }
}

public import GRDB

/// A small publishing backend that serves many tenants from one database.
///
/// ```swift
/// let database = try DatabaseQueue()
/// try Newsroom.migrate(database)
/// let app = try Newsroom.application(database: database)
/// try await app.runService()
/// ```
public enum Newsroom {
  /// Brings a database to the newest schema.
  ///
  /// What is there already is left alone, so it can be called on every start.
  ///
  /// - Throws: ``SchemaError/newer`` when a newer version has migrated it.
  public static func migrate(_ database: any DatabaseWriter) throws {
    try Schema.migrate(database)
  }
}

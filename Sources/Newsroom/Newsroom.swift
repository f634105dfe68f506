public import GRDB

/// A small publishing backend that serves many tenants from one database.
///
/// ```swift
/// let settings = try await Settings.load()
/// let database = try Newsroom.openDatabase(path: settings.database)
/// try await Newsroom.serviceGroup(database: database, settings: settings).run()
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

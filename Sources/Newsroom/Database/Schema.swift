import GRDB

/// The schema, as the sum of its migrations.
enum Schema {
  /// All migrations, oldest first; one that was shipped is never edited.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerPublishing()
    migrator.registerComments()
    migrator.registerAudit()
    migrator.registerBilling()
    migrator.registerJobs()
    return migrator
  }

  /// Throws unless every migration has been applied.
  static func check(_ db: Database) throws {
    guard try migrator.hasCompletedMigrations(db) else { throw SchemaError.outdated }
  }
}

/// The database is not one that this version can work with.
public enum SchemaError: Error, Equatable, CustomStringConvertible {
  /// Migrations are missing.
  case outdated

  /// One sentence that says what to do.
  public var description: String {
    "The database lacks migrations; call Newsroom.migrate(_:) on it first."
  }
}

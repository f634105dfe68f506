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
    migrator.registerWebhooks()
    migrator.registerHealth()
    return migrator
  }

  /// Throws unless exactly the migrations of this version have been applied.
  static func check(_ db: Database) throws {
    let applied = try migrator.appliedIdentifiers(db)
    guard applied.isSubset(of: migrator.migrations) else { throw SchemaError.newer }
    guard applied.isSuperset(of: migrator.migrations) else { throw SchemaError.outdated }
  }

  /// Brings a database to this version.
  static func migrate(_ database: any DatabaseWriter) throws {
    let migrator = migrator
    guard try !database.read(migrator.hasBeenSuperseded) else { throw SchemaError.newer }
    try migrator.migrate(database)
  }
}

/// The database is not one that this version can work with.
public enum SchemaError: Error, Equatable, CustomStringConvertible {
  /// Migrations are missing.
  case outdated
  /// A newer version has migrated it.
  case newer

  /// One sentence that says what to do.
  public var description: String {
    switch self {
    case .outdated:
      "The database lacks migrations; call Newsroom.migrate(_:) on it first."
    case .newer:
      "The database was migrated by a newer version; start that version, or restore a backup."
    }
  }
}

import QueryBudget

/// The tables in which libraries keep what they did to the schema: a row made up there would be taken
/// for a migration.
enum MigrationTables {
  private static let names: Set<String> = [
    "GRDB_MIGRATIONS", "_FLUENT_MIGRATIONS", "SCHEMA_MIGRATIONS", "AR_INTERNAL_METADATA",
    "DJANGO_MIGRATIONS", "ALEMBIC_VERSION", "FLYWAY_SCHEMA_HISTORY", "KNEX_MIGRATIONS",
    "KNEX_MIGRATIONS_LOCK", "_PRISMA_MIGRATIONS", "MIGRATIONS",
  ]

  static func contains(_ table: String) -> Bool { names.contains(CaseFolding.folded(table)) }
}

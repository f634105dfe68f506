import GRDB

/// Whether the backend can do its work.
struct Health: Encodable, Equatable, Sendable {
  enum Status: String, Encodable {
    case ok
    case unavailable
  }

  enum Part: String, Encodable {
    case database
    case schema
  }

  var status: Status
  /// What does not work.
  var failed: Part?
  /// What is the matter with it.
  var message: String?

  static let ok = Health(status: .ok)

  static func failed(_ part: Part, _ message: String) -> Health {
    Health(status: .unavailable, failed: part, message: message)
  }
}

/// Finds out by asking the database, every time.
struct HealthCheck: Sendable {
  let database: any DatabaseReader

  func run() async -> Health {
    do {
      try await database.read { db in try Schema.check(db) }
      return .ok
    } catch let error as SchemaError {
      return .failed(.schema, error.description)
    } catch let error as DatabaseError {
      return .failed(.database, error.message ?? "The database can't be read.")
    } catch {
      return .failed(.database, "The database can't be read.")
    }
  }
}

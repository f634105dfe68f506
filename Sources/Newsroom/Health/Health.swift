/// Whether the backend can do its work.
struct Health: Encodable, Equatable, Sendable {
  enum Status: String, Encodable {
    case ok
    case unavailable
  }

  enum Part: String, Encodable {
    case database
    case schema
    case jobs
  }

  var status: Status
  /// What does not work.
  var failed: Part?
  /// What is the matter with it.
  var message: String?

  /// How many jobs were given up and wait for a person, which is no failure of the backend.
  var deadJobs: Int?

  static func ok(deadJobs: Int) -> Health { Health(status: .ok, deadJobs: deadJobs) }

  static func failed(_ part: Part, _ message: String) -> Health {
    Health(status: .unavailable, failed: part, message: message)
  }
}

public import Foundation
public import Logging

/// Everything that differs from one machine to the next.
///
/// ```swift
/// let settings = try await Settings.load()
/// ```
public struct Settings: Sendable {
  /// What the backend runs for; it decides on what is not set.
  public enum Environment: String, CaseIterable, Sendable {
    /// On the machine of who works on it, with secrets that everybody knows.
    case development
    /// In tests: on a free port, and almost silent.
    case test
    /// For readers. It starts with secrets of its own only.
    case production
  }

  /// What the backend runs for.
  public var environment: Environment
  /// The address to listen on.
  public var hostname: String
  /// The port to listen on; 0 takes a free one.
  public var port: Int
  /// The path of the database file.
  public var database: String
  /// The folder that mail is left in, for a mail server to send.
  public var mailSpool: String
  /// The domain whose subdomains are tenants; none when they are named in another way.
  public var baseDomain: String?
  /// Whether a request may name its tenant in the `X-Tenant` header.
  public var trustsTenantHeader: Bool
  /// Where the payment gateway is; none takes the sandbox, which takes no money.
  public var gatewayURL: URL?
  /// How many jobs run at the same time.
  public var workers: Int
  /// For how many seconds a job is kept for a process that was killed; a running one renews it.
  public var jobLease: Int
  /// From which level on messages are logged.
  public var logLevel: Logger.Level
  /// For how many seconds the health check may wait for the database.
  public var healthTimeout: Int
  /// What only the environment holds.
  public var secrets: Secrets

  /// What holds where nothing is set.
  public init(_ environment: Environment) {
    self.environment = environment
    hostname = environment == .production ? "0.0.0.0" : "127.0.0.1"
    port = environment == .test ? 0 : 8080
    database = "newsroom.sqlite"
    mailSpool = "newsroom-mail"
    trustsTenantHeader = environment != .production
    workers = 2
    jobLease = 60
    logLevel = environment == .test ? .error : .info
    // Tests share their machine with builds.
    healthTimeout = environment == .test ? 300 : 2
    // What everybody knows is no stand-in for what production lacks.
    secrets = environment == .production ? .none : .development
  }

  /// What of these is of no use in production: one sentence each.
  func problems() -> [String] {
    guard environment == .production else { return [] }
    return secrets.problems() + gatewayProblems()
  }

  private func gatewayProblems() -> [String] {
    let title = SettingKey.gatewayURL.title
    guard let gatewayURL else {
      return ["\(title) is missing; set it to the address of the payment gateway."]
    }
    let isLocal = ["127.0.0.1", "localhost", "::1"].contains(gatewayURL.host())
    guard gatewayURL.scheme == "https" || isLocal else {
      return ["\(title) must begin with https://, or anybody on the way can read its key."]
    }
    return []
  }
}

import Configuration
public import Foundation
import Logging

@available(macOS 15, iOS 18, *)
extension Settings {
  /// Reads the settings: a command line's options, then the environment, then a file, then what the
  /// environment's name implies.
  ///
  /// ```swift
  /// let settings = try await Settings.load(options: SettingsOptions(port: 0))
  /// ```
  ///
  /// - Parameters:
  ///   - options: What the command line said.
  ///   - variables: The environment; `NEWSROOM_SETTINGS` may name a file.
  /// - Throws: ``SettingsError`` with everything that is wrong.
  public static func load(
    options: SettingsOptions = SettingsOptions(),
    variables: [String: String] = ProcessInfo.processInfo.environment
  ) async throws -> Settings {
    let reader = try await SettingsReader(options: options, variables: variables)
    let settings = Settings(try reader.environment(), reader: reader)
    let problems = reader.problems + settings.problems()
    guard problems.isEmpty else { throw SettingsError(problems) }
    return settings
  }

  private init(_ environment: Environment, reader: SettingsReader) {
    self.init(environment)
    hostname = reader.text(.hostname) ?? hostname
    port = reader.number(.port, in: 0...65_535) ?? port
    database = reader.text(.database) ?? database
    mailSpool = reader.text(.mailSpool) ?? mailSpool
    baseDomain = reader.text(.baseDomain)
    trustsTenantHeader = reader.flag(.trustsTenantHeader) ?? trustsTenantHeader
    gatewayURL = reader.url(.gatewayURL)
    workers = reader.number(.workers, in: 1...64) ?? workers
    jobLease = reader.number(.jobLease, in: 1...3600) ?? jobLease
    logLevel = reader.logLevel() ?? logLevel
    healthTimeout = reader.number(.healthTimeout, in: 1...60) ?? healthTimeout
    secrets = Secrets(
      tokenKeys: reader.secrets(.tokenKey) ?? secrets.tokenKeys,
      webhookSecrets: reader.secrets(.webhookSecret) ?? secrets.webhookSecrets,
      gatewayKey: reader.secret(.gatewayKey) ?? secrets.gatewayKey
    )
  }
}

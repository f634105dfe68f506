public import Foundation
public import Logging

/// What the backend works with beyond its database, so that a test can put something else there.
public struct Services: Sendable {
  /// Who takes the money.
  public var gateway: any PaymentGateway
  /// What sends mail; the spool of the settings where there is none.
  public var mailer: (any Mailer)?
  /// What time it is.
  public var now: @Sendable () -> Date
  /// Where requests, jobs and failures are logged.
  public var logger: Logger

  /// What a test needs, if nothing else is said: a gateway that takes no money, and no log.
  public init(
    gateway: any PaymentGateway = SandboxGateway(),
    mailer: (any Mailer)? = nil,
    now: @escaping @Sendable () -> Date = { Date() },
    logger: Logger = Logger(label: "newsroom") { _ in SwiftLogNoOpLogHandler() }
  ) {
    self.gateway = gateway
    self.mailer = mailer
    self.now = now
    self.logger = logger
  }

  /// What the settings say.
  public init(_ settings: Settings) {
    var logger = Logger(label: "newsroom")
    logger.logLevel = settings.logLevel
    let key = settings.secrets.gatewayKey.text
    self.init(
      gateway: settings.gatewayURL.map { HTTPGateway(url: $0, key: key) } ?? SandboxGateway(),
      logger: logger
    )
  }

  /// What sends mail.
  ///
  /// - Throws: ``MailError`` when the spool's folder can't be made.
  func mailer(_ settings: Settings) throws -> any Mailer {
    try mailer ?? MailSpool(folder: URL(filePath: settings.mailSpool), now: now)
  }
}

// The sandbox gateway imports Crypto, and so this is of no use where that is missing.
import Crypto
public import Foundation

/// What the backend works with beyond its database, so that a test can put something else there.
public struct Services: Sendable {
  /// Who takes the money.
  public var gateway: any PaymentGateway
  /// What time it is.
  public var now: @Sendable () -> Date

  /// What a test needs, if nothing else is said.
  public init(
    gateway: any PaymentGateway = SandboxGateway(),
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.gateway = gateway
    self.now = now
  }
}

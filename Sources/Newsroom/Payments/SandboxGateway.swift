import Crypto
public import Foundation

/// A gateway that takes no money, for development and tests.
///
/// What it calls things follows from the key alone, so that a key means the same after a restart.
public actor SandboxGateway: PaymentGateway {
  /// The card that it declines.
  public static let declinedCard = "card-declined"
  /// The card for which it behaves as if it could not be reached.
  public static let unreachableCard = "card-unreachable"

  /// What was paid with it, by idempotency key.
  public private(set) var charges: [String: Charge] = [:]
  private var payments: [String: Payment] = [:]
  private var cancellations: [String: Date] = [:]
  private let now: @Sendable () -> Date

  /// Opens a gateway that nobody has paid with.
  public init(now: @escaping @Sendable () -> Date = { Date() }) {
    self.now = now
  }

  /// Accepts every card but two; see ``PaymentGateway/charge(_:idempotencyKey:)``.
  public func charge(_ charge: Charge, idempotencyKey: String) throws -> Payment {
    if let payment = payments[idempotencyKey] {
      guard charges[idempotencyKey] == charge else { throw PaymentError.keyReused }
      return payment
    }
    switch charge.card {
    case Self.declinedCard: throw PaymentError.declined("insufficient funds")
    case Self.unreachableCard: throw PaymentError.unavailable("no answer within 10 seconds")
    default: break
    }
    let digest = SHA256.hash(data: Data(idempotencyKey.utf8))
    let name = digest.prefix(12).map { String(format: "%02x", $0) }.joined()
    let payment = Payment(subscription: "sub_\(name)", invoice: "in_\(name)", paidAt: now())
    charges[idempotencyKey] = charge
    payments[idempotencyKey] = payment
    return payment
  }

  /// Remembers when it was told first; see ``PaymentGateway/cancel(subscription:)``.
  public func cancel(subscription reference: String) -> Date {
    let canceledAt = cancellations[reference] ?? now()
    cancellations[reference] = canceledAt
    return canceledAt
  }
}

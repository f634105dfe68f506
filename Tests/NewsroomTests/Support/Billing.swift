import Foundation
import GRDB
import Newsroom

/// Somebody who subscribes.
extension SubscriptionDraft {
  static func draft(
    email: String = "mia@example.com",
    name: String = "Mia Lund",
    plan: String = "monthly",
    card: String = "card-1"
  ) -> SubscriptionDraft {
    SubscriptionDraft(email: email, name: name, plan: plan, card: card)
  }

  /// As a request sends it.
  var json: String {
    get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
  }
}

extension Backend {
  /// The service that the routes call, without them.
  func subscriptions(of tenant: Tenant, gateway: any PaymentGateway) -> SubscriptionService {
    SubscriptionService(
      database, scope: TenantScope(tenant, actor: .user("ada")), gateway: gateway)
  }

  /// How many rows the tables have that an activation writes to.
  var billed: [Int] {
    get async throws {
      [
        try await count("subscriber"), try await count("subscription"), try await count("invoice"),
        try await count("job"),
      ]
    }
  }
}

/// A gateway that waits until so many have asked, so that they race.
actor CrowdedGateway: PaymentGateway {
  let sandbox = SandboxGateway()
  private let crowd: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(crowd: Int) {
    self.crowd = crowd
  }

  func charge(_ charge: Charge, idempotencyKey: String) async throws -> Payment {
    await withCheckedContinuation { continuation in
      waiting.append(continuation)
      guard waiting.count == crowd else { return }
      for other in waiting { other.resume() }
    }
    return try await sandbox.charge(charge, idempotencyKey: idempotencyKey)
  }

  func cancel(subscription reference: String) async throws -> Date {
    await sandbox.cancel(subscription: reference)
  }
}

/// A gateway whose caller is cancelled while it answers.
struct ImpatientGateway: PaymentGateway {
  let sandbox: SandboxGateway

  func charge(_ charge: Charge, idempotencyKey: String) async throws -> Payment {
    let payment = try await sandbox.charge(charge, idempotencyKey: idempotencyKey)
    withUnsafeCurrentTask { $0?.cancel() }
    return payment
  }

  func cancel(subscription reference: String) async throws -> Date {
    let canceledAt = await sandbox.cancel(subscription: reference)
    withUnsafeCurrentTask { $0?.cancel() }
    return canceledAt
  }
}

/// A gateway that takes the money once and is never heard of again.
actor BrokenLineGateway: PaymentGateway {
  struct LineBroke: Error {}

  let sandbox: SandboxGateway

  init(_ sandbox: SandboxGateway) {
    self.sandbox = sandbox
  }

  func charge(_ charge: Charge, idempotencyKey: String) async throws -> Payment {
    _ = try await sandbox.charge(charge, idempotencyKey: idempotencyKey)
    throw LineBroke()
  }

  func cancel(subscription reference: String) async throws -> Date {
    _ = await sandbox.cancel(subscription: reference)
    throw LineBroke()
  }
}

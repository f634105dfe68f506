import Foundation
import Newsroom

/// A gateway that remembers payments by their key, as a real one does, until it is told to forget.
actor TestGateway: PaymentGateway {
  /// What its clock says: times that are worked out from it are the same in each call.
  private static let now = Date(timeIntervalSince1970: 1_780_272_000)

  private var sandbox = SandboxGateway(now: { now })
  private var canceled: Set<String> = []

  /// What was done with it so far, one line each.
  var effects: [String] {
    get async {
      let charges = await sandbox.charges.map { key, charge in
        "\(charge.amount) \(charge.currency) for \(key)"
      }
      return charges.sorted() + canceled.sorted().map { "canceled \($0)" }
    }
  }

  func charge(_ charge: Charge, idempotencyKey: String) async throws -> Payment {
    try await sandbox.charge(charge, idempotencyKey: idempotencyKey)
  }

  func cancel(subscription reference: String) async throws -> Date {
    canceled.insert(reference)
    return await sandbox.cancel(subscription: reference)
  }

  /// Knows of no payment any more.
  func forget() {
    sandbox = SandboxGateway(now: { Self.now })
    canceled = []
  }
}

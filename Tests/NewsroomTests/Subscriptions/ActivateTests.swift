import Foundation
import GRDB
import Newsroom
import Testing

@Suite("SubscriptionService.activate")
struct ActivateTests {
  let gateway = SandboxGateway(now: { Date(timeIntervalSince1970: 1_772_323_200) })

  @Test
  func writesWhatWasPaid() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      let subscription = try await backend.subscriptions(of: daily, gateway: gateway)
        .activate(.draft(email: " Mia@Example.com "))

      // The first of March 2026, and a month more.
      #expect(subscription.startedAt == Date(timeIntervalSince1970: 1_772_323_200))
      #expect(subscription.renewsAt == Date(timeIntervalSince1970: 1_775_001_600))
      #expect(subscription.status == .active)
      #expect(subscription.plan == "monthly")
      #expect(subscription.subscriber.email == "mia@example.com")
      #expect(subscription.invoices.map(\.number) == [1])
      #expect(subscription.invoices.map(\.amount) == [900])
      #expect(subscription.invoices.map(\.status) == [.paid])
      let charges = await gateway.charges
      #expect(charges.keys.sorted() == ["subscription/\(daily.id)/mia@example.com/0"])
      #expect(charges.values.map(\.amount) == [900])
      let jobs = try await JobQueue(backend.database).jobs()
      #expect(jobs.map(\.kind) == [SendInvoiceEmail.kind])
      #expect(jobs.map(\.payload) == [#"{"invoiceId":1,"tenantId":\#(daily.id)}"#])
    }
  }

  @Test
  func refusesASecondOneWithoutACharge() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      let service = backend.subscriptions(of: daily, gateway: gateway)
      _ = try await service.activate(.draft())
      await #expect(throws: SubscriptionError.alreadyActive(email: "mia@example.com")) {
        try await service.activate(.draft(email: "MIA@example.com", plan: "yearly"))
      }
      #expect(try await backend.billed == [1, 1, 1, 1])
      #expect(await gateway.charges.count == 1)
    }
  }

  @Test
  func writesNothingWhenTheCardIsDeclined() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      let service = backend.subscriptions(of: daily, gateway: gateway)
      await #expect(throws: PaymentError.declined("insufficient funds")) {
        try await service.activate(.draft(card: SandboxGateway.declinedCard))
      }
      #expect(try await backend.billed == [0, 0, 0, 0])
      _ = try await service.activate(.draft())
      #expect(try await backend.billed == [1, 1, 1, 1])
    }
  }

  @Test
  func paysOnceWhenItIsRepeatedAfterACrash() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      let broken = backend.subscriptions(of: daily, gateway: BrokenLineGateway(gateway))
      await #expect(throws: BrokenLineGateway.LineBroke.self) {
        try await broken.activate(.draft())
      }
      #expect(try await backend.billed == [0, 0, 0, 0])

      _ = try await backend.subscriptions(of: daily, gateway: gateway).activate(.draft())
      #expect(try await backend.billed == [1, 1, 1, 1])
      #expect(await gateway.charges.count == 1)
    }
  }

  @Test
  func writesWhatWasPaidThoughNobodyWaits() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      let service = backend.subscriptions(of: daily, gateway: ImpatientGateway(sandbox: gateway))
      let started = try await Task { try await service.activate(.draft()) }.value
      #expect(try await backend.billed == [1, 1, 1, 1])
      let canceled = try await Task { try await service.cancel(id: started.id) }.value
      #expect(canceled.status == .canceled)
    }
  }

  @Test
  func saysWhenTheRepetitionHasOtherDetails() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      let broken = backend.subscriptions(of: daily, gateway: BrokenLineGateway(gateway))
      _ = try? await broken.activate(.draft())
      await #expect(throws: PaymentError.keyReused) {
        try await backend.subscriptions(of: daily, gateway: gateway)
          .activate(.draft(plan: "yearly"))
      }
      #expect(await gateway.charges.count == 1)
    }
  }

  @Test(arguments: Storage.allCases)
  func takesOneOfManyThatRace(storage: Storage) async throws {
    try await Backend.run(on: storage) { backend in
      let daily = try await backend.tenant()
      let crowded = CrowdedGateway(crowd: 5)
      let service = backend.subscriptions(of: daily, gateway: crowded)
      let outcomes = await withTaskGroup(of: Result<Int64, any Error>.self) { group in
        for _ in 0..<5 {
          group.addTask {
            do { return .success(try await service.activate(.draft()).id) } catch {
              return .failure(error)
            }
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      let refusals = outcomes.compactMap { outcome in
        if case .failure(let error) = outcome { error as? SubscriptionError } else { nil }
      }
      #expect(refusals.count == 4)
      #expect(Set(refusals.map(\.description)).count == 1)
      #expect(await crowded.sandbox.charges.count == 1)
      #expect(try await backend.billed == [1, 1, 1, 1])
    }
  }

  @Test
  func paysAnewAfterACancellation() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      let service = backend.subscriptions(of: daily, gateway: gateway)
      let first = try await service.activate(.draft())
      _ = try await service.cancel(id: first.id)
      let second = try await service.activate(.draft(name: "Mia Berg", plan: "yearly"))

      #expect(second.subscriber.id == first.subscriber.id)
      #expect(second.subscriber.name == "Mia Berg")
      #expect(second.invoices.map(\.number) == [2])
      #expect(await gateway.charges.count == 2)
      #expect(try await backend.billed == [1, 2, 2, 2])
    }
  }

  @Test
  func keepsTenantsApart() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant("daily")
      let weekly = try await backend.tenant("weekly")
      for tenant in [daily, weekly] {
        let subscription = try await backend.subscriptions(of: tenant, gateway: gateway)
          .activate(.draft())
        #expect(subscription.invoices.map(\.number) == [1])
      }
      #expect(await gateway.charges.count == 2)
      #expect(try await backend.billed == [2, 2, 2, 2])
    }
  }

  @Test
  func leavesTheDatabaseToRefuseASecondOne() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      let service = backend.subscriptions(of: daily, gateway: gateway)
      _ = try await service.activate(.draft())
      let error = await #expect(throws: DatabaseError.self) {
        try await backend.database.write { db in
          try db.execute(
            sql: """
              INSERT INTO subscription (tenantId, subscriberId, plan, status, reference, startedAt,
                renewsAt)
              SELECT tenantId, subscriberId, plan, 'pastDue', 'other', startedAt, renewsAt
              FROM subscription
              """)
        }
      }
      #expect(error?.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE)
    }
  }
}

import Foundation
import Newsroom
import Testing

@Suite("SubscriptionService.cancel")
struct CancelTests {
  @Test
  func takesTheGatewaysTime() async throws {
    let clock = TickingClock()
    let gateway = SandboxGateway(now: { clock.next() })
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      let service = backend.subscriptions(of: daily, gateway: gateway)
      let started = try await service.activate(.draft())
      let canceled = try await service.cancel(id: started.id)
      #expect(canceled.canceledAt == started.startedAt + 1)
      #expect(canceled.invoices == started.invoices)
    }
  }

  @Test
  func endsWhereOneRunEndsWhenItIsRepeatedAfterACrash() async throws {
    let clock = TickingClock()
    let gateway = SandboxGateway(now: { clock.next() })
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      let service = backend.subscriptions(of: daily, gateway: gateway)
      let started = try await service.activate(.draft())
      let broken = backend.subscriptions(of: daily, gateway: BrokenLineGateway(gateway))
      await #expect(throws: BrokenLineGateway.LineBroke.self) {
        try await broken.cancel(id: started.id)
      }
      let canceled = try await service.cancel(id: started.id)
      #expect(canceled.status == .canceled)
      #expect(canceled.canceledAt == started.startedAt + 1)
    }
  }

  @Test
  func knowsNoneOfAnotherTenant() async throws {
    try await Backend.run { backend in
      let gateway = SandboxGateway()
      let daily = try await backend.tenant("daily")
      let weekly = try await backend.tenant("weekly")
      let started = try await backend.subscriptions(of: daily, gateway: gateway)
        .activate(.draft())
      await #expect(throws: SubscriptionError.unknown(started.id)) {
        try await backend.subscriptions(of: weekly, gateway: gateway).cancel(id: started.id)
      }
    }
  }
}

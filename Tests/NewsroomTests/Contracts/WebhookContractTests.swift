import Foundation
import QueryBudgetTesting
import Testing

@testable import Newsroom

/// What holds for what the payment gateway sends, and for the jobs that it leaves.
@Suite("Contracts of webhooks")
struct WebhookContractTests {
  @Test func webhookIsAtomic() async throws {
    try await GuardedBackend.runWithRows { guarded in
      try await assertAtomic("POST /webhooks/payments", on: guarded.recorder) {
        try await guarded.send(.paid)
      }
    }
  }

  @Test func webhookIsIdempotent() async throws {
    try await GuardedBackend.runWithRows { guarded in
      try await assertIdempotent("POST /webhooks/payments", on: guarded.recorder) {
        try await guarded.send(.paid)
      }
    }
  }

  @Test func webhookIsRetrySafe() async throws {
    try await GuardedBackend.runWithRows { guarded in
      try await assertRetrySafe("POST /webhooks/payments", on: guarded.recorder) {
        try await guarded.send(.paid)
      }
    }
  }

  @Test(arguments: SampleEvent.all)
  func eventIsAtomic(event: SampleEvent) async throws {
    try await GuardedBackend.runWithRows { guarded in
      try await guarded.record(event)
      try await assertAtomic(event.type, on: guarded.recorder) {
        try await guarded.processEvent()
      }
    }
  }

  @Test(arguments: SampleEvent.all)
  func eventIsIdempotent(event: SampleEvent) async throws {
    try await GuardedBackend.runWithRows { guarded in
      try await guarded.record(event)
      try await assertIdempotent(event.type, on: guarded.recorder) {
        try await guarded.processEvent()
      }
    }
  }

  @Test(arguments: SampleEvent.all)
  func eventIsRetrySafe(event: SampleEvent) async throws {
    try await GuardedBackend.runWithRows { guarded in
      try await guarded.record(event)
      try await assertRetrySafe(event.type, on: guarded.recorder) {
        try await guarded.processEvent()
      }
    }
  }

  /// The event's reference says whose it is, so this begins where the tenant is known.
  @Test(arguments: SampleEvent.known)
  func eventIsIsolated(event: SampleEvent) async throws {
    try await GuardedBackend.runWithRows { guarded in
      let event = try WebhookEvent(Data(event.body().utf8))
      let news = try #require(event.news)
      let scope = TenantScope(guarded.tenant, actor: .system("webhooks"))
      try await assertTenantIsolated(
        event.type, on: guarded.recorder, tenant: guarded.tenant.id, column: "tenantId"
      ) {
        try await TenantDatabase(guarded.backend.database, scope: scope).write { rows in
          try rows.take(news, at: event.createdAt)
        }
      }
    }
  }

  @Test(arguments: SampleEvent.known)
  func eventIsAudited(event: SampleEvent) async throws {
    try await GuardedBackend.runWithRows { guarded in
      try await guarded.record(event)
      try await assertAudited(
        event.type, GuardedBackend.auditedTables, in: "auditEntry", on: guarded.recorder
      ) {
        try await guarded.processEvent()
      }
    }
  }
}

extension GuardedBackend {
  /// Runs the job of the event that was recorded.
  fileprivate func processEvent() async throws {
    try await ProcessWebhookEvent(eventId: "evt_1")
      .run(in: JobContext(database: backend.database, mailer: NoMailer()))
  }
}

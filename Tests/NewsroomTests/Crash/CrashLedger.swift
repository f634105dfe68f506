import Foundation
import GRDB
import Newsroom

/// What is in the database in the end, without what was seeded.
struct CrashLedger: Sendable {
  let tenantId: Int64
  let jobs: [StoredJob]
  let events: [StoredWebhookEvent]
  let subscribers: [Subscriber]
  let subscriptions: [Subscription]
  let invoices: [Invoice]
  /// What SQLite says of the file, and what the audit log lacks.
  let damage: [String]

  init(_ db: Database) throws {
    tenantId = try Int64.fetchOne(db, sql: "SELECT id FROM tenant WHERE slug = 'demo'") ?? 0
    jobs = try StoredJob.fetchAll(db)
    events = try StoredWebhookEvent.fetchAll(db)
    let seeded = try Set(
      Subscription.filter(literal: "reference LIKE 'sub!_demo!_%' ESCAPE '!'").fetchAll(db)
        .map(\.subscriberId))
    subscribers = try Subscriber.fetchAll(db).filter { $0.id.map { !seeded.contains($0) } ?? true }
    subscriptions = try Subscription.fetchAll(db).filter { !seeded.contains($0.subscriberId) }
    let ids = Set(subscriptions.compactMap(\.id))
    invoices = try Invoice.fetchAll(db).filter { ids.contains($0.subscriptionId) }
    let integrity = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
    let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map(\.description)
    damage = try integrity + orphans + AuditReplay(db).problems
  }

  /// Jobs that were started more than once though they never failed: their process was killed.
  var rerunJobs: Int { jobs.filter { $0.attempts > 1 && $0.lastError == nil }.count }

  /// Everything that is not as it has to be.
  func problems(_ scene: CrashScene) async throws -> [String] {
    damage
      + (await lost(scene.load)) + (await payments(scene.gateway)) + jobProblems()
      + (try stateProblems()) + (await mailProblems(scene.mail))
  }

  /// What was written, and its sender was not told.
  func unanswered(_ load: CrashLoad) async -> [String] {
    let (events, emails) = await load.acceptedNames
    return self.events.map(\.eventId).filter { !events.contains($0) }
      + subscribers.map(\.email).filter { !emails.contains($0) }
  }

  /// What was accepted, and isn't there once.
  private func lost(_ load: CrashLoad) async -> [String] {
    let (accepted, emails) = await load.acceptedNames
    let recorded = Dictionary(grouping: events, by: \.eventId)
    let there = Dictionary(grouping: subscribers, by: \.email)
    let started = Dictionary(grouping: await load.started) { $0 }
    return accepted.filter { recorded[$0]?.count != 1 }.map { "The event \($0) was lost." }
      + emails.filter { there[$0]?.count != 1 }.map { "The subscriber \($0) was lost." }
      + started.filter { $0.value.count > 1 }.map { "\($0.key) was told twice that it began." }
  }

  /// Who paid twice, and who has not exactly what was paid for.
  private func payments(_ gateway: ChargingGateway) async -> [String] {
    let (paid, payments) = (await gateway.paid, await gateway.payments)
    let bySubscriber = Dictionary(grouping: subscriptions, by: \.subscriberId)
    return (paid.count == payments.count ? [] : ["Somebody paid twice."])
      + subscribers.compactMap { subscriber in
        let own = bySubscriber[subscriber.id ?? 0] ?? []
        return own.map(\.reference) == [paid[subscriber.email]?.subscription]
          ? nil : "\(subscriber.email) paid once, and has \(own.map(\.reference))."
      }
  }

  /// Each event and each invoice has a job, and each job is done.
  private func jobProblems() -> [String] {
    let expected =
      events.map { "\(ProcessWebhookEvent.kind):\($0.eventId)" }
      + invoices.map { "\(SendInvoiceEmail.kind):\(tenantId)/\($0.id ?? 0)" }
    let enqueued = jobs.map { $0.uniqueKey ?? "\($0.id)" }
    return Set(expected).symmetricDifference(enqueued).sorted().map { key in
      enqueued.contains(key) ? "The job \(key) has no cause." : "The job \(key) was lost."
    }
      + jobs.filter { $0.state != .done }.map { job in
        "The job \(job.uniqueKey ?? "\(job.id)") is \(job.state.rawValue), not done."
      }
  }
}

extension CrashLoad {
  /// The ids of the events, and the addresses of the subscriptions, that were accepted.
  fileprivate var acceptedNames: (events: [String], emails: [String]) {
    var names: (events: [String], emails: [String]) = ([], [])
    for delivery in accepted.keys {
      switch delivery {
      case .event(let event): names.events.append(event.id)
      case .subscription(let email): names.emails.append(email)
      }
    }
    return names
  }
}

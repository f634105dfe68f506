import Foundation
import Newsroom
import QueryBudgetTesting
import Testing

/// What holds for the job that sends an invoice, and for what lies in the spool.
@Suite("Contracts of the mail job")
struct MailContractTests {
  @Test func invoiceEmailIsAtomic() async throws {
    try await PostOffice.run { office in
      try await assertAtomic("send-invoice-email", on: office.recorder) {
        try await office.sendInvoice()
      }
    }
  }

  @Test func invoiceEmailIsIdempotent() async throws {
    try await PostOffice.run { office in
      try await assertIdempotent(
        "send-invoice-email", on: office.recorder,
        preparing: { try office.empty() }, effects: { try office.mail }
      ) {
        try await office.sendInvoice()
      }
    }
  }

  @Test func invoiceEmailIsRetrySafe() async throws {
    try await PostOffice.run { office in
      try await assertRetrySafe(
        "send-invoice-email", on: office.recorder,
        preparing: { try office.empty() }, effects: { try office.mail }
      ) {
        try await office.sendInvoice()
      }
    }
  }

  @Test func invoiceEmailIsIsolated() async throws {
    try await PostOffice.run { office in
      let mail = try await assertTenantIsolated(
        "send-invoice-email", on: office.recorder, tenant: office.tenant.id, column: "tenantId",
        preparing: { try office.empty() }
      ) {
        try await office.sendInvoice()
        return try office.mail
      }
      #expect(mail?.count == 1)
    }
  }

  @Test func invoiceEmailIsAudited() async throws {
    try await PostOffice.run { office in
      try await assertAudited(
        "send-invoice-email", GuardedBackend.auditedTables, in: "auditEntry", on: office.recorder
      ) {
        try await office.sendInvoice()
      }
    }
  }
}

/// A backend, and a spool that its mail goes to.
private struct PostOffice {
  let guarded: GuardedBackend
  let folder: URL

  var recorder: StatementRecorder { guarded.recorder }
  var tenant: Tenant { guarded.tenant }

  /// The messages that the mail server finds.
  var mail: [String] {
    get throws { try Spool(folder).new }
  }

  static func run(_ body: @Sendable (PostOffice) async throws -> Void) async throws {
    try await TemporaryFolder.run { folder in
      try await GuardedBackend.runWithRows { guarded in
        try await body(PostOffice(guarded: guarded, folder: folder))
      }
    }
  }

  /// Runs the job as a new process would.
  func sendInvoice() async throws {
    let spool = try MailSpool(folder: folder)
    try await SendInvoiceEmail(invoiceId: 1, tenantId: tenant.id)
      .run(in: JobContext(database: guarded.backend.database, mailer: spool))
  }

  /// Takes all mail away.
  func empty() throws {
    try FileManager.default.removeItem(at: folder)
    _ = try MailSpool(folder: folder)
  }
}

import GRDB
import QueryBudgetGRDB
import QueryBudgetTesting
import Testing

@Suite struct ActivationTests {
  let recorder: StatementRecorder
  let service: ActivationService

  init() throws {
    recorder = StatementRecorder()
    var configuration = Configuration()
    configuration.record(with: recorder)
    let database = try DatabaseQueue(configuration: configuration)
    try ActivationDatabase.migrate(database)
    service = ActivationService(database)
  }
}

extension ActivationTests {
  private var reader: Int64 { 1 }

  @Test func activateIsAtomic() throws {
    try assertAtomic("activate", on: recorder) {
      try service.activate(1)
    }
  }

  @Test func activateOnceMore() async throws {
    try await assertAtomic("activate", on: recorder) {
      try await service.activate(reader, plan: .monthly)
    }
  }

  @Test func asAValue() throws {
    let result = try verifyAtomic("activate", on: recorder) { try service.activate(reader) }
    #expect(result.verdict == .kept)
  }

  @Test func contract() throws {
    let result = try verifyAtomic("activate", on: recorder) { try service.activate(reader) }
    #expect(result.contract == .atomic)
  }

  @Test func ignoringALog() throws {
    try assertAtomic("activate", on: recorder, ignoring: ["reader.isActive"]) {
      try service.activate(1)
    }
  }

  @Test func row() {
    let row = RowDifference(
      table: "invoice", key: "id 7", .changed, [.init("status", old: "'open'", new: "'paid'")])
    #expect(row.description == "invoice id 7: status 'open' -> 'paid'")
  }
}

#if os(Linux)  // A line of code is only told there.
  /// The failures that the article shows are those that really come out.
  @Suite struct AtomicFailureExamples {
    let recorder: StatementRecorder
    let database: DatabaseQueue

    init() throws {
      recorder = StatementRecorder()
      var configuration = Configuration()
      configuration.record(with: recorder)
      database = try DatabaseQueue(configuration: configuration)
      try ActivationDatabase.migrate(database)
    }

    @Test func hasty() throws {
      let service = HastyActivationService(database)
      let result = try verifyAtomic("activate", on: recorder) { try service.activate(1) }
      try expectShown(result.failure)
    }

    @Test func forgiving() throws {
      let service = ForgivingActivationService(database)
      let result = try verifyAtomic("activate", on: recorder) { try service.activate(1) }
      try expectShown(result.failure)
    }
  }
#endif

import QueryBudgetGRDB
import QueryBudgetTesting
import XCTest

final class NoteXCTests: XCTestCase {
  func testListIsTheWorkspacesOwn() async throws {
    let recorder = StatementRecorder()
    let database = try NoteStore.database(on: recorder)
    try Fixtures(recorder).create("note", count: 3, sharing: ["workspace"])
    let store = NoteStore(database: database, workspace: 1)
    try await assertTenantIsolated(
      "list of notes", on: recorder, tenant: store.workspace, column: "workspaceId"
    ) {
      try await store.titles()
    }
  }
}

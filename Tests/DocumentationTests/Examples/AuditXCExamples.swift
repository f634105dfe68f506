import GRDB
import QueryBudgetGRDB
import QueryBudgetTesting
import XCTest

final class AuditXCTests: XCTestCase {
  private var recorder = StatementRecorder()
  private var editor: ArticleEditor?

  override func setUpWithError() throws {
    recorder = StatementRecorder()
    var configuration = Configuration()
    configuration.record(with: recorder)
    let database = try DatabaseQueue(configuration: configuration)
    try AuditedDatabase.migrate(database)
    editor = ArticleEditor(database: database)
  }
}

extension AuditXCTests {
  func testRenaming() throws {
    let editor = try XCTUnwrap(editor)
    try assertAudited("rename", ["article"], in: "auditEntry", on: recorder) {
      try editor.rename(1, to: "Final")
    }
  }

  func testRenamingOnQueue() async throws {
    let editor = try XCTUnwrap(editor)
    try await assertAudited("rename", ["article"], in: "auditEntry", on: recorder) {
      try await editor.renameOnQueue(1, to: "Final")
    }
  }

  func testLog() {
    assertAppendOnly("auditEntry", on: recorder)
  }
}

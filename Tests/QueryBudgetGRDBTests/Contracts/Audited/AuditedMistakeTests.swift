import GRDB
import QueryBudget
import QueryBudgetGRDB
import QueryBudgetTesting
import Testing

/// Audit logs as people get them wrong, and what a developer reads then.
@Suite struct AuditedMistakeTests {
  private let office: EditorialOffice<DatabaseQueue>

  init() throws { office = try .inMemory() }

  private func failure(
    _ name: String, _ tables: [String] = ["article"], _ call: () throws -> Void
  ) throws -> String? {
    let before = try office.everything()
    let failure = try verifyAudited(name, tables, in: "auditEntry", on: office.recorder, call)
      .failure
    #expect(try office.everything() == before)
    return failure
  }

  @Test("The entry is written by a second transaction")
  func late() throws {
    let desk = LateDesk(database: office.database)
    let failure = try failure("rename") { try desk.rename(1, to: "Final") }
    #expect(
      failure == """
        rename is not audited, as 2 calls showed.

          1 row of article was updated, and its entry in auditEntry was written by another \
        transaction, at CarelessDesks.swift:12 in LateDesk.rename(_:to:)
            UPDATE article SET title = ?, status = ?, featured = ? WHERE id = ?
              article id 1: title 'Draft' -> 'Final'
            The entry is written at EditorialOffice.swift:135 in OfficeJournal.write(_:_:_:_:_:).
            A crash between the two loses one of them: write both in one transaction.
        """)
  }

  @Test("The old value is read after the update")
  func hindsight() throws {
    let desk = HindsightDesk(database: office.database)
    let failure = try failure("rename") { try desk.rename(1, to: "Final") }
    #expect(
      failure == """
        rename is not audited, as 2 calls showed.

          The entry in auditEntry has a wrong old value of article.title, at \
        EditorialOffice.swift:135 in OfficeJournal.write(_:_:_:_:_:)
            INSERT INTO auditEntry(actor, ACTION, tableName, rowId, changes, at) VALUES (?, ?, \
        ?, ?, ?, ?)
              article id 1: title 'Draft' -> 'Final'
              auditEntry id 1: added, with actor 'user:ada', action 'update', tableName \
        'article', rowId 1, changes '{"title":{"new":"Final","old":"Final"}}', at '2026-11-26 \
        10:00:00.000'
            title was 'Draft', and the entry says 'Final'.
            That is the value after the change: read the row before it is changed.
        """)
  }

  @Test("A bulk update is told of once")
  func bulk() throws {
    let desk = BulkDesk(database: office.database)
    let failure = try failure("publish") { try desk.publish([1, 2]) }
    #expect(
      failure == """
        publish is not audited, as 2 calls showed.

          2 rows of article were updated, and auditEntry has an entry for only 1 of them, at \
        CarelessDesks.swift:42 in BulkDesk.publish(_:)
            UPDATE article SET status = ? WHERE id IN (?)
              article id 2: status 'draft' -> 'live'
            One statement changed them all: read the rows before it, and write an entry for each.
        """)
  }

  @Test("A delete cascades to rows that nobody tells of")
  func cascade() throws {
    let desk = CascadingDesk(database: office.database)
    let failure = try failure("delete", ["article", "note"]) { try desk.delete(1) }
    #expect(
      failure == """
        delete is not audited, as 2 calls showed.

          2 rows of note were deleted, and auditEntry has no entry for them, at \
        CarelessDesks.swift:60 in CascadingDesk.delete(_:)
            DELETE FROM article WHERE id = ?
              note id 10: removed, with articleId 1, body 'Check'
              note id 11: removed, with articleId 1, body 'Cut'
            The statement does not name note: note.articleId references article ON DELETE CASCADE.
            Write their entries too, or have a trigger of note do it.
        """)
  }

  @Test("The route tells, and the job does not")
  func job() throws {
    let desk = RouteAuditedDesk(database: office.database)
    #expect(try failure("publish") { try desk.publishRoute(1, actor: "user:ada") } == nil)
    let failure = try failure("publish job") { try desk.publishJob() }
    #expect(
      failure == """
        publish job is not audited, as 2 calls showed.

          2 rows of article were updated, and auditEntry has no entry for them, at \
        CarelessDesks.swift:87 in RouteAuditedDesk.publish(_:_:)
            UPDATE article SET status = ? WHERE id = ?
              article id 1: status 'draft' -> 'live'
              article id 2: status 'draft' -> 'live'
            Nothing in this call writes to auditEntry. Write the entry where the row is changed, \
        in the same transaction, so that no caller can leave it out.
        """)
  }

  @Test("Raw SQL goes past the store")
  func shortcut() throws {
    let desk = ShortcutDesk(database: office.database)
    let failure = try failure("rename") { try desk.rename(1, to: "Final") }
    #expect(
      failure == """
        rename is not audited, as 2 calls showed.

          1 row of article was updated, and auditEntry has no entry for it, at \
        CarelessDesks.swift:98 in ShortcutDesk.rename(_:to:)
            UPDATE article SET featured = ? WHERE id = ?
              article id 1: featured 0 -> 1
            Write the entry where the row is changed, in the same transaction, so that no caller \
        can leave it out.
        """)
  }

  @Test("The error of an entry is swallowed")
  func forgiving() throws {
    let desk = ForgivingDesk(database: office.database)
    let failure = try failure("rename") { try desk.rename(1, to: "Final") }
    #expect(
      failure == """
        rename is not audited, as 3 calls showed.

          When the entry in auditEntry failed, the change stayed: 1 row of article was updated \
        and has no entry, at EditorialOffice.swift:135 in OfficeJournal.write(_:_:_:_:_:)
            INSERT INTO auditEntry(actor, ACTION, tableName, rowId, changes, at) VALUES (?, ?, \
        ?, ?, ?, ?)
              article id 1: title 'Draft' -> 'Final'
            The error of the entry was caught and the work went on: let it leave the \
        transaction, so that the change is rolled back with it.
        """)
  }

  @Test("Nobody is said to have done it", arguments: [nil, "", "  "])
  func nobody(actor: String?) throws {
    let desk = NobodysDesk(database: office.database, actor: actor)
    let failure = try failure("rename") { try desk.rename(1, to: "Final") }
    let text = try #require(failure)
    #expect(
      text.contains("The entry in auditEntry does not say who did it, at EditorialOffice.swift:"))
    #expect(text.contains("auditEntry.actor is empty: hand the actor down"))
  }

  @Test("The new value is that of the request")
  func request() throws {
    let desk = RequestDesk(database: office.database)
    let failure = try failure("rename") { try desk.rename(1, to: " Final ") }
    #expect(
      failure == """
        rename is not audited, as 2 calls showed.

          The entry in auditEntry has a wrong new value of article.title, at \
        EditorialOffice.swift:135 in OfficeJournal.write(_:_:_:_:_:)
            INSERT INTO auditEntry(actor, ACTION, tableName, rowId, changes, at) VALUES (?, ?, \
        ?, ?, ?, ?)
              article id 1: title 'Draft' -> 'Final'
              auditEntry id 1: added, with actor 'user:ada', action 'update', tableName \
        'article', rowId 1, changes '{"title":{"new":" Final ","old":"Draft"}}', at '2026-11-26 \
        10:00:00.000'
            title is 'Final' in the database, and the entry says ' Final '.
            Write what is stored, by reading the row after the change, and not what was asked for.
        """)
  }

  @Test("An entry tells of a change that did not happen, and without old values")
  func hasty() throws {
    let desk = HastyDesk(database: office.database)
    let failure = try failure("clean up", ["note"]) { try desk.delete([10, 99]) }
    #expect(
      failure == """
        clean up is not audited, as 2 calls showed.

          The entry in auditEntry has no old values of the row of note that was deleted, at \
        EditorialOffice.swift:135 in OfficeJournal.write(_:_:_:_:_:)
            INSERT INTO auditEntry(actor, ACTION, tableName, rowId, changes, at) VALUES (?, ?, \
        ?, ?, ?, ?)
              note id 10: removed, with articleId 1, body 'Check'
              auditEntry id 1: added, with actor 'user:ada', action 'delete', tableName 'note', \
        rowId 10, changes '{}', at '2026-11-26 10:00:00.000'
            Read the row before it is deleted, in the same transaction, and write its values.

          auditEntry tells of a change of note 99 that did not happen, at \
        EditorialOffice.swift:135 in OfficeJournal.write(_:_:_:_:_:)
            INSERT INTO auditEntry(actor, ACTION, tableName, rowId, changes, at) VALUES (?, ?, \
        ?, ?, ?, ?)
              auditEntry id 2: added, with actor 'user:ada', action 'delete', tableName 'note', \
        rowId 99, changes '{}', at '2026-11-26 10:00:00.000'
            Write the entry with the change, in its transaction, and only when the statement \
        changed a row.
        """)
  }
}

import QueryBudget
import Testing

@testable import QueryBudgetSQLite

/// The ways to write several changed fields into one JSON column.
@Suite struct AuditChangesTests {
  private func fields(
    _ json: String, _ kind: StatementKind = .update
  ) throws -> [String: AuditEntry.Field]? {
    AuditEntryReader.changes(try #require(LoggedValue(json: json)), kind)
  }

  @Test("By field, with old and new")
  func byField() throws {
    let wanted = ["title": AuditEntry.Field(old: .text("a"), new: .text("b"))]
    #expect(try fields(#"{"title": {"old": "a", "new": "b"}}"#) == wanted)
    #expect(try fields(#"{"Title": {"from": "a", "to": "b"}}"#) == wanted)
    #expect(try fields(#"{"title": ["a", "b"]}"#) == wanted)
    #expect(try fields(#"{"before": {"title": "a"}, "after": {"title": "b"}}"#) == wanted)
    #expect(try fields(#"[{"field": "title", "old": "a", "new": "b"}]"#) == wanted)
  }

  @Test("With one side only")
  func oneSide() throws {
    #expect(try fields(#"{"a_b": {"new": 1}}"#, .insert) == ["ab": .init(new: .integer(1))])
    #expect(try fields(#"{"a": 1}"#, .insert) == ["a": .init(new: .integer(1))])
    #expect(try fields(#"{"a": [1, 2]}"#, .insert)?["a"]?.old == nil)
    #expect(try fields(#"{"a": 1}"#, .delete) == ["a": .init(old: .integer(1))])
    #expect(try fields(#"{"old": {"a": 1}}"#, .delete) == ["a": .init(old: .integer(1))])
  }

  @Test("A column may be called as a side is")
  func column() throws {
    #expect(
      try fields(#"{"new": {"old": 0, "new": 1}}"#) == [
        "old": .init(new: .integer(0)),
        "new": .init(new: .integer(1)),
      ])
    #expect(try fields(#"{"new": 1, "title": 2}"#, .insert)?.count == 2)
    #expect(try fields("null")?.isEmpty == true)
    #expect(try fields("1") == nil)
    #expect(try fields("[1]") == nil)
  }

  @Test(
    "The words of an action",
    arguments: [
      ("INSERT", .insert), ("created", .insert), ("article.created", .insert), ("c", .insert),
      ("U", .update), ("updated", .update), ("article:update", .update), ("publish", .update),
      ("destroy", .delete), ("DELETED", .delete), ("article/d", .delete), ("viewed", nil),
    ] as [(String, StatementKind?)])
  func words(word: String, kind: StatementKind?) {
    #expect(AuditWords(updates: ["Publish"]).kind(of: word) == kind)
  }
}

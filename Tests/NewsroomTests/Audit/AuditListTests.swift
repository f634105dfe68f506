import Foundation
import GRDB
import Hummingbird
import Testing

@testable import Newsroom

@Suite("GET /api/audit")
struct AuditListTests {
  @Test(arguments: Storage.allCases)
  func listsNewestFirst(storage: Storage) async throws {
    try await Backend.run(on: storage) { backend in
      let daily = try await backend.tenant("daily")
      let weekly = try await backend.tenant("weekly")
      let draft = try await ArticleDraft(
        authorId: backend.author(of: daily), slug: "news", title: "News", body: "Text",
        tags: ["city"], publishedAt: Date(timeIntervalSince1970: 1_767_225_600.5))
      try await backend.write(as: daily) { rows in _ = try rows.insert(draft) }
      try await backend.write(as: weekly) { rows in
        _ = try rows.insert(Author(tenantId: weekly.id, name: "Mei", email: ""))
      }
      try await backend.write(as: daily, by: .system("import")) { rows in
        let old = try #require(try rows.fetchOne(Author.all()))
        var new = old
        new.name = "Ada Osei"
        try rows.update(new, from: old)
      }

      let answer = try await backend.send(
        .get, "/api/audit", token: Backend.token(for: "daily", role: .admin))

      #expect(answer.status == .ok)
      let page = try answer.decode(AuditPage.self)
      #expect(page.entries.map(\.id) == [3, 1])
      #expect(page.entries.map(\.actor) == ["system:import", "user:ada"])
      #expect(page.entries.map(\.action) == [.update, .insert])
      #expect(page.entries.map(\.tableName) == ["author", "article"])
      let changes = page.entries.map(\.changes)
      #expect(changes.first == ["name": ["new": .text("Ada Osei"), "old": .text("Ada")]])
      #expect(changes.last?["id"] == ["new": .integer(1)])
      #expect(changes.last?["tags"] == ["new": .list(["city"])])
      #expect(changes.last?["publishedAt"] == ["new": .text("2026-01-01 00:00:00.500")])
      #expect(!page.hasMore)
    }
  }

  @Test
  func writesAnEntryAsItReadsIt() async throws {
    try await Backend.run { backend in
      _ = try await backend.tenant()
      try await backend.database.write { db in
        try db.execute(
          sql: """
            INSERT INTO auditEntry (tenantId, actor, action, tableName, rowId, changes, at)
            VALUES (1, 'user:ada', 'update', 'plan', 7,
              '{"a":{"new":null,"old":3},"b":{"new":0.5,"old":"x"}}', '2026-01-01 10:00:00.000')
            """
        )
      }
      let answer = try await backend.send(
        .get, "/api/audit", token: Backend.token(for: "daily", role: .admin))
      #expect(
        answer.text == """
          {"entries":[{"action":"update","actor":"user:ada","at":"2026-01-01T10:00:00Z",\
          "changes":{"a":{"new":null,"old":3},"b":{"new":0.5,"old":"x"}},"id":1,"rowId":7,\
          "tableName":"plan"}],"hasMore":false,"page":1,"per":100}
          """
      )
    }
  }

  @Test
  func pages() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      try await backend.write(as: daily) { rows in
        for number in 1...5 {
          try rows.insert(Author(tenantId: daily.id, name: "Author \(number)", email: ""))
        }
      }
      let token = try Backend.token(for: "daily", role: .admin)
      for (query, ids, more) in [
        ("?per=2", [5, 4], true), ("?per=2&page=3", [1], false),
        ("?per=5", [5, 4, 3, 2, 1], false),
      ] as [(String, [Int64], Bool)] {
        let page = try await backend.send(.get, "/api/audit\(query)", token: token)
          .decode(AuditPage.self)
        #expect(page.entries.map(\.id) == ids)
        #expect(page.hasMore == more)
      }
    }
  }

  @Test(arguments: [nil, Role.reader, .editor])
  func isForAdmins(role: Role?) async throws {
    try await Backend.run { backend in
      _ = try await backend.tenant()
      let answer =
        if let role {
          try await backend.send(
            .get, "/api/audit", token: Backend.token(for: "daily", role: role))
        } else {
          try await backend.send(.get, "/api/audit", headers: [.tenant: "daily"])
        }
      #expect(answer.status == (role == nil ? .unauthorized : .forbidden))
      #expect((answer.headers[.wwwAuthenticate] == nil) == (role != nil))
    }
  }

  @Test
  func isReadWithoutASort() async throws {
    try await Backend.run { backend in
      let plan = try await backend.database.read { db in
        try String.fetchAll(
          db,
          sql: """
            EXPLAIN QUERY PLAN
            SELECT * FROM auditEntry WHERE tenantId = 1 ORDER BY id DESC LIMIT 101
            """,
          adapter: SuffixRowAdapter(fromIndex: 3)
        )
      }
      #expect(plan == ["SEARCH auditEntry USING INDEX auditEntry_on_tenantId (tenantId=?)"])
    }
  }
}

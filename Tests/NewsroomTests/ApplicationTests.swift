import Foundation
import GRDB
import Hummingbird
import Newsroom
import Testing

@Suite("The application")
struct ApplicationTests {
  @Test
  func needsAMigratedDatabase() throws {
    let database = try DatabaseQueue()
    #expect(throws: SchemaError.outdated) { try Newsroom.application(database: database) }
  }

  @Test(arguments: [("GET", "/"), ("GET", "/api/authors"), ("PATCH", "/api/articles/1")])
  func saysThatARouteIsUnknown(method: String, uri: String) async throws {
    try await Backend.run { backend in
      let answer = try await backend.send(#require(.init(method)), uri)
      #expect(answer.status == .notFound)
      #expect(try answer.failure.message == "There is no \(method) \(uri) here.")
    }
  }

  @Test
  func keepsItsFailuresToItself() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      let ada = try await backend.author(of: daily)
      try await backend.article("news", of: daily, by: ada)
      try await backend.database.write { db in try db.drop(table: "articleTag") }

      let answer = try await backend.get("/api/articles", as: daily)

      #expect(answer.status == .internalServerError)
      #expect(try answer.failure.message.hasPrefix("The server failed to answer;"))
      #expect(!answer.text.contains("articleTag"))
    }
  }

  @Test
  func migratesTwiceWithoutHarm() async throws {
    try await Backend.run { backend in
      _ = try await backend.tenant()
      try Newsroom.migrate(backend.database)
      #expect(try await backend.count("tenant") == 1)
    }
  }

  @Test
  func seedsTheDemoTenantOnce() async throws {
    try await Backend.run { backend in
      #expect(try await DemoTenant.seed(backend.database))
      #expect(try await !DemoTenant.seed(backend.database))
      let answer = try await backend.send(.get, "/api/articles", tenant: DemoTenant.slug)
      #expect(try answer.decode(ArticlePage.self).articles.count == 5)
      #expect(try await backend.count("comment") == 3)
      #expect(try await backend.billed == [3, 3, 3, 0])
    }
  }
}

import Foundation
import Hummingbird
import Testing

@testable import Newsroom

@Suite("Access to a tenant")
struct TenantAccessTests {
  private static let writes: [(HTTPRequest.Method, String)] = [
    (.post, "/api/articles"), (.put, "/api/articles/1"), (.delete, "/api/articles/1"),
    (.post, "/api/articles/1/comments"), (.post, "/api/subscriptions"),
    (.delete, "/api/subscriptions/1"),
  ]

  @Test(arguments: writes)
  func needsATokenToWrite(method: HTTPRequest.Method, uri: String) async throws {
    try await Backend.run { backend in
      _ = try await backend.tenant()
      let answer = try await backend.send(method, uri, headers: [.tenant: "daily"])
      #expect(answer.status == .unauthorized)
      #expect(answer.headers[.wwwAuthenticate] == "Bearer realm=\"newsroom\"")
      #expect(try answer.failure.message.hasPrefix("This needs a token;"))
    }
  }

  @Test(arguments: writes)
  func needsMoreThanAReadersTokenToWrite(method: HTTPRequest.Method, uri: String) async throws {
    try await Backend.run { backend in
      _ = try await backend.tenant()
      let token = try Backend.token(for: "daily", role: .reader)
      let answer = try await backend.send(method, uri, token: token)
      #expect(answer.status == .forbidden)
      #expect(answer.headers[.wwwAuthenticate] == nil)
      #expect(
        try answer.failure.message
          == "This needs a token with the role 'editor', and this one's is 'reader'.")
    }
  }

  @Test(arguments: ["/api/articles", "/api/articles/1", "/api/articles/1/comments"])
  func needsNoTokenToReadWhatIsPublished(uri: String) async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      try await backend.article("news", of: daily, by: backend.author(of: daily))
      let answer = try await backend.send(.get, uri, headers: [.tenant: "daily"])
      #expect(answer.status == .ok)
    }
  }

  @Test(arguments: ["/api/subscriptions", "/api/subscriptions/1"])
  func needsATokenToReadWhoPays(uri: String) async throws {
    try await Backend.run { backend in
      _ = try await backend.tenant()
      let answer = try await backend.send(.get, uri, headers: [.tenant: "daily"])
      #expect(answer.status == .unauthorized)
    }
  }

  /// Also where no middleware stands before it.
  @Test
  func isNotGivenToReadersBelowTheRoutesEither() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      let scopes = [
        (TenantScope(daily, actor: .anonymous), TenantError.tokenMissing),
        (
          TenantScope(daily, actor: .user("ada"), role: .reader),
          .forbidden(needs: .editor, has: .reader)
        ),
      ]
      for (scope, error) in scopes {
        let database = TenantDatabase(backend.database, scope: scope)
        await #expect(throws: error) { try await database.write { _ in } }
      }
    }
  }

  @Test(arguments: Role.allCases)
  func letsAnyTokenRead(role: Role) async throws {
    try await Backend.run { backend in
      _ = try await backend.tenant()
      let token = try Backend.token(for: "daily", role: role)
      let answer = try await backend.send(.get, "/api/articles", token: token)
      #expect(answer.status == .ok)
    }
  }

  @Test
  func refusesABadTokenAlsoWhereNoneIsNeeded() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      try await backend.article("news", of: daily, by: backend.author(of: daily))
      let expired = try TenantToken(user: "ada", tenant: "daily", expires: .distantPast)
        .sign(with: Backend.tokenKey)
      for method in [HTTPRequest.Method.get, .delete] {
        let answer = try await backend.send(
          method, "/api/articles/1",
          headers: [.tenant: "daily", .authorization: "Bearer \(expired)"])
        #expect(answer.status == .unauthorized)
        #expect(
          answer.headers[.wwwAuthenticate] == "Bearer realm=\"newsroom\", error=\"invalid_token\"")
        #expect(try answer.failure.message == "The token has expired; ask for a new one.")
      }
    }
  }

  @Test
  func refusesTwoTenantsAtOnce() async throws {
    try await Backend.run { backend in
      let answer = try await backend.send(
        .get, "/api/articles",
        headers: [
          .tenant: "weekly", .authorization: "Bearer \(try Backend.token(for: "daily"))",
        ])
      #expect(answer.status == .badRequest)
      #expect(
        try answer.failure.message
          == "The request names more than one tenant (daily, weekly); name one.")
    }
  }

  @Test
  func namesTheTokensUserInTheAuditLog() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      let ada = try await backend.author(of: daily)
      let token = try Backend.token(for: "daily", user: "mei@example.com")
      let answer = try await backend.send(
        .post, "/api/articles", token: token,
        #"{"authorId": \#(ada), "slug": "news", "title": "News", "body": "Text"}"#)
      #expect(answer.status == .created)
      let log = try await backend.auditLog()
      #expect(log.first?.hasPrefix("user:mei@example.com insert article 1") == true)
    }
  }
}

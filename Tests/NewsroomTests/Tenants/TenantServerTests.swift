import Foundation
import Newsroom
import Testing

/// The `Host` header comes to the middleware by a real connection only.
@Suite("Tenants of a running server")
struct TenantServerTests {
  @Test
  func areToldByTheHost() async throws {
    try await TemporaryFolder.run { folder in
      _ = try await ServerProcess.run(["seed"], in: folder)
      let server = try await ServerProcess.start(
        in: folder,
        ["NEWSROOM_BASE_DOMAIN": "newsroom.example", "NEWSROOM_TRUSTS_TENANT_HEADER": "false"])
      defer { server.process.terminate() }
      let own = try Backend.token(for: DemoTenant.slug)
      let other = try Backend.token(for: "daily")
      for (host, token, status) in [
        ("demo.newsroom.example", nil, 200), ("DEMO.newsroom.example.:8080", nil, 200),
        ("demo.newsroom.example", own, 200), ("localhost", own, 200),
        ("demo.newsroom.example", other, 403), ("demo.newsroom.example", "garbage", 401),
        ("daily.newsroom.example", nil, 404), ("localhost", nil, 400),
        ("www.demo.newsroom.example", nil, 400),
      ] as [(String, String?, Int)] {
        var headers = ["Host": host, "X-Tenant": DemoTenant.slug]
        headers["Authorization"] = token.map { "Bearer \($0)" }
        let answer = try await server.send("GET", "api/articles", headers: headers)
        #expect(answer.status == status, "\(host), \(token ?? "no token"): \(answer.text)")
      }
    }
  }
}

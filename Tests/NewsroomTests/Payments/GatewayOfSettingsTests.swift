import Hummingbird
import HummingbirdTesting
import Newsroom
import Testing

@Suite("The gateway that the settings name")
struct GatewayOfSettingsTests {
  @Test
  func isChargedByTheWholeBackend() async throws {
    try await GatewayServer.run { server, _ in
      var settings = Settings(.test)
      settings.gatewayURL = await server.url
      settings.secrets.gatewayKey = Secret("the key of production")
      let services = Services(settings)
      try await Backend.run(settings: settings, services: services) { backend in
        let daily = try await backend.tenant()
        let answer = try await backend.post(
          "/api/subscriptions", SubscriptionDraft.draft().json, as: daily)
        #expect(answer.status == .created)
        let request = try #require(await server.requests.first)
        #expect(request.authorization == "Bearer the key of production")
        #expect(request.key == "subscription/\(daily.id)/mia@example.com/0")
      }
    }
  }

  @Test
  func isTheSandboxWhenTheyNameNone() {
    #expect(Services(Settings(.development)).gateway is SandboxGateway)
  }
}

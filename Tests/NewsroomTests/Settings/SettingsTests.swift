import Foundation
import Logging
import Newsroom
import Testing

@Suite("Settings")
struct SettingsTests {
  /// What production needs.
  static let production = [
    "NEWSROOM_ENVIRONMENT": "production",
    "NEWSROOM_TOKEN_KEY": String(repeating: "t", count: 32),
    "NEWSROOM_WEBHOOK_SECRET": String(repeating: "w", count: 32),
    "NEWSROOM_GATEWAY_KEY": String(repeating: "g", count: 32),
    "NEWSROOM_GATEWAY_URL": "https://payments.example/v1",
  ]

  @Test
  func areForDevelopmentWhenNothingIsSet() async throws {
    let settings = try await Settings.load(variables: [:])
    #expect(settings.environment == .development)
    #expect(settings.hostname == "127.0.0.1")
    #expect(settings.port == 8080)
    #expect(settings.database == "newsroom.sqlite")
    #expect(settings.gatewayURL == nil)
    #expect(settings.trustsTenantHeader)
    #expect(settings.secrets.tokenKeys.map(\.text) == Secrets.development.tokenKeys.map(\.text))
  }

  @Test
  func takeAFreePortInTests() async throws {
    let settings = try await Settings.load(variables: ["NEWSROOM_ENVIRONMENT": "test"])
    #expect(settings.port == 0)
    #expect("\(settings.logLevel)" == "error")
  }

  @Test
  func trustNoHeaderInProduction() async throws {
    let settings = try await Settings.load(variables: Self.production)
    #expect(settings.environment == .production)
    #expect(settings.hostname == "0.0.0.0")
    #expect(!settings.trustsTenantHeader)
    #expect(settings.gatewayURL?.absoluteString == "https://payments.example/v1")
  }

  @Test
  func comeFromTheEnvironment() async throws {
    let settings = try await Settings.load(variables: [
      "NEWSROOM_HOSTNAME": "::1", "NEWSROOM_PORT": "81", "NEWSROOM_DATABASE": "/a/b.sqlite",
      "NEWSROOM_MAIL_SPOOL": "/a/mail", "NEWSROOM_BASE_DOMAIN": "newsroom.example",
      "NEWSROOM_TRUSTS_TENANT_HEADER": "false", "NEWSROOM_GATEWAY_URL": "http://localhost:9/v1",
      "NEWSROOM_WORKERS": "7", "NEWSROOM_LOG_LEVEL": "debug",
      "NEWSROOM_HEALTH_TIMEOUT": "9", "NEWSROOM_JOB_LEASE": "5",
      "NEWSROOM_TOKEN_KEY": "new, old", "NEWSROOM_WEBHOOK_SECRET": "one",
      "NEWSROOM_GATEWAY_KEY": "a,b",
    ])
    #expect(settings.hostname == "::1")
    #expect(settings.port == 81)
    #expect(settings.database == "/a/b.sqlite")
    #expect(settings.mailSpool == "/a/mail")
    #expect(settings.baseDomain == "newsroom.example")
    #expect(!settings.trustsTenantHeader)
    #expect(settings.gatewayURL?.port == 9)
    #expect(settings.workers == 7)
    #expect(settings.jobLease == 5)
    #expect(settings.healthTimeout == 9)
    #expect("\(settings.logLevel)" == "debug")
    #expect(settings.secrets.tokenKeys.map(\.text) == ["new", "old"])
    #expect(settings.secrets.webhookSecrets.map(\.text) == ["one"])
    #expect(settings.secrets.gatewayKey.text == "a,b")
  }

  @Test
  func areOverruledInOrder() async throws {
    let file = try SettingsFileOnDisk(#"{"port": 1, "workers": 3, "hostname": "file"}"#)
    defer { file.remove() }
    let settings = try await Settings.load(
      options: SettingsOptions(hostname: "option", file: file.path),
      variables: ["NEWSROOM_PORT": "2", "NEWSROOM_HOSTNAME": "variable"])
    #expect(settings.hostname == "option")
    #expect(settings.port == 2)
    #expect(settings.workers == 3)
  }

  @Test
  func nameTheFileInTheEnvironmentToo() async throws {
    let file = try SettingsFileOnDisk(#"{"trustsTenantHeader": false}"#)
    defer { file.remove() }
    let settings = try await Settings.load(variables: ["NEWSROOM_SETTINGS": file.path])
    #expect(!settings.trustsTenantHeader)
  }

  @Test
  func keepSecretsToThemselves() async throws {
    let settings = try await Settings.load(variables: Self.production)
    var dumped = ""
    dump(settings, to: &dumped)
    for text in ["\(settings)", String(reflecting: settings), dumped] {
      #expect(text.contains("<secret>"))
      for secret in ["ttt", "www", "ggg"] { #expect(!text.contains(secret)) }
    }
  }
}

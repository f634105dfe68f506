import Foundation
import Newsroom
import Testing

@Suite("Settings that are refused")
struct SettingsRefusalTests {
  @Test(arguments: [
    ("NEWSROOM_ENVIRONMENT", "prod", "environment (NEWSROOM_ENVIRONMENT) must be development, "),
    ("NEWSROOM_ENVIRONMENT", "", "environment (NEWSROOM_ENVIRONMENT) must be development, "),
    ("NEWSROOM_PORT", "http", "port (NEWSROOM_PORT) must be a whole number from 0 to 65535."),
    ("NEWSROOM_PORT", "65536", "port (NEWSROOM_PORT) must be a whole number from 0 to 65535."),
    ("NEWSROOM_PORT", "-1", "port (NEWSROOM_PORT) must be a whole number from 0 to 65535."),
    ("NEWSROOM_JOB_LEASE", "0", "jobLease (NEWSROOM_JOB_LEASE) must be a whole number from 1 to "),
    ("NEWSROOM_WORKERS", "0", "workers (NEWSROOM_WORKERS) must be a whole number from 1 to 64."),
    (
      "NEWSROOM_TRUSTS_TENANT_HEADER", "maybe",
      "trustsTenantHeader (NEWSROOM_TRUSTS_TENANT_HEADER) must be true or false."
    ),
    ("NEWSROOM_LOG_LEVEL", "loud", "logLevel (NEWSROOM_LOG_LEVEL) must be one of trace, "),
    ("NEWSROOM_GATEWAY_URL", "payments", "gatewayURL (NEWSROOM_GATEWAY_URL) must be an address "),
    ("NEWSROOM_SETTINGS", "/no/such.json", "The settings file '/no/such.json' can't be read; "),
  ])
  func variables(name: String, value: String, sentence: String) async throws {
    let problems = await problems(variables: [name: value])
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix(sentence) == true, "\(problems)")
  }

  @Test(arguments: [
    ("{", "must be a JSON object."),
    ("[1]", "must be a JSON object."),
    (#"{"port": "http"}"#, "port (NEWSROOM_PORT) must be a whole number from 0 to 65535."),
    (#"{"port": 1.5}"#, "port (NEWSROOM_PORT) must be a whole number from 0 to 65535."),
    (#"{"hostname": 1}"#, "hostname (NEWSROOM_HOSTNAME) must be a text."),
    (#"{"prot": 1}"#, "is no setting; there are environment, hostname, port, "),
    (#"{"tokenKey": "x"}"#, "holds the secret 'tokenKey'; take it out of the file, "),
    (#"{"gatewayKey": 7}"#, "and set NEWSROOM_GATEWAY_KEY in the environment."),
  ])
  func files(text: String, sentence: String) async throws {
    let file = try SettingsFileOnDisk(text)
    defer { file.remove() }
    let problems = await problems(file: file.path)
    #expect(problems.count == 1)
    #expect(problems.first?.contains(sentence) == true, "\(problems)")
    #expect(!problems.contains { $0.contains("x\"") })
  }

  @Test
  func productionWithNothing() async throws {
    let problems = await problems(variables: ["NEWSROOM_ENVIRONMENT": "production"])
    #expect(
      problems == [
        "NEWSROOM_TOKEN_KEY is missing; set it in the environment.",
        "NEWSROOM_WEBHOOK_SECRET is missing; set it in the environment.",
        "NEWSROOM_GATEWAY_KEY is missing; set it in the environment.",
        "gatewayURL (NEWSROOM_GATEWAY_URL) is missing; "
          + "set it to the address of the payment gateway.",
      ])
  }

  @Test(arguments: [
    ("NEWSROOM_TOKEN_KEY", ""),
    ("NEWSROOM_TOKEN_KEY", ","),
    ("NEWSROOM_TOKEN_KEY", "short"),
    ("NEWSROOM_TOKEN_KEY", "tttttttttttttttttttttttttttttttt,short"),
    ("NEWSROOM_TOKEN_KEY", Secrets.development.tokenKeys[0].text),
    ("NEWSROOM_TOKEN_KEY", Secrets.development.gatewayKey.text),
    ("NEWSROOM_WEBHOOK_SECRET", Secrets.development.webhookSecrets[0].text),
    ("NEWSROOM_GATEWAY_KEY", Secrets.development.gatewayKey.text),
    ("NEWSROOM_GATEWAY_KEY", "0123456789012345678901234567890"),
    ("NEWSROOM_GATEWAY_URL", "http://payments.example"),
  ])
  func productionWithOneThingWrong(name: String, value: String) async throws {
    let variables = SettingsTests.production.merging([name: value]) { _, new in new }
    let problems = await problems(variables: variables)
    #expect(problems.count == 1)
    #expect(problems.first?.contains(name) == true, "\(problems)")
    if value.count > 8 { #expect(!problems.contains { $0.contains(value) }) }
  }

  @Test
  func allAtOnce() async throws {
    let error = await #expect(throws: SettingsError.self) {
      try await Settings.load(variables: [
        "NEWSROOM_ENVIRONMENT": "production", "NEWSROOM_PORT": "http", "NEWSROOM_WORKERS": "many",
      ])
    }
    let lines = error?.description.split(separator: "\n") ?? []
    #expect(lines.first == "6 settings can't be used:")
    #expect(lines.count == 7)
  }

  private func problems(
    variables: [String: String] = [:],
    file: String? = nil
  ) async -> [String] {
    let error = await #expect(throws: SettingsError.self) {
      try await Settings.load(options: SettingsOptions(file: file), variables: variables)
    }
    return error?.problems ?? []
  }
}

/// What the backend proves itself and others by; only the environment holds it.
public struct Secrets: Sendable {
  /// What tokens are signed with: the first signs, all are accepted, so that keys can be changed.
  public var tokenKeys: [Secret]
  /// What the payment gateway signs its webhooks with; more than one while it is being changed.
  public var webhookSecrets: [Secret]
  /// What the payment gateway knows us by.
  public var gatewayKey: Secret

  /// What everybody knows, for a machine that nobody else can reach.
  public static let development = Secrets(
    tokenKeys: [Secret("development-token-key-that-everybody-knows")],
    webhookSecrets: [Secret("development-webhook-secret-that-everybody-knows")],
    gatewayKey: Secret("development-gateway-key-that-everybody-knows")
  )

  /// Nothing, which opens nothing.
  static let none = Secrets(tokenKeys: [], webhookSecrets: [], gatewayKey: Secret(""))

  /// The names of the settings that hold them.
  static let keys: [SettingKey] = [.tokenKey, .webhookSecret, .gatewayKey]

  /// What of these is of no use in production: one sentence each.
  func problems() -> [String] {
    problems(of: .tokenKey, tokenKeys)
      + problems(of: .webhookSecret, webhookSecrets)
      + problems(of: .gatewayKey, [gatewayKey])
  }

  private func problems(of key: SettingKey, _ secrets: [Secret]) -> [String] {
    guard secrets.contains(where: { !$0.text.isEmpty }) else {
      return ["\(key.variable) is missing; set it in the environment."]
    }
    return secrets.compactMap { secret in
      if Self.known.contains(secret.text) {
        "\(key.variable) is a secret for development, which everybody knows; set one of your own."
      } else if secret.text.utf8.count < 32 {
        "\(key.variable) is too short; set at least 32 bytes, as `openssl rand -hex 32` prints."
      } else {
        nil
      }
    }
  }

  private static var known: [String] {
    (development.tokenKeys + development.webhookSecrets + [development.gatewayKey]).map(\.text)
  }
}

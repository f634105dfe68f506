/// The name of a setting: as a file has it, and as the environment has it.
enum SettingKey: String, CaseIterable {
  case environment
  case hostname
  case port
  case database
  case mailSpool
  case baseDomain
  case trustsTenantHeader
  case gatewayURL
  case workers
  case jobLease
  case logLevel
  case healthTimeout
  case tokenKey
  case webhookSecret
  case gatewayKey

  /// The variable's name: `NEWSROOM_MAIL_SPOOL` for `mailSpool`.
  var variable: String {
    let words = rawValue.replacing(/([a-z])([A-Z])/) { "\($0.1)_\($0.2)" }
    return "NEWSROOM_\(words.uppercased())"
  }

  /// How a sentence names it.
  var title: String { "\(rawValue) (\(variable))" }
}

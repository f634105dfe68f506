/// Rows of another tenant, in a way in which code mistakes them for the tenant's own.
enum TenantScenario: Sendable {
  /// Copies of the tenant's rows, with the next keys.
  case behind
  /// Copies of the tenant's rows, with the keys before.
  case before
  /// The tenant's rows themselves.
  case handedOver

  /// How a sentence about it begins.
  var phrase: String {
    switch self {
    case .behind: "With rows of another tenant behind its own"
    case .before: "With rows of another tenant before its own"
    case .handedOver: "With its rows in the hands of another tenant"
    }
  }

  /// What it is compared with.
  var reference: String {
    switch self {
    case .behind, .before: "without them"
    case .handedOver: "where nobody has them"
    }
  }
}

import Foundation
import Hummingbird
import Newsroom

extension Backend {
  /// What the backends of tests run with.
  static let settings = Settings(.test)

  /// What the backends of tests accept tokens with.
  static let tokenKey = TokenKey(Secrets.development.tokenKeys[0].text)

  /// A token that holds for ever.
  static func token(
    for tenant: String,
    user: String = "ada",
    role: Role = .editor
  ) throws -> String {
    try TenantToken(user: user, tenant: tenant, role: role, expires: .distantFuture)
      .sign(with: tokenKey)
  }

  /// Sends a request with a token and nothing else that names a tenant.
  func send(
    _ method: HTTPRequest.Method,
    _ uri: String,
    token: String,
    _ json: String? = nil
  ) async throws -> Answer {
    try await send(
      method, uri, headers: [.authorization: "Bearer \(token)"],
      body: json.map { ByteBuffer(string: $0) }
    )
  }
}

extension HTTPFields.Element.Name {
  /// `X-Tenant`.
  static var tenant: HTTPFields.Element.Name {
    guard let name = HTTPFields.Element.Name("X-Tenant") else { preconditionFailure("no name") }
    return name
  }
}

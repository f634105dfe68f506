/// The parts of a request that can name its tenant.
struct TenantRequest: Equatable {
  /// What its `Authorization` headers hold.
  var authorization: [String] = []
  /// What its `X-Tenant` headers hold.
  var headers: [String] = []
  /// The host that it is sent to, with or without a port.
  var host: String = ""

  /// The token that it carries, if it carries one.
  ///
  /// - Throws: ``TokenError/notBearer`` for credentials of any other sort.
  func token() throws(TokenError) -> String? {
    guard let credentials = authorization.first else { return nil }
    let words = credentials.split(separator: " ", omittingEmptySubsequences: true)
    guard authorization.count == 1, words.count == 2, words[0].lowercased() == "bearer" else {
      throw .notBearer
    }
    return String(words[1])
  }
}

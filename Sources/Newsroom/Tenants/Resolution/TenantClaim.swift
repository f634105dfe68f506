/// Which tenant a request names, and who sends it.
struct TenantClaim: Equatable {
  let slug: String
  let actor: Principal
  let role: Role

  init(slug: String, token: TenantToken?) {
    self.slug = slug
    actor = token.map { .user($0.user) } ?? .anonymous
    role = token?.role ?? .reader
  }
}

/// The tenant that the name of a host stands for: `daily` of `daily.newsroom.example:8080`.
struct TenantHost: Equatable {
  let slug: String

  /// Reads a host; `nil` unless it is one label below the base domain.
  ///
  /// Case, a port and the dot of a full name don't matter. An IP address, the base domain itself
  /// and what is two labels below it name nobody.
  init?(_ host: String, below baseDomain: String) {
    guard let name = Self.name(of: host),
      let base = Self.name(of: baseDomain), !base.isEmpty,
      name.hasSuffix(".\(base)")
    else { return nil }
    let label = String(name.dropLast(base.count + 1))
    guard label.wholeMatch(of: /[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?/) != nil else { return nil }
    slug = label
  }

  /// The name without port and final dot, in lower case.
  private static func name(of host: String) -> String? {
    let parts = host.lowercased().split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, let name = parts.first else { return nil }
    if parts.count == 2 {
      guard parts[1].allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    }
    return String(name.hasSuffix(".") ? name.dropLast() : name)
  }
}

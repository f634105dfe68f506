import Testing

@testable import Newsroom

@Suite("Hosts of tenants")
struct TenantHostTests {
  @Test(arguments: [
    ("daily.newsroom.example", "daily"), ("daily.newsroom.example:8080", "daily"),
    ("daily.newsroom.example:", "daily"), ("daily.newsroom.example.", "daily"),
    ("daily.newsroom.example.:80", "daily"), ("DAILY.Newsroom.Example", "daily"),
    ("the-2nd-daily.newsroom.example", "the-2nd-daily"), ("1.newsroom.example", "1"),
    ("newsroom.newsroom.example", "newsroom"),
    // The base domain itself, and others.
    ("newsroom.example", nil), ("newsroom.example.", nil), ("example", nil), ("", nil),
    (".", nil), (".newsroom.example", nil), ("daily.other.example", nil),
    ("dailynewsroom.example", nil), ("daily.newsroom.example.evil.example", nil),
    ("daily.newsroom.example..", nil), ("localhost", nil), ("localhost:8080", nil),
    // Deeper than one label.
    ("www.daily.newsroom.example", nil), (".daily.newsroom.example", nil),
    // Addresses.
    ("127.0.0.1", nil), ("127.0.0.1:8080", nil), ("[::1]", nil), ("[::1]:8080", nil),
    ("::1", nil), ("[2001:db8::1]:443", nil),
    // No host names.
    ("-daily.newsroom.example", nil), ("daily-.newsroom.example", nil),
    ("da_ly.newsroom.example", nil), ("da ly.newsroom.example", nil),
    ("dåily.newsroom.example", nil), ("daily%00.newsroom.example", nil),
    ("ada@daily.newsroom.example", nil), ("daily.newsroom.example:80a", nil),
    ("daily.newsroom.example:80:80", nil), ("daily.newsroom.example/", nil),
    (String(repeating: "a", count: 64) + ".newsroom.example", nil),
  ])
  func standFor(host: String, slug: String?) {
    #expect(TenantHost(host, below: "newsroom.example")?.slug == slug)
  }

  @Test(arguments: ["Newsroom.Example", "newsroom.example.", "newsroom.example"])
  func heedNoSpellingOfTheBaseDomain(base: String) {
    #expect(TenantHost("daily.newsroom.example", below: base)?.slug == "daily")
  }

  @Test(arguments: ["", ".", "::"])
  func needABaseDomain(base: String) {
    #expect(TenantHost("daily.newsroom.example", below: base) == nil)
  }
}

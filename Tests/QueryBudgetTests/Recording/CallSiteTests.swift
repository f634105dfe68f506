import QueryBudget
import Testing

/// A call site says as much as is known.
@Suite("A call site")
struct CallSiteTests {
  @Test("a line of a function")
  func line() {
    let site = CallSite(
      .line(path: "/shop/Sources/ArticleStore.swift", number: 48),
      function: "ArticleStore.author(of:)")
    #expect(site.description == "ArticleStore.swift:48 in ArticleStore.author(of:)")
    #expect(site.file == "ArticleStore.swift")
    #expect(site.path == "/shop/Sources/ArticleStore.swift")
    #expect(site.line == 48)
  }

  @Test("a line outside of a function")
  func noFunction() {
    #expect(CallSite(.line(path: "main.swift", number: 3)).description == "main.swift:3")
  }

  @Test("a function without a line, and code without a name")
  func noLine() {
    let place = CallSite.Place.code(image: "/shop/.build/debug/Shop", offset: 0x1f4)
    #expect(CallSite(place, function: "f()").description == "f() in Shop")
    #expect(CallSite(place).description == "Shop + 0x1f4")
    #expect(CallSite(place).line == nil)
    #expect(CallSite(place).file == nil)
    #expect(CallSite(place).path == nil)
  }
}

import Foundation
import GRDB
import Hummingbird
import TestSupport
import Testing

@testable import Newsroom

/// The documentation says which test guards what; it has to say so of all that there is.
@Suite("The table of guards")
struct GuardTableTests {
  private let article: String
  private let sources: TestSources

  init() throws {
    let file = Checkout.folder.appending(path: "Sources/Newsroom/Newsroom.docc/Guards.md")
    article = try String(contentsOf: file, encoding: .utf8)
    sources = try TestSources()
  }

  @Test func namesATestForEverything() throws {
    let table = GuardTable(article)
    #expect(table.complaints(about: try subjects(), sources: sources) == [])
  }

  @Test func namesEveryTestOfAContract() {
    let tests = sources.tests(inFilesNamed: "ContractTests")
    #expect(tests.count > 40)
    #expect(tests.filter { !article.contains("`\($0)`") } == [])
  }

  @Test func knowsAnEventOfEachType() {
    let types = GatewayNews.EventType.allCases.map(\.rawValue)
    #expect(Set(SampleEvent.known.map(\.type)) == Set(types))
  }

  /// It has to notice something, or its silence says nothing.
  @Test(arguments: [
    (
      "| `GET /healthz` |", "| `GET /health` |",
      ["GET /health is not there any more.", "GET /healthz has no row."]
    ),
    (
      "| `ArticleContractTests.newArticleIsAtomic` |", "| `ArticleContractTests.newArticle` |",
      [
        """
        POST /api/articles, atomic: there is no test 'ArticleContractTests.newArticle'; name one, \
        or say after a dash why there is none.
        """
      ]
    ),
    (
      "| `ArticleContractTests.newArticleIsAtomic` |",
      "| `ArticleContractTests.newArticleIsAudited` |",
      [
        """
        POST /api/articles, atomic: ArticleContractTests.newArticleIsAudited does not call \
        assertAtomic(…).
        """
      ]
    ),
    (
      "| `EndpointBudgetTests/newArticle.json` |", "| `EndpointBudgetTests/listOfArticles.json` |",
      ["POST /api/articles, baseline: the budget's is EndpointBudgetTests/newArticle.json."]
    ),
    (
      "| `EndpointBudgetTests.newArticle` | `EndpointBudgetTests/newArticle.json` |",
      "| `GuardTableTests.namesATestForEverything` "
        + "| `GuardTableTests/namesATestForEverything.json` |",
      [
        """
        POST /api/articles, baseline: there is no \
        Baselines/NewsroomTests/GuardTableTests/namesATestForEverything.json.
        """
      ]
    ),
  ])
  func isReadWithCare(cell: String, changed: String, complaints: [String]) throws {
    let table = GuardTable(article.replacing(cell, with: changed))
    #expect(table.complaints(about: try subjects(), sources: sources) == complaints)
  }

  /// The first column: each endpoint, and each job; that of webhooks for each type of event.
  private func subjects() throws -> Set<String> {
    let router = Newsroom.router(
      database: try DatabaseQueue(), settings: Settings(.test), services: Services(), jobs: nil)
    let endpoints = router.routes.map { route in
      "\(route.method) \(route.path)".replacing(/\{(\w+)\}/) { ":\($0.1)" }
    }
    let events = GatewayNews.EventType.allCases.map(\.rawValue) + ["another event"]
    let jobs = JobRegistry.newsroom.kinds.flatMap { kind in
      kind == ProcessWebhookEvent.kind ? events.map { "\(kind), \($0)" } : [kind]
    }
    return Set(endpoints + jobs)
  }
}

import Foundation
import GRDB
import QueryBudget
import QueryBudgetGRDB
import QueryBudgetTesting
import Testing

/// Endpoints as people write them, and what a developer reads when they fail.
@Suite struct EndpointTests {
  private func failure<Database: DatabaseWriter>(
    _ name: String,
    _ magazine: Magazine<Database>,
    scales: [Int] = [1, 10, 100],
    _ call: () async throws -> Void
  ) async throws -> String? {
    try await verifyQueryGrowth(name, on: magazine.recorder, scales: scales) {
      try magazine.publish($0)
    } whenCalling: {
      try await call()
    }.failure
  }

  @Test("Nested lazy loads")
  func nestedLazyLoads() async throws {
    let magazine = try Magazine.inMemory()
    let page = WriterPage(database: magazine.database)
    let failure = try await failure("GET /writers", magazine) { _ = try page.render() }
    #expect(
      failure == """
        GET /writers exceeds its budget: constant expected, 1 + 2*writers found.

          writers  1  10  100
          queries  3  21  201

          grows by 1 per writer, at NestedLazyLoads.swift:11 in WriterPage.render()
            SELECT * FROM article WHERE writerId = ?
            100 runs, 100 different values: one query per writer (N+1).
            It runs for each row of: SELECT * FROM writer ORDER BY name
            article.writerId references writer.id: load the article rows of all writer rows at \
        once with WHERE article.writerId IN (…), or with one join.
            In GRDB: Writer.including(all: Writer.articles), with static let articles = \
        hasMany(Article.self) on Writer.
            Plan: article by index article_writerId.

          grows by 1 per writer, at NestedLazyLoads.swift:12 in WriterPage.render()
            SELECT * FROM comment WHERE articleId = ?
            100 runs, 100 different values: one query per writer (N+1).
            It runs for each row of: SELECT * FROM article WHERE writerId = ?
            comment.articleId references article.id: load the comment rows of all article rows at \
        once with WHERE comment.articleId IN (…), or with one join.
            In GRDB: Article.including(all: Article.comments), with static let comments = \
        hasMany(Comment.self) on Article.
            Plan: comment by index comment_articleId.
        """)
  }

  @Test("A serializer that touches an association")
  func serializer() async throws {
    let magazine = try Magazine.inMemory()
    let route = ArticleRoute(database: magazine.database)
    let failure = try await failure("GET /articles", magazine) { _ = try await route.list() }
    #expect(
      failure == """
        GET /articles exceeds its budget: constant expected, 1 + articles found.

          articles  1  10  100
          queries   2  11  101

          grows by 1 per article, at Serializer.swift:10 in ArticleResource.init(_:_:)
            SELECT * FROM writer WHERE id = ?
            100 runs, 100 different values: one query per article (N+1).
            It runs for each row of: SELECT * FROM article ORDER BY id
            article.writerId references writer.id: load them with one join, or all at once with \
        WHERE writer.id IN (…).
            In GRDB: Article.including(required: Article.writer), with static let writer = \
        belongsTo(Writer.self) on Article.
            Plan: writer by primary key.
        """)
  }

  @Test("A loop in a service three calls deep")
  func service() throws {
    let database = try RecordingDatabase(.inMemory)
    let feed = try FeedService(creating: database)
    let result = try verifyQueryGrowth("GET /feed", on: database.recorder) {
      try feed.publish($0)
    } whenCalling: {
      try feed.feed()
    }
    #expect(
      result.failure == """
        GET /feed exceeds its budget: constant expected, 1 + articles found.

          articles  1  10  100
          queries   2  11  101

          grows by 1 per article, at FeedService.swift:23 in FeedService.commentCount(of:)
            SELECT count(*) AS n FROM comment WHERE articleId = ?
            100 runs, 100 different values: one query per article (N+1).
            It runs for each row of: SELECT id, title FROM article ORDER BY id DESC
            comment.articleId references article.id: aggregate the comment rows of all article \
        rows at once with WHERE comment.articleId IN (…) GROUP BY comment.articleId.
            Plan: comment by covering index comment_articleId.
        """)
  }

  @Test("An async for await")
  func stream() async throws {
    let file = try TemporaryFile()
    let magazine = try Magazine { try DatabasePool(path: file.path, configuration: $0) }
    let stream = ArticleStream(database: magazine.database)
    let failure = try await failure("GET /digest", magazine) { _ = try await stream.digest() }
    #expect(
      failure == """
        GET /digest exceeds its budget: constant expected, 1 + articles found.

          articles  1  10  100
          queries   2  11  101

          grows by 1 per article, at ArticleStream.swift:19 in ArticleStream.digest()
            SELECT * FROM writer WHERE id = ?
            100 runs, 100 different values: one query per article (N+1).
            It runs for each row of: SELECT * FROM article ORDER BY id
            article.writerId references writer.id: load them with one join, or all at once with \
        WHERE writer.id IN (…).
            In GRDB: Article.including(required: Article.writer), with static let writer = \
        belongsTo(Writer.self) on Article.
            Plan: writer by primary key.
        """)
  }

  @Test("A task group")
  func taskGroup() async throws {
    let file = try TemporaryFile()
    let magazine = try Magazine { try DatabasePool(path: file.path, configuration: $0) }
    let comments = ParallelComments(database: magazine.database)
    let failure = try await failure("GET /counts", magazine) { _ = try await comments.counts() }
    #expect(
      failure == """
        GET /counts exceeds its budget: constant expected, 1 + articles found.

          articles  1  10  100
          queries   2  11  101

          grows by 1 per article, at TaskGroupLoad.swift:15 in ParallelComments.counts()
            SELECT * FROM comment WHERE articleId = ?
            100 runs, 100 different values: one query per article (N+1).
            It runs for each row of: SELECT id FROM article
            comment.articleId references article.id: load the comment rows of all article rows at \
        once with WHERE comment.articleId IN (…), or with one join.
            In GRDB: Article.including(all: Article.comments), with static let comments = \
        hasMany(Comment.self) on Article.
            Plan: comment by index comment_articleId.
        """)
  }

  @Test("A computed property")
  func computedProperty() async throws {
    let magazine = try Magazine.inMemory()
    let page = FrontPage(database: magazine.database)
    let failure = try await failure("GET /", magazine) { _ = try page.render() }
    #expect(
      failure == """
        GET / exceeds its budget: constant expected, 1 + articles found.

          articles  1  10  100
          queries   2  11  101

          grows by 1 per article, at ComputedProperty.swift:10 in ArticleModel.byline
            SELECT * FROM writer WHERE id = ?
            100 runs, 100 different values: one query per article (N+1).
            It runs for each row of: SELECT * FROM article
            article.writerId references writer.id: load them with one join, or all at once with \
        WHERE writer.id IN (…).
            In GRDB: Article.including(required: Article.writer), with static let writer = \
        belongsTo(Writer.self) on Article.
            Plan: writer by primary key.
        """)
  }

  @Test("A batch that isn't one")
  func batch() async throws {
    let magazine = try Magazine.inMemory()
    let list = ReadingList(database: magazine.database)
    let failure = try await failure("POST /read", magazine) { try list.markAllRead() }
    #expect(
      failure == """
        POST /read exceeds its budget: constant expected, 1 + articles found.

          articles  1  10  100
          queries   2  11  101

          grows by 1 per article, at BatchOfOne.swift:19 in ReadingList.saveAll(_:_:)
            UPDATE article SET writerId = ?, title = ?, isRead = ? WHERE id = ?
            100 runs, 100 different values: one update per article.
            It runs for each row of: SELECT * FROM article WHERE isRead = ?
            A write loop: update them in one batch with UPDATE article SET writerId = …, title = \
        …, isRead = … WHERE article.id IN (…), or, for values of their own, with UPDATE … FROM \
        (VALUES …).
            In GRDB: Article.filter(keys: keys).updateAll(db, …).
            Plan: article by primary key.
        """)
  }

  @Test("A memoised one")
  func memoised() async throws {
    let magazine = try Magazine.inMemory()
    let list = CachedList(database: magazine.database)
    let failure = try await failure("GET /titles", magazine) { _ = try list.titles() }
    #expect(
      failure == """
        GET /titles is inconclusive: this run could not have failed.

          articles  1  10  100
          queries   0   0    0

          Queries ran the first time only: the closure or the code keeps its first result. Clear \
        what it keeps, or make it anew for each call.
        """)
  }

  @Test("One behind a page limit")
  func paged() async throws {
    let magazine = try Magazine.inMemory()
    let list = PagedList(database: magazine.database)
    let failure = try await failure("GET /page", magazine, scales: [20, 50, 100]) {
      _ = try list.firstPage()
    }
    #expect(
      failure == """
        GET /page is inconclusive: this run could not have failed.

          articles  20  50  100
          queries   21  21   21

          It reads a page of 20 rows and no more, 20, 20, 20 at 20, 50, 100 articles: SELECT * \
        FROM article ORDER BY id DESC LIMIT ?. Choose scales within the page, such as [1, 10, \
        20], ask for a larger page, or say `reading: .sameRows` if it reads the same rows by design.
        """)
  }

  @Test("A clean one")
  func clean() async throws {
    let magazine = try Magazine.inMemory()
    let list = CleanList(database: magazine.database)
    let failure = try await failure("GET /articles", magazine) { _ = try await list.entries() }
    #expect(failure == nil)
  }
}

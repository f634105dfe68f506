import Testing

@Suite struct DemoTests {
  @Test("The demo shows the failure, the table and the mended verdict, plain in a pipe")
  func demo() throws {
    let demo = try Tool("demo")
    #expect(demo.status == 0)
    #expect(demo.errors == "")
    #expect(!demo.output.contains("\u{1B}"))
    #expect(
      demo.output.contains(
        """
           GET /articles exceeds its budget: constant expected, 1 + articles found.

             articles  1  10  100
             queries   2  11  101

             grows by 1 per article, at DemoCatalogue.swift:35 in DemoCatalogue.naiveList()
               SELECT * FROM author WHERE id = ?
               100 runs, 100 different values: one query per article (N+1).
               It runs for each row of: SELECT * FROM article ORDER BY id
               article.authorId references author.id: load them with one join, or all at once \
        with WHERE author.id IN (…).
               Plan: author by primary key.
        """))
    #expect(
      demo.output.contains("Within its budget: 1 query, whatever the number of articles."))
  }
}

/// One of the two tests that measure the list of articles, with either library.
struct MeasuredList {
  /// The test, as a failure names it.
  let test: String

  /// What it measures.
  let name: String

  /// Its file, and the line of its assertion.
  let file: String
  let line: Int

  /// Its baseline, below the folder of baselines.
  let path: String

  /// The command that accepts what it found.
  let command: String

  /// Both, the one with more rows first.
  static let all = [
    MeasuredList(
      test: "listOfArticles", name: "list of articles", file: "ArticleBudgetTests.swift", line: 10,
      path: "NewsroomTests/ArticleBudgetTests/listOfArticles.json",
      command: #"""
        QUERY_BUDGET_RECORD=failed swift test --filter \#
        '^NewsroomTests\..*\blistOfArticles\b.*/ArticleBudgetTests\.swift'
        """#
    ),
    MeasuredList(
      test: "ArticleBudgetXCTests.testPageOfArticles", name: "page of articles",
      file: "ArticleBudgetXCTests.swift", line: 9,
      path: "NewsroomTests/ArticleBudgetXCTests/testPageOfArticles.json",
      command: #"""
        QUERY_BUDGET_RECORD=failed swift test --filter '^NewsroomTests\..*\btestPageOfArticles\b'
        """#
    ),
  ]
}

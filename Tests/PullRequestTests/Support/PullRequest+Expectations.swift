import TestSupport
import Testing

extension PullRequest {
  /// The list is measured by both libraries: its name, its baseline, and the command of its failure.
  private static let lists = [
    (
      test: "ArticleBudgetXCTests.testPageOfArticles", name: "page of articles",
      path: "Baselines/NewsroomTests/ArticleBudgetXCTests/testPageOfArticles.json",
      command: #"""
      QUERY_BUDGET_RECORD=failed swift test --filter '^NewsroomTests\..*\btestPageOfArticles\b'
      """#
    ),
    (
      test: "listOfArticles", name: "list of articles",
      path: "Baselines/NewsroomTests/ArticleBudgetTests/listOfArticles.json",
      command: #"""
      QUERY_BUDGET_RECORD=failed swift test --filter \#
      '^NewsroomTests\..*\blistOfArticles\b.*/ArticleBudgetTests\.swift'
      """#
    ),
  ]

  /// Expects the tests of the list to fail with these words, in both libraries, no other test to
  /// fail, and no file to be another one after it.
  func expectFailures(
    sourceLocation: SourceLocation = #_sourceLocation,
    _ words: (_ name: String, _ path: String, _ command: String) -> String
  ) {
    #expect(tested.exitCode != 0, sourceLocation: sourceLocation)
    #expect(tested.failed.sorted() == Self.lists.map(\.test), sourceLocation: sourceLocation)
    #expect(tested.passed == ["oneArticle"], sourceLocation: sourceLocation)
    for list in Self.lists {
      let said = tested.failures.filter { $0.test == list.test }.map(\.said)
      #expect(said == [words(list.name, list.path, list.command)], sourceLocation: sourceLocation)
    }
    #expect(statusAfterTests == "", sourceLocation: sourceLocation)
  }

  /// Expects each command to record one test and to fail, the next run to pass, and nothing but the
  /// list's baselines to be changed.
  func expectAcceptance(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(
      commands.sorted() == Self.lists.map(\.command).sorted(), sourceLocation: sourceLocation)
    #expect(
      accepting.flatMap(\.failed).sorted() == Self.lists.map(\.test),
      sourceLocation: sourceLocation)
    for run in accepting {
      #expect(run.exitCode != 0, sourceLocation: sourceLocation)
      #expect(run.passed == [], sourceLocation: sourceLocation)
      #expect(
        run.failures.map(\.said).allSatisfy { $0.contains("was recorded anew") },
        sourceLocation: sourceLocation)
    }
    #expect(accepted.exitCode == 0, sourceLocation: sourceLocation)
    #expect(accepted.failures == [], sourceLocation: sourceLocation)
    #expect(accepted.passed.count == 3, sourceLocation: sourceLocation)
    #expect(
      changedFiles.sorted() == Self.lists.map { " M " + $0.path }.sorted(),
      sourceLocation: sourceLocation)
  }
}

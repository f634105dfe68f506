import TestSupport
import Testing

/// How a project gets its baselines.
struct FirstBaselineTests {
  let play: Play

  init() async throws { play = try await Play.played.value }

  @Test("The first run records every baseline, and fails once")
  func records() {
    #expect(play.recording.exitCode != 0)
    #expect(
      play.recording.failed.sorted() == [
        "ArticleBudgetXCTests.testPageOfArticles", "listOfArticles", "oneArticle",
      ])
    let folder = "Baselines/NewsroomTests"
    let expected = [
      ("list of articles", "\(folder)/ArticleBudgetTests/listOfArticles.json"),
      ("one article", "\(folder)/ArticleBudgetTests/oneArticle.json"),
      ("page of articles", "\(folder)/ArticleBudgetXCTests/testPageOfArticles.json"),
    ]
    for (name, path) in expected {
      #expect(
        play.recording.failures.map(\.said).contains(
          "\(name) had no baseline; its queries, 2, were recorded at \(path). Look at it, run the "
            + "test again, and commit the file."))
    }
    #expect(play.recordedFiles == expected.map { "?? \($0.1)" })
  }

  @Test("The next run passes, in continuous integration too")
  func agrees() {
    #expect(play.agreeing.exitCode == 0)
    #expect(play.agreeing.failures == [])
    #expect(play.agreeing.passed.count == 3)
  }
}

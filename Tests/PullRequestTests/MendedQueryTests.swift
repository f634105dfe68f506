import TestSupport
import Testing

/// A pull request that mends the list.
struct MendedQueryTests {
  let request: PullRequest

  private static let author = "SELECT * FROM author WHERE (id = ?) AND (tenantId = ?)"

  init() async throws { request = try await Play.played.value.mended }

  @Test("The tests fail with good news, and change no file")
  func failure() {
    request.expectFailures { name, path, command in
      """
      Good news: \(name) got better than its baseline at \(path):

        queries   2 + articles -> 2
        gone      \(Self.author)
          runs    articles

      To keep it that way, record it and commit the file:

        \(command)
      """
    }
  }

  @Test("The commands that the failures name keep it, and nothing but the baselines changes")
  func acceptance() {
    request.expectAcceptance()
  }

  @Test("diff says it in every format, and nothing is worse")
  func difference() throws {
    try request.expectDifference(
      ExpectedDifference(
        word: "better", sign: "🟢", level: "notice",
        lines: ["queries   2 + articles -> 2", "gone      \(Self.author)", "  runs    articles"],
        before: "2 + articles", after: "2", what: "1 query gone", sql: Self.author, presence: "gone"
      ),
      status: 0)
  }

  @Test("The page shows the good news of the failing run")
  func page() {
    request.expectPage(
      texts: [Self.author, "Good news:", "got better than its baseline"])
  }
}

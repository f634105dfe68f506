import TestSupport
import Testing

/// A pull request whose list loads the author of each article by itself.
struct NPlusOneTests {
  let request: PullRequest

  init() async throws { request = try await Play.played.value.nPlusOne }

  @Test("The tests fail with the law, the statement and the command, and change no file")
  func failure() {
    request.expectFailures { name, path, command in
      """
      \(name) got worse than its baseline at \(path):

        queries   2 -> 2 + articles
        new       SELECT * FROM author WHERE (id = ?) AND (tenantId = ?)
          runs    articles
          rows    articles

      Mend it, or, if it is meant, record it and commit the file:

        \(command)
      """
    }
  }

  @Test("The commands that the failures name accept it, and nothing but the baselines changes")
  func acceptance() {
    request.expectAcceptance()
  }
}

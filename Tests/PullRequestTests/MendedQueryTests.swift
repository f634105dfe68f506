import TestSupport
import Testing

/// A pull request that mends the list.
struct MendedQueryTests {
  let request: PullRequest

  init() async throws { request = try await Play.played.value.mended }

  @Test("The tests fail with good news, and change no file")
  func failure() {
    request.expectFailures { name, path, command in
      """
      Good news: \(name) got better than its baseline at \(path):

        queries   2 + articles -> 2
        gone      SELECT * FROM author WHERE (id = ?) AND (tenantId = ?)
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
}

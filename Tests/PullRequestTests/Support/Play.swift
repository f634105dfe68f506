import TestSupport

/// A repository from its first baselines on, and three pull requests to it.
struct Play: Sendable {
  /// It is played once for all tests.
  static let played = Task { try await Play() }

  let backend: Backend

  /// The first run, which records, and what git sees of it.
  let recording: TestReport
  let recordedFiles: [String]

  /// The next one.
  let agreeing: TestReport

  /// A list that loads the author of each article by itself.
  let nPlusOne: PullRequest

  /// The test of that list when it asks for a constant number of queries as well.
  let diagnosed: TestReport

  /// The same list, mended.
  let mended: PullRequest

  /// A migration that drops an index.
  let noIndex: PullRequest

  private init() async throws {
    backend = try await Backend()
    recording = try await backend.test()
    recordedFiles = try await backend.git("status", "--short", "--untracked-files=all")
      .split(separator: "\n").map(String.init)
    agreeing = try await backend.test(["CI": "true"])
    try await backend.commit("Agree on the queries")

    nPlusOne = try await PullRequest("n-plus-one", off: "main", in: backend) {
      try await $0.apply("n-plus-one")
    }
    try await backend.apply("constant")
    diagnosed = try await backend.test(["CI": "true"], filter: "listOfArticles")
    try await backend.git("restore", ".")
    mended = try await PullRequest("mended", off: "n-plus-one", in: backend) {
      try await $0.apply("n-plus-one", reversed: true)
    }
    noIndex = try await PullRequest("no-index", off: "main", in: backend) {
      try await $0.apply("no-index")
    }
  }
}

import QueryBudgetSQLite
import QueryBudgetTesting
import Testing

/// B14: what throws is neither recorded nor compared.
///
/// The assertions below are those of a file that no package holds, so that one that comes to look
/// for its baseline fails.
@Suite struct ThrowingBaselineTests {
  struct Lost: Error {}

  let catalogue: Catalogue

  init() throws { catalogue = try Catalogue() }

  private func measure(
    populate: (Int) throws -> Void,
    call: () throws -> Void
  ) throws {
    try assertQueryBaseline(
      "GET /authors", on: catalogue.recorder, fileID: "AppTests/AuthorTests.swift",
      filePath: "/no package/Tests/AppTests/AuthorTests.swift",
      populate: populate, whenCalling: call)
  }

  @Test("A measurement that can be made comes to look for its baseline")
  func control() throws {
    try withKnownIssue {
      try measure {
        try catalogue.addAuthors($0)
      } call: {
        _ = try catalogue.authors()
      }
    } matching: { issue in
      "\(issue)".contains("no folder above this test holds a Package.swift")
    }
  }

  @Test("An endpoint that throws at any scale", arguments: [1, 10, 100])
  func endpoint(scale: Int) {
    #expect(throws: Lost.self) {
      try measure {
        try catalogue.addAuthors($0)
      } call: {
        if try catalogue.authors().count == scale { throw Lost() }
      }
    }
  }

  @Test("Rows that can't be made at any scale", arguments: [1, 10, 100])
  func rows(scale: Int) {
    #expect(throws: Lost.self) {
      try measure { authors in
        try catalogue.addAuthors(authors)
        if authors == scale { throw Lost() }
      } call: {
        _ = try catalogue.authors()
      }
    }
  }

  @Test("An endpoint that awaits", arguments: [1, 10, 100])
  func awaiting(scale: Int) async {
    await #expect(throws: Lost.self) {
      try await assertQueryBaseline(
        "GET /authors", on: catalogue.recorder, fileID: "AppTests/AuthorTests.swift",
        filePath: "/no package/Tests/AppTests/AuthorTests.swift"
      ) {
        try catalogue.addAuthors($0)
      } whenCalling: {
        await Task.yield()
        if try catalogue.authors().count == scale { throw Lost() }
      }
    }
  }
}

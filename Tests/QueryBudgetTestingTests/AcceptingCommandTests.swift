import Testing

@testable import QueryBudgetTesting

/// The command that a failing baseline names.
@Suite struct AcceptingCommandTests {
  private func command(_ function: String, files: Bool = true) -> String {
    AcceptingCommand(
      fileID: "AppTests/Article+Tests.swift", function: function, filtersFiles: files
    ).text
  }

  @Test("It names the test, its target, and in Swift Testing its file")
  func names() {
    #expect(
      command("list(of:)")
        == #"QUERY_BUDGET_RECORD=failed swift test --filter '^AppTests\..*\blist\b.*/Article\+Tests\.swift'"#
    )
    #expect(
      command("testList", files: false)
        == #"QUERY_BUDGET_RECORD=failed swift test --filter '^AppTests\..*\btestList\b'"#)
  }

  @Test("A name with anything in it stays one word of a shell, and no pattern")
  func anything() {
    #expect(command("`what's new (in *)`()").contains(#"what'\''s new \(in \*\)"#))
    #expect(command("`a.b`()", files: false).hasSuffix(#"\ba\.b\b'"#))
  }
}

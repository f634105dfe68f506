#if os(Linux)
  import Foundation
  import QueryBudget
  import Testing

  /// What the articles show of the tool is what it prints.
  @Suite struct ToolExamples {
    private let checkout: BranchCheckout

    init() throws {
      checkout = try BranchCheckout()
      // A list that loads the author of each article by itself took the place of one that joins.
      try checkout.write(runs: [("SELECT * FROM article ORDER BY publishedAt DESC", false)])
      try checkout.commitAsMain()
      try checkout.write(runs: [
        ("SELECT * FROM article ORDER BY publishedAt DESC", false),
        ("SELECT * FROM author WHERE id = ?", true),
      ])
    }

    @Test(arguments: [("text", ""), ("markdown", "markdown")])
    func diff(format: String, language: String) throws {
      let command = try checkout.tool("diff", "--base", "origin/main", "--format", format)
      #expect(command.status == 1)
      try expectShown(command.output, as: language)
    }

    @Test func check() throws {
      let command = try checkout.tool("check", "--base", "origin/main")
      #expect(command.status == 1)
      try expectShown(command.output)
    }

    @Test func show() throws {
      let command = try checkout.tool("show")
      #expect(command.status == 0)
      try expectShown(command.output)
    }
  }
#endif

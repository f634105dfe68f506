import Foundation
import Testing

@Suite struct FingerprintCommandTests {
  private struct Answer: Decodable, Equatable {
    let fingerprint: String
    let id: String
    let kind: String
  }

  private func answers(_ statements: [String]) throws -> [Answer] {
    let encoder = JSONEncoder()
    let input = try statements.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
    let tool = try Tool("fingerprint", input: input.joined(separator: "\n") + "\n")
    #expect(tool.status == 0)
    return try tool.output.split(separator: "\n").map {
      try JSONDecoder().decode(Answer.self, from: Data($0.utf8))
    }
  }

  @Test("One object a line, in order, with equal ids for equal fingerprints")
  func answers() throws {
    let answers = try answers([
      "SELECT * FROM article WHERE id = 1",
      "select *\nfrom \"article\" where id = :id -- the article",
      "INSERT INTO article(title) VALUES ('a'), ('b')",
      "",
    ])
    #expect(answers.map(\.kind) == ["read", "read", "insert", "other"])
    #expect(answers[0].fingerprint == "SELECT * FROM article WHERE id = ?")
    #expect(answers[0].id == answers[1].id)
    #expect(Set(answers.map(\.id)).count == 3)
  }

  @Test("A line that is no JSON string is named, with status 2")
  func badInput() throws {
    let tool = try Tool("fingerprint", input: "\"SELECT 1\"\n{}\n")
    #expect(tool.status == 2)
    #expect(tool.output.split(separator: "\n").count == 1)
    #expect(tool.errors.hasPrefix("query-budget: line 2 of standard input is no JSON string"))
  }

  @Test("A long input is answered while it is read")
  func longInput() throws {
    let statements = (0..<5_000).map { "SELECT * FROM t\($0) WHERE id IN (1, 2, \($0))" }
    #expect(Set(try answers(statements).map(\.id)).count == 5_000)
  }
}

import ArgumentParser
import Foundation
import QueryBudget

/// `query-budget fingerprint`
struct FingerprintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fingerprint",
    abstract: "Print the fingerprints of statements.",
    discussion: """
      Reads JSON strings from standard input, one a line, each an SQL statement, and prints a JSON \
      object for each: its fingerprint, the fingerprint's id, and the kind of the statement.

        echo '"SELECT * FROM article WHERE id = 7"' | query-budget fingerprint
      """
  )

  private struct Answer: Encodable {
    let fingerprint: String
    let id: String
    let kind: StatementKind
  }

  func run() throws {
    try Trouble.reporting {
      var number = 0
      while let line = readLine() {
        number += 1
        if line.allSatisfy(\.isWhitespace) { continue }
        let shape = StatementShape(of: try statement(line, number))
        print(
          try JSONOutput.text(
            Answer(
              fingerprint: shape.fingerprint.sql, id: shape.fingerprint.id, kind: shape.kind)))
      }
    }
  }

  private func statement(_ line: String, _ number: Int) throws -> String {
    do {
      return try JSONDecoder().decode(String.self, from: Data(line.utf8))
    } catch {
      throw Trouble(
        "line \(number) of standard input is no JSON string: write each statement on a line of its "
          + "own, in double quotes.")
    }
  }
}

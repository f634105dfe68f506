import Foundation
import TestSupport
import Testing

/// What `query-budget diff` must say of the two lists, which changed alike.
struct ExpectedDifference {
  /// `worse`, and the sign that Markdown puts before it.
  var word: String
  var sign: String

  /// The level of GitHub's annotations.
  var level: String

  /// Below the name of each measurement.
  var lines: [String]

  /// The law of all queries, and what Markdown's table says of the change.
  var before: String
  var after: String
  var what: String

  /// The statement that changed, and how.
  var sql: String
  var presence: String
}

extension PullRequest {
  /// Expects the difference to be said in each format, by the status too, and of the results of the
  /// failing run as of the baselines that were accepted.
  func expectDifference(
    _ expected: ExpectedDifference,
    status: Int32,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for (format, run) in differences {
      #expect(run.exitCode == status, "\(format)", sourceLocation: sourceLocation)
      #expect(run.errors == "", "\(format)", sourceLocation: sourceLocation)
    }
    expectText(expected, difference("text"), sourceLocation)
    expectText(expected, preview.output, sourceLocation)
    #expect(preview.exitCode == status, sourceLocation: sourceLocation)
    expectMarkdown(expected, sourceLocation)
    try expectJSON(expected, sourceLocation)
    expectAnnotations(expected, sourceLocation)
  }

  private func difference(_ format: String) -> String { differences[format]?.output ?? "" }

  private func expectText(
    _ expected: ExpectedDifference,
    _ text: String,
    _ sourceLocation: SourceLocation
  ) {
    let parts = MeasuredList.all.map { list in
      (["\(expected.word): \(list.name) (\(list.path))"] + expected.lines.map { "  " + $0 })
        .joined(separator: "\n") + "\n\n"
    }
    let end = "2 \(expected.word), from "
    #expect(text.hasPrefix(parts.joined() + end), sourceLocation: sourceLocation)
    #expect(
      text.split(separator: "\n").last?.hasPrefix(end) == true, sourceLocation: sourceLocation)
  }

  private func expectMarkdown(
    _ expected: ExpectedDifference,
    _ sourceLocation: SourceLocation
  ) {
    let text = difference("markdown")
    #expect(
      text.hasPrefix("<!-- query-budget -->\n\(expected.sign) **"), sourceLocation: sourceLocation)
    for list in MeasuredList.all {
      let cells =
        ["\(expected.sign) \(expected.word)", "<code>\(list.name)</code>"]
        + [expected.before, expected.after].map { "<code>\($0)</code>" } + [expected.what]
      let row = "\n| \(cells.joined(separator: " | ")) |\n"
      #expect(text.contains(row), sourceLocation: sourceLocation)
      #expect(text.contains("\n<code>\(list.path)</code>\n"), sourceLocation: sourceLocation)
    }
    let block = "**\(expected.presence)** (\(expected.word))\n\n```sql\n\(expected.sql)\n```\n"
    #expect(text.split(separator: block).count == 3, sourceLocation: sourceLocation)
  }

  private func expectJSON(
    _ expected: ExpectedDifference,
    _ sourceLocation: SourceLocation
  ) throws {
    let found = try JSONDecoder().decode(
      DecodedDifference.self, from: Data(difference("json").utf8))
    #expect(
      found.counts.filter { $0.value > 0 } == [expected.word: 2], sourceLocation: sourceLocation)
    #expect(
      found.changes
        == MeasuredList.all.map { list in
          DecodedDifference.Change(
            category: expected.word, name: .init(new: list.name), path: list.path,
            statements: [
              .init(presence: expected.presence, judgement: expected.word, sql: expected.sql)
            ])
        }, sourceLocation: sourceLocation)
  }

  private func expectAnnotations(
    _ expected: ExpectedDifference,
    _ sourceLocation: SourceLocation
  ) {
    let title = expected.word.prefix(1).uppercased() + expected.word.dropFirst()
    let lines = MeasuredList.all.map { list in
      let message = ["\(expected.word): \(list.name) (\(list.path))"] + expected.lines
      return "::\(expected.level) file=Tests/NewsroomTests/\(list.file),line=\(list.line),"
        + "title=\(title)%3A \(list.name)::" + message.joined(separator: "%0A")
    }
    #expect(
      difference("github") == lines.joined(separator: "\n") + "\n", sourceLocation: sourceLocation)
  }
}

/// What matters of the difference as JSON.
private struct DecodedDifference: Decodable {
  struct Change: Decodable, Equatable {
    struct Name: Decodable, Equatable { let new: String }
    struct Statement: Decodable, Equatable {
      let presence: String
      let judgement: String
      let sql: String
    }
    let category: String
    let name: Name
    let path: String
    let statements: [Statement]
  }
  let changes: [Change]
  let counts: [String: Int]
}

import Foundation
import QueryBudget
import QueryBudgetSQLite

/// The lines of a source file, by what is written on them.
struct SourceLines {
  private let lines: [Substring]

  init(of path: String = #filePath) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The number of the first line that holds this text.
  func number(of text: String) -> Int? {
    lines.firstIndex { $0.contains(text) }.map { $0 + 1 }
  }
}

extension RecordedResult {
  /// What is known of where each statement came from, in order.
  var answers: [CallSiteAnswer] {
    recording.statements.map { statement in
      statement.stack.map(Symbolicator.shared.answer) ?? .unknown("no stack")
    }
  }

  /// The user's line of each statement, in order.
  var sites: [CallSite?] { answers.map(\.site) }
}

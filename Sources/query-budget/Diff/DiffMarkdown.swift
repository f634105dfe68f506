import QueryBudget

/// A diff as a comment for a pull request on GitHub.
struct DiffMarkdown {
  /// What a workflow finds its own comment by.
  static let mark = "<!-- query-budget -->"

  /// GitHub refuses a comment of more characters than 65,536; these are bytes, of which a text has
  /// at least as many.
  static let most = 64_000

  /// Up to where the table may go.
  private static let mostWithTable = 32_000

  let diff: Diff

  var text: String {
    var text = Self.mark + "\n" + headline + "\n"
    if !diff.problems.isEmpty { text += "\n" + problems }
    guard !diff.changes.isEmpty else { return text }
    let table = table(after: text)
    text += "\n" + table.text
    var left = diff.changes.count
    for change in diff.changes.prefix(table.rows) {
      let details = "\n" + MarkdownDetails(change: change).text
      // What is left out is left out from one place on, so that nobody takes a gap for nothing.
      guard text.utf8.count + details.utf8.count < Self.most else { break }
      text += details
      left -= 1
    }
    return left > 0 ? text + "\n" + remark(left, rows: table.rows) : text
  }

  private var headline: String {
    let worse = diff.count(.worse)
    let (sign, words) =
      switch (diff.problems.isEmpty, worse, diff.count(.better)) {
      case (false, _, _): ("🔴", "Baselines that can't be read")
      case (_, 1..., _):
        ("🔴", worse == 1 ? "1 measurement got worse" : "\(worse) measurements got worse")
      case (_, _, 1...): ("🟢", "Nothing got worse")
      default: diff.changes.isEmpty ? ("🟢", "No query count changed") : ("⚪️", "Nothing got worse")
      }
    let counts = diff.counts.map { ": " + $0 } ?? ""
    return "\(sign) **\(words)**\(counts), from \(MarkdownText.code(diff.oldName)) to "
      + "\(MarkdownText.code(diff.newName))."
  }

  private var problems: String {
    let some = diff.problems.prefix(20).map { "- \(MarkdownText.code($0.description)) \n" }.joined()
    let more = diff.problems.count - 20
    return more > 0 ? some + "- and \(more) more\n" : some
  }

  /// The table, and for how many of the changes there was room.
  private func table(after start: String) -> (text: String, rows: Int) {
    let most = Self.mostWithTable - start.utf8.count
    var text = "| | measurement | before | after | what |\n| - | - | - | - | - |\n"
    var rows = 0
    for change in diff.changes {
      let row = MarkdownRow(change: change).text
      guard text.utf8.count + row.utf8.count < most else { break }
      text += row
      rows += 1
    }
    return (text, rows)
  }

  private func remark(_ details: Int, rows: Int) -> String {
    let measurements = diff.changes.count - rows
    let more = measurements > 0 ? "\(measurements) measurements and " : ""
    return "There was no room for \(more)the details of \(details): "
      + "`query-budget diff` prints all of them.\n"
  }
}

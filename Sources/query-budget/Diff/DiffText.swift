import QueryBudget

/// A diff for people at a terminal.
struct DiffText {
  let diff: Diff
  let terminal: Terminal

  /// Calls `print` with each piece of the text.
  func forEachPart(_ print: (String) -> Void) {
    for change in diff.changes { print(text(change)) }
    let style: Terminal.Style? = diff.count(.worse) > 0 ? .red : nil
    print(styled(PrintableText.line(diff.summary), style) + "\n")
  }

  private func text(_ change: BaselineChange) -> String {
    let word = terminal.styled(change.headline, .bold)
    let name = PrintableText.line(change.name)
    let path = terminal.styled("(\(PrintableText.line(change.path)))", .dim)
    let lines = change.lines.map { "  " + PrintableText.line($0) }.joined(separator: "\n")
    return "\(styled(word, change.style)) \(name) \(path)\n\(lines)\n\n"
  }

  private func styled(_ text: String, _ style: Terminal.Style?) -> String {
    style.map { terminal.styled(text, $0) } ?? text
  }
}

extension BaselineChange {
  /// What became of it: `worse`, or `new, and it grows`.
  var headline: String {
    switch (category, old) {
    case (.worse, nil): "new, and it grows:"
    default: category.rawValue + ":"
    }
  }

  fileprivate var style: Terminal.Style? {
    switch category {
    case .worse: .red
    case .better: .green
    case .changed, .new, .gone: nil
    }
  }
}

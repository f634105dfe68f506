/// Baselines as lines of a table, with what they come to at the end.
///
/// The folder is gone through twice, for the widths and then for the lines, so that no more than one
/// baseline is kept, however many there are.
struct BaselineTable {
  private let list: BaselineList
  private let terminal = Terminal()

  /// Wider contents push the rest of their line aside.
  private static let widest = 48

  init(_ list: BaselineList) {
    self.list = list
  }

  func print() throws {
    var widths = [0, 0, 0, 0]
    var sums = BaselineSums()
    _ = try list.forEach { summary in
      if sums.baselines == 0 { Self.widen(&widths, Self.header) }
      Self.widen(&widths, Self.cells(summary))
      sums.add(summary)
    }
    if sums.baselines > 0 { Swift.print(terminal.styled(Self.line(Self.header, widths), .bold)) }
    let unreadable = try list.forEach(saysTrouble: true) { summary in
      let line = Self.line(Self.cells(summary), widths)
      Swift.print(summary.growth == .growing ? terminal.styled(line, .red) : line)
    }
    if sums.baselines > 0 { Swift.print("") }
    Swift.print(Self.text(sums, list))
    if unreadable > 0 {
      throw Trouble("\(Self.count(unreadable, "file")) can't be read: see query-budget check.")
    }
  }

  private static let header = ["name", "queries", "statements", "scales", "file"]

  private static func cells(_ summary: BaselineSummary) -> [String] {
    let scales = summary.scales.sorted { $0.key < $1.key }.map { axis, counts in
      "\(axis) \(counts.map(String.init).joined(separator: ", "))"
    }
    let mark =
      switch summary.growth {
      case .none: ""
      case .accepted: " (accepted)"
      case .growing: " (grows)"
      }
    return [
      summary.name, summary.queries + mark, "\(summary.statements)", scales.joined(separator: "; "),
      summary.path,
    ].map(PrintableText.line)
  }

  private static func widen(_ widths: inout [Int], _ cells: [String]) {
    for column in widths.indices {
      widths[column] = max(widths[column], min(cells[column].count, widest))
    }
  }

  private static func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = widths.indices.map { column in
      let blanks = String(repeating: " ", count: max(0, widths[column] - cells[column].count))
      return column == 2 ? blanks + cells[column] : cells[column] + blanks
    }
    return (padded + cells[4...]).joined(separator: "  ")
  }

  private static func text(_ sums: BaselineSums, _ list: BaselineList) -> String {
    let shown = list.folder.shown
    guard sums.baselines > 0 else {
      return list.words.isEmpty
        ? "No baseline lies in \(shown)." : "No baseline in \(shown) has these words."
    }
    let growth = [
      sums.growing == 0 ? nil : "\(sums.growing) with growth that nobody accepted",
      sums.accepted == 0 ? nil : "\(sums.accepted) with accepted growth",
    ].compactMap { $0 }
    let parts = [count(sums.baselines, "baseline")] + growth + [count(sums.statements, "statement")]
    return parts.joined(separator: ", ") + " in \(shown)."
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}

import QueryBudget

/// How many rows of which tables are asked for: what `--rows` says.
struct RowCounts {
  /// Rows of every table that isn't named.
  private var each: Int?
  private var named: [(table: String, count: Int)] = []

  /// The largest of the counts.
  var largest: Int { max(each ?? 0, named.map(\.count).max() ?? 0) }

  init(_ words: [String]) throws {
    guard !words.isEmpty else {
      throw Trouble(
        "say how many rows to make: --rows article=100 for a table, or --rows 10 for every one.")
    }
    for text in words {
      let word = "--rows \(text)"
      if let (table, count) = RowCount.split(text) {
        guard !table.isEmpty else {
          throw Trouble("\(word): there is no table before the equals sign: write TABLE=COUNT.")
        }
        guard !named.contains(where: { CaseFolding.areEqual($0.table, table) }) else {
          throw Trouble("\(word): the rows of \(table) are given twice: leave one of them out.")
        }
        named.append((table, try RowCount.parse(count, in: word)))
      } else {
        guard Int(text) != nil else {
          throw Trouble("\(word): write TABLE=COUNT, or a count alone for every table.")
        }
        guard each == nil else {
          throw Trouble("\(word): the rows of every table are given twice: leave one of them out.")
        }
        each = try RowCount.parse(text, in: word)
      }
    }
  }

  /// The count of each table to fill; `tables` are all that there are.
  func counts(of tables: [String]) -> [(table: String, count: Int)] {
    guard let each else { return named }
    let others = tables.filter { table in
      !named.contains { CaseFolding.areEqual($0.table, table) }
    }
    return named + others.map { ($0, each) }
  }
}

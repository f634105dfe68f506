/// Lines of a failure text; what is indented belongs to the line above it.
enum FailureText {
  /// One line for each row of cells, the columns aligned: the first to the left, the others to the
  /// right.
  static func table(_ rows: [[String]]) -> [String] {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      row.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + padding : padding + cell
      }.joined(separator: "  ")
    }
  }

  /// `1 run`, `2 runs`.
  static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(count == 1 ? noun : Axis.plural(of: noun))"
  }

  /// `articles`, `articles and tags`, `articles, tags and authors`.
  static func listed(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}

import Foundation

/// What a run has made, as the tool prints it.
struct PopulateListing: Encodable {
  struct Table: Encodable {
    let added: Int
    let name: String
    let rows: Int
  }

  /// The file that the rows are in.
  let output: String
  let seed: UInt64

  /// The tables that got rows, by name.
  let tables: [Table]

  init(output: String, seed: UInt64, before: TableSizes, after: TableSizes) {
    self.output = output
    self.seed = seed
    tables = after.tables.compactMap { name, rows in
      let added = rows - before.rows(of: name)
      return added == 0 ? nil : Table(added: added, name: name, rows: rows)
    }
  }

  /// `elapsed` is for people: two runs have the same JSON.
  func text(_ format: OutputFormat, elapsed: Duration) throws -> String {
    switch format {
    case .json: try JSONOutput.text(self, pretty: true)
    case .text: lines(elapsed).joined(separator: "\n")
    }
  }

  private func lines(_ elapsed: Duration) -> [String] {
    let total = tables.reduce(0) { $0 + $1.added }
    let seconds = String(format: "%.2f", elapsed / .seconds(1))
    let sum = "\(total) \(total == 1 ? "row" : "rows") added to \(output) in \(seconds) s."
    guard !tables.isEmpty else { return [sum] }
    let rows =
      [["table", "added", "rows"]] + tables.map { [$0.name, "\($0.added)", "\($0.rows)"] }
    let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
    let table = rows.map { row in
      let name = row[0] + String(repeating: " ", count: widths[0] - row[0].count)
      let numbers = (1..<3).map { column in
        String(repeating: " ", count: widths[column] - row[column].count) + row[column]
      }
      return ([name] + numbers).joined(separator: "  ")
    }
    return table + ["", sum]
  }
}

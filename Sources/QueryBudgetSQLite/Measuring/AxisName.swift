import QueryBudget

/// Finds a name for what grew.
enum AxisName {
  /// The plural of the table that got as many rows as the scale says: one that the name of the
  /// measurement speaks of, or else the one that is read first. `rows` when there is none.
  static func find(
    for name: String,
    in runs: [QueryMeasurement.Run],
    _ before: [String: Int]
  ) -> String {
    let grown = (runs.first?.tableRows.keys.map { $0 } ?? []).sorted().filter { table in
      runs.allSatisfy { run in
        run.tableRows[table, default: 0] - before[table, default: 0] == run.scale.axisCounts.first
      }
    }
    let name = name.lowercased()
    let named = grown.filter { name.contains($0.lowercased()) }.max { $0.count < $1.count }
    let read = runs.last?.recording.tallies.lazy.flatMap(\.shape.tables).first { table in
      grown.contains { $0.lowercased() == table.lowercased() }
    }
    return (named ?? read ?? grown.first).map { Axis.plural(of: $0) } ?? Axis.unnamed
  }
}

import QueryBudget

/// Measurements made up of counts.
enum Samples {
  static let scales = [1, 10, 100]

  /// A measurement in which each SQL text runs so often at each scale, and returns so many rows in
  /// all; a text without rows returns the scale.
  static func measurement(
    _ runs: [(sql: String, runs: [Int])],
    rows: [String: [Int]] = [:],
    tables: [[String: Int]]? = nil,
    scales: [Int] = scales,
    warmUp: Recording? = nil,
    repetition: Recording? = nil,
    sharedParents: [SharedParent] = [],
    unattributed: Int = 0
  ) -> QueryMeasurement {
    let perScale = scales.indices.map { index in
      let tallies = runs.filter { $0.runs[index] > 0 }.map { text in
        StatementTally(
          shape: StatementShape(of: text.sql), sql: text.sql, runs: text.runs[index],
          rows: rows[text.sql]?[index] ?? scales[index])
      }
      return QueryMeasurement.Run(
        scale: Scale(["articles": scales[index]]),
        recording: Recording(tallies: tallies, unattributed: unattributed),
        tableRows: tables?[index] ?? ["article": scales[index]])
    }
    return QueryMeasurement(
      name: "GET /api/articles", axes: [Axis("articles", scales: scales)], runs: perScale,
      warmUp: warmUp, repetition: repetition, sharedParents: sharedParents)
  }
}

/// The table that says which test guards what, as it stands in the documentation.
struct GuardTable {
  /// What is guarded, by the text of the first column: each other column's cell by its heading.
  let rows: [String: [String: String]]

  /// Reads the first table of an article.
  init(_ article: String) {
    let lines = article.split(separator: "\n").filter { $0.hasPrefix("|") }.map(Self.cells)
    var rows: [String: [String: String]] = [:]
    for line in lines.dropFirst(2) {
      rows[line[0]] = Dictionary(
        zip(lines[0], line).dropFirst(), uniquingKeysWith: { first, _ in first })
    }
    self.rows = rows
  }

  /// What is wrong with it, a sentence each.
  func complaints(about subjects: Set<String>, sources: TestSources) -> [String] {
    let missing = subjects.subtracting(rows.keys).map { "\($0) has no row." }
    let gone = Set(rows.keys).subtracting(subjects).map { "\($0) is not there any more." }
    let wrong = rows.flatMap { subject, cells in
      Self.assertions.compactMap { heading, assertion in
        Self.complaint(about: cells[heading] ?? "", assertion, in: sources)
          .map { "\(subject), \(heading): \($0)" }
      }
        + [Self.complaint(aboutBaseline: cells, in: sources)].compactMap { $0 }
        .map { "\(subject), baseline: \($0)" }
    }
    return (missing + gone + wrong).sorted()
  }

  /// What a test that a column names has to call.
  private static let assertions = [
    "budget": "",
    "atomic": "assertAtomic(",
    "idempotent": "assertIdempotent(",
    "safe to run again": "assertRetrySafe(",
    "isolated": "assertTenantIsolated(",
    "audited": "assertAudited(",
  ]

  private static func complaint(
    about cell: String,
    _ assertion: String,
    in sources: TestSources
  ) -> String? {
    if cell.hasPrefix("— ") { return nil }
    guard let body = sources.body(of: cell) else {
      return "there is no test '\(cell)'; name one, or say after a dash why there is none."
    }
    return body.contains(assertion) ? nil : "\(cell) does not call \(assertion)…)."
  }

  private static func complaint(
    aboutBaseline cells: [String: String],
    in sources: TestSources
  ) -> String? {
    let file = (cells["budget"] ?? "").replacing(".", with: "/") + ".json"
    guard cells["baseline"] == file else { return "the budget's is \(file)." }
    return sources.hasBaseline(file) ? nil : "there is no Baselines/NewsroomTests/\(file)."
  }

  private static func cells(of line: Substring) -> [String] {
    line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
      .map { $0.filter { $0 != "`" }.trimmingPrefix(" ") }
      .map { String($0.reversed().drop { $0 == " " }.reversed()) }
  }
}

extension Doubt {
  /// What is wrong and what to change, in a few sentences.
  public var explanation: String {
    switch self {
    case .noConnection:
      "The recorder is attached to no connection: attach it to the database that the code uses, "
        + "before the code opens its connections."
    case .nothingBudgeted:
      "The budget has no line: say what it allows, such as `reads: .atMost(3)`."
    case .nothingGrew(let axis): Self.nothingGrew(axis)
    case .nothingRan:
      "No query ran: attach the recorder to the connection that the code uses, and see that the "
        + "code is called and not answered from a cache."
    case .ranOnlyOnce:
      "Queries ran the first time only: the closure or the code keeps its first result. Clear "
        + "what it keeps, or make it anew for each call."
    case .countsFell(let axis, let counts):
      "Fewer queries ran with more \(axis.name) (\(GrowthLaw.list(counts))): something is looked "
        + "up the first time only. Measure with a warm-up run, or clear what is kept between the "
        + "runs."
    case .nothingFound:
      "No query found a row at any scale, as for a record or a tenant that isn't there (a 404): see "
        + "that the rows are inserted into this database and are those that the code looks for, or "
        + "say `reading: .noRows` if it finds nothing by design."
    case .pageLimit(let axis, let size, let rows, let fingerprint):
      Self.pageLimit(axis, size, rows, fingerprint)
    case .leftOut(let axis, let table, let tableRows, let rows, let fingerprint):
      Self.leftOut(axis, table, tableRows, rows, fingerprint)
    case .rowsStoppedGrowing(let axis, let rows):
      "The rows it read did not grow with the \(axis.name): \(GrowthLaw.list(rows)) at "
        + "\(GrowthLaw.list(axis.scales)). Choose scales below its page size, see that the new rows "
        + "pass its filter, or say `reading: .sameRows` if it reads the same rows by design."
    case .sharedParent(let shared): shared.explanation
    case .runsDiffer(let scale, let differences): Self.runsDiffer(scale, differences)
    case .workUnknown(let fingerprint):
      "The work of a statement could not be measured: \(fingerprint.sql). Read its rows to the end, "
        + "and measure from outside of the database's own accesses."
    case .unattributed(let count):
      "\(FailureText.counted(count, "statement")) ran that could not be told to belong to this "
        + "recording, because others were open at the same time: give each test a recorder and a "
        + "database of its own, or run them one after the other."
    }
  }

  private static func nothingGrew(_ axis: Axis) -> String {
    let what = axis.name == Axis.unnamed ? "" : " of the \(axis.name)"
    return "No table had more rows at a larger scale\(what): insert as many rows as the populate "
      + "closure is told, into the database that the recorder is attached to."
  }

  private static func pageLimit(
    _ axis: Axis, _ size: Int, _ rows: [Int], _ fingerprint: Fingerprint
  ) -> String {
    let scales = size > 2 ? [1, (size + 1) / 2, size] : Array(1...max(2, size))
    return "It reads a page of \(FailureText.counted(size, "row")) and no more, "
      + "\(GrowthLaw.list(rows)) at \(GrowthLaw.list(axis.scales)) \(axis.name): "
      + "\(fingerprint.sql). Choose scales within the page, such as \(scales), ask for a larger "
      + "page, or say `reading: .sameRows` if it reads the same rows by design."
  }

  private static func leftOut(
    _ axis: Axis, _ table: String, _ tableRows: [Int], _ rows: [Int], _ fingerprint: Fingerprint
  ) -> String {
    let found = rows.allSatisfy { $0 == 0 } ? "nothing of it" : "always \(rows.first ?? 0) of them"
    let missing =
      rows.allSatisfy { $0 == 0 } ? ", and that the record it looks for is there (a 404?)" : ""
    return "The table \(table) grew (\(GrowthLaw.list(tableRows)) rows), and \(fingerprint.sql) "
      + "found \(found). See that the new rows pass its condition\(missing), or say `reading: "
      + ".sameRows` if it reads the same rows by design."
  }

  private static func runsDiffer(_ scale: Scale, _ differences: [RunDifference]) -> String {
    let lines = differences.map { "    \($0)" }.joined(separator: "\n")
    return "Two runs on the same rows (\(scale)) differed:\n\(lines)\n  Something else than the "
      + "rows decides what runs (a cache, the time, chance, work in the background): fix it for the "
      + "test, so that the measurement says the same each time."
  }
}

/// A reason why a run could not have failed.
public enum Doubt: Sendable, Hashable {
  /// The recorder is attached to no connection.
  case noConnection

  /// The budget has no line.
  case nothingBudgeted

  /// No table had more rows at a larger scale.
  case nothingGrew

  /// No statement ran at any scale.
  case nothingRan

  /// Statements ran the first time only.
  case ranOnlyOnce

  /// Fewer queries ran with more rows.
  case countsFell(counts: [Int])

  /// The rows that were read stopped growing.
  case rowsStoppedGrowing(rows: [Int])

  /// Statements ran that could not be told to belong to this recording.
  case unattributed(Int)
}

extension Doubt {
  /// What is wrong and what to change, in one or two sentences.
  public func explanation(on axis: Axis? = nil) -> String {
    let name = axis?.name ?? "rows"
    let scales = GrowthLaw.list(axis?.scales ?? [])
    return switch self {
    case .noConnection:
      "The recorder is attached to no connection: attach it to the database that the code uses, "
        + "before the code opens its connections."
    case .nothingBudgeted:
      "The budget has no line: say what it allows, such as `reads: .atMost(3)`."
    case .nothingGrew:
      "No table had more rows at a larger scale: insert as many rows as the populate closure is "
        + "told, into the database that the recorder is attached to."
    case .nothingRan:
      "No query ran: attach the recorder to the connection that the code uses, and see that the "
        + "code is called and not answered from a cache."
    case .ranOnlyOnce:
      "Queries ran the first time only: the closure or the code keeps its first result. Clear "
        + "what it keeps, or make it anew for each call."
    case .countsFell(let counts):
      "Fewer queries ran with more \(name) (\(GrowthLaw.list(counts))): something is looked up the "
        + "first time only. Measure with a warm-up run, or clear what is kept between the runs."
    case .rowsStoppedGrowing(let rows):
      "The rows it read did not grow with the \(name): \(GrowthLaw.list(rows)) at \(scales). "
        + "Choose scales below its page size, see that the new rows pass its filter, or say "
        + "`reading: .sameRows` if it reads the same rows by design."
    case .unattributed(let count):
      "\(count) statement\(count == 1 ? "" : "s") ran that could not be told to belong to this "
        + "recording, because others were open at the same time: give each test a recorder and a "
        + "database of its own, or run them one after the other."
    }
  }
}

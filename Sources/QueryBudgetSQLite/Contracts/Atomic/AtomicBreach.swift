import QueryBudget

/// What a failure left behind, and how that came.
struct AtomicBreach {
  /// How the code ended.
  enum Ending: Hashable {
    case leftOpen
    case threw
    case wentOn
  }

  /// A line that runs a statement, whatever its values.
  struct Line: Hashable {
    let fingerprint: Fingerprint
    let stack: StackTrace?
    let connection: Int

    init(_ statement: RecordedStatement) {
      fingerprint = statement.fingerprint
      stack = statement.stack
      connection = statement.connection
    }
  }

  let step: AtomicPlan.Step
  let way: AtomicFault.Way
  let ending: Ending
  let rows: [RowDifference]
  let failed: RecordedStatement?

  /// What had been committed when it failed.
  private(set) var before: [RecordedStatement] = []
  /// What was committed with the transaction that the failed one was to be in, and its commit.
  private(set) var beside: [RecordedStatement] = []
  private(set) var commit: RecordedStatement?
  /// What ran behind it and was committed.
  private(set) var after: [RecordedStatement] = []
  /// The writes that were to take back the others, and failed as well.
  private(set) var undoing: [RecordedStatement] = []

  init(
    step: AtomicPlan.Step, way: AtomicFault.Way, outcome: AtomicOutcome, rows: [RowDifference]
  ) {
    self.step = step
    self.way = way
    self.rows = rows
    ending = outcome.leftOpen ? .leftOpen : outcome.threw ? .threw : .wentOn
    failed = outcome.failed.map { outcome.recording.statements[$0] }
    if way == .withAllBehind { undoing = outcome.later }
    if let place = outcome.failed { tell(outcome.recording, failedAt: place) }
  }

  private mutating func tell(_ recording: Recording, failedAt place: Int) {
    let statements = recording.statements
    let split = TransactionSplit(recording, failed: place)
    let mine = split.transaction(of: place)
    for (number, transaction) in split.transactions.enumerated() where transaction.isCommitted {
      for index in transaction.statements
      where index != place && !transaction.undone.contains(index) {
        let statement = statements[index]
        if number == mine, statement.kind == .transaction, index > place { commit = statement }
        // What ran behind a failure that goes on has failed.
        guard statement.isWrite, way == .alone || index < place else { continue }
        if number == mine {
          beside.append(statement)
        } else if index < place {
          before.append(statement)
        } else {
          after.append(statement)
        }
      }
    }
  }

  /// What makes two breaches one and the same mistake.
  struct Mistake: Hashable {
    let failed: Line?
    let isWrite: Bool
    let way: AtomicFault.Way
    let ending: Ending
    let before: Set<Line>
    let beside: Set<Line>
    let after: Set<Line>
  }

  var mistake: Mistake {
    Mistake(
      failed: failed.map(Line.init), isWrite: step.point.isWrite, way: way, ending: ending,
      before: Set(before.map(Line.init)), beside: Set(beside.map(Line.init)),
      after: Set(after.map(Line.init)))
  }
}

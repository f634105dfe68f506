import CStatementTrace
import QueryBudget

/// Takes one recording out of the logs of the connections.
///
/// The work for each statement is a copy; what depends on its text is done once for each text, and
/// what depends on its scope once for each scope.
struct RecordingTaking {
  private enum Belonging {
    case here
    case unknown
    case elsewhere
  }

  private let scope: UInt32
  private let tree: ScopeTree
  private let keepsWork: Bool
  private let keepsValues: Bool
  private let keepsStacks: Bool
  private let keepsResults: Bool
  private var known: (tag: UInt32, belonging: Belonging)?
  private var statements: [RecordedStatement] = []
  private var orders: [UInt64] = []
  private var results: [[[SQLiteValue]]] = []
  private var isSorted = true
  private var tallies: [StatementTally] = []
  private var unattributed = 0

  init(scope: UInt32, tree: ScopeTree, keeping: Keeping) {
    self.scope = scope
    self.tree = tree
    keepsWork = keeping.contains(.work)
    keepsValues = keeping.contains(.values)
    keepsStacks = keeping.contains(.stacks)
    keepsResults = keeping.contains(.results)
  }

  /// Takes the statements of one connection.
  mutating func takeStatements(of connection: TracedConnection) {
    let texts = TextTallies(connection)
    let stacks = StackCopies(connection)
    connection.withStatements(from: tree.start(of: scope)) { raw in
      statements.reserveCapacity(statements.count + raw.count)
      for statement in raw {
        switch belonging(statement.scope) {
        case .elsewhere: break
        case .unknown: unattributed += texts.isQuery(statement.text) ? 1 : 0
        case .here:
          let work = keepsWork ? statement.knownWork : nil
          let text = texts.add(statement.text, runs: 1, rows: Int(statement.rows), work: work)
          isSorted = isSorted && statement.order >= orders.last ?? 0
          orders.append(statement.order)
          if keepsResults { results.append(StatementResults.rows(of: statement)) }
          statements.append(
            RecordedStatement(
              sql: text.sql,
              shape: text.shape,
              connection: connection.number,
              rows: Int(statement.rows),
              failed: statement.failed,
              expandedSQL: keepsValues ? statement.expanded.map { String(cString: $0) } : nil,
              stack: keepsStacks ? stacks.stack(statement.stack) : nil,
              work: work
            ))
        }
      }
    }
    tallies += texts.tallies
  }

  /// Takes the counts of one connection.
  mutating func takeCounts(of connection: TracedConnection) {
    let texts = TextTallies(connection)
    for count in connection.copyCounts() {
      switch belonging(count.scope) {
      case .elsewhere: break
      case .unknown: unattributed += texts.isQuery(count.text) ? Int(count.runs) : 0
      case .here: _ = texts.add(count.text, runs: Int(count.runs), rows: 0, work: nil)
      }
    }
    tallies += texts.tallies
  }

  /// What was taken, in the order in which it ran.
  func recording() -> TakenRecording {
    // Each connection's statements are in order; those of several have to be merged.
    guard !isSorted else {
      let recording = Recording(
        statements: statements, tallies: tallies, unattributed: unattributed)
      return TakenRecording(recording: recording, orders: orders, results: results)
    }
    let sorted = statements.indices.sorted { orders[$0] < orders[$1] }
    return TakenRecording(
      recording: Recording(statements: sorted.map { statements[$0] }, unattributed: unattributed),
      orders: sorted.map { orders[$0] },
      results: keepsResults ? sorted.map { results[$0] } : [])
  }

  private mutating func belonging(_ tag: UInt32) -> Belonging {
    if let known, known.tag == tag { return known.belonging }
    let id = tag & ~QB_SCOPE_GUESSED
    let isGuess = tag & QB_SCOPE_GUESSED != 0
    let belonging: Belonging =
      if isGuess && tree.couldBelong(id, to: scope) {
        .unknown
      } else {
        tree.belongs(id, to: scope) ? .here : .elsewhere
      }
    known = (tag, belonging)
    return belonging
  }
}

/// The tallies of one connection's texts, in the order of their first run.
private final class TextTallies {
  private struct Entry {
    let text: TracedConnection.Text

    /// Where its tally is, once it has run in the recording.
    var place: Int?
  }

  private let connection: TracedConnection
  private var entries: [Entry?] = []
  private(set) var tallies: [StatementTally] = []

  init(_ connection: TracedConnection) {
    self.connection = connection
  }

  func isQuery(_ number: UInt32) -> Bool {
    StatementKind.queries.contains(entry(number).text.shape.kind)
  }

  func add(
    _ number: UInt32, runs: Int, rows: Int, work: StatementWork?
  ) -> TracedConnection.Text {
    let entry = entry(number)
    let text = entry.text
    if let place = entry.place {
      tallies[place].runs += runs
      tallies[place].rows += rows
      tallies[place].work = .sum(tallies[place].work, work)
    } else {
      entries[Int(number)]?.place = tallies.count
      tallies.append(
        StatementTally(shape: text.shape, sql: text.sql, runs: runs, rows: rows, work: work))
    }
    return text
  }

  private func entry(_ number: UInt32) -> Entry {
    let number = Int(number)
    if number >= entries.count {
      entries += Array(repeating: nil, count: number + 16 - entries.count)
    }
    if let known = entries[number] { return known }
    let entry = Entry(text: connection.text(UInt32(number)))
    entries[number] = entry
    return entry
  }
}

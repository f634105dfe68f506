package import QueryBudget

/// Tells which statements of a recording were one transaction, and how it ended.
///
/// <https://www.sqlite.org/lang_transaction.html>
package struct TransactionSplit {
  /// A transaction of one connection.
  package struct Transaction {
    /// The statements in it, by their place in the recording, those that begin and end it among them.
    package fileprivate(set) var statements: [Int]

    /// Those of them that a savepoint took back.
    package fileprivate(set) var undone: Set<Int> = []

    /// Whether what it wrote stayed.
    package fileprivate(set) var isCommitted: Bool
  }

  /// The transactions, in the order in which they ended.
  package private(set) var transactions: [Transaction] = []

  private struct Open {
    var statements: [Int] = []
    var undone: Set<Int> = []
    /// Savepoints, the outermost first; `nil` stands for BEGIN.
    var names: [String?] = []
    /// Where each of them began.
    var starts: [Int] = []

    /// Takes a command that has not ended it.
    mutating func take(_ command: TransactionCommand, at index: Int) {
      if let name = command.returnsTo, let place = names.lastIndex(of: name) {
        undone.formUnion(statements.filter { $0 > starts[place] })
      }
      starts = Array((starts + [index]).prefix(names.count))
    }
  }

  /// Splits a recording. What runs outside of any transaction is one by itself.
  ///
  /// `failed` is a statement that is known to have failed, also where nobody told.
  package init(_ recording: Recording, failed: Int? = nil) {
    var open: [Int: Open] = [:]
    for (index, statement) in recording.statements.enumerated() {
      let connection = statement.connection
      let isFailed = statement.failed || index == failed
      if statement.kind == .transaction {
        let command = TransactionCommand(statement.sql)
        if command.begins, !isFailed, let lost = open.removeValue(forKey: connection) {
          // SQLite had rolled it back by itself: there is no BEGIN inside of another.
          transactions.append(Transaction(statements: lost.statements, isCommitted: false))
        }
        var now = open.removeValue(forKey: connection) ?? Open()
        now.statements.append(index)
        if isFailed {
          open[connection] = now.names.isEmpty ? nil : now
        } else if let committed = command.end(&now.names) {
          transactions.append(
            Transaction(
              statements: now.statements, undone: now.undone, isCommitted: committed))
        } else if !now.names.isEmpty {
          now.take(command, at: index)
          open[connection] = now
        }
      } else if open[connection] != nil {
        open[connection]?.statements.append(index)
      } else {
        transactions.append(Transaction(statements: [index], isCommitted: !isFailed))
      }
    }
    transactions += open.values.map { Transaction(statements: $0.statements, isCommitted: false) }
  }

  /// Which of the transactions a statement is part of.
  package func transaction(of statement: Int) -> Int? {
    transactions.firstIndex { $0.statements.contains(statement) }
  }
}

/// What a statement does to the transactions of its connection.
struct TransactionCommand {
  private let words: [String]

  /// Whether it takes back what was written, all of it or to a savepoint.
  var rollsBack: Bool { words.first == "ROLLBACK" }

  /// The savepoint to which it takes everything back.
  var returnsTo: String? { words.first == "ROLLBACK" && words.contains("TO") ? words.last : nil }

  /// Whether it begins a transaction that is inside of no other.
  var begins: Bool { words.first == "BEGIN" }

  init(_ sql: String) {
    words = sql.uppercased().split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
  }

  /// Goes on with the open ones; answers whether the outermost was committed, when it ended.
  func end(_ names: inout [String?]) -> Bool? {
    switch words.first {
    case "BEGIN": names.append(nil)
    case "SAVEPOINT": names.append(words.last)
    case "COMMIT", "END":
      names = []
      return true
    case "ROLLBACK":
      guard !words.contains("TO") else { return nil }
      names = []
      return false
    case "RELEASE":
      if let at = names.lastIndex(of: words.last) { names.removeSubrange(at...) }
      return names.isEmpty ? true : nil
    default: break
    }
    return nil
  }
}

package import QueryBudget

/// Tells which statements of a recording were one transaction, and how it ended.
///
/// <https://www.sqlite.org/lang_transaction.html>
package struct TransactionSplit {
  /// A transaction of one connection.
  package struct Transaction {
    /// The statements in it, by their place in the recording, those that begin and end it among them.
    package fileprivate(set) var statements: [Int]

    /// Whether what it wrote stayed.
    package fileprivate(set) var isCommitted: Bool
  }

  /// The transactions, in the order in which they ended.
  package private(set) var transactions: [Transaction] = []

  private struct Open {
    var statements: [Int] = []
    /// Savepoints, the outermost first; `nil` stands for BEGIN.
    var names: [String?] = []
  }

  /// Splits a recording. What runs outside of any transaction is one by itself.
  package init(_ recording: Recording) {
    var open: [Int: Open] = [:]
    for (index, statement) in recording.statements.enumerated() {
      let connection = statement.connection
      if statement.kind == .transaction {
        var now = open.removeValue(forKey: connection) ?? Open()
        now.statements.append(index)
        let command = TransactionCommand(statement.sql)
        if statement.failed {
          open[connection] = now.names.isEmpty ? nil : now
        } else if let committed = command.end(&now.names) {
          transactions.append(Transaction(statements: now.statements, isCommitted: committed))
        } else if !now.names.isEmpty {
          open[connection] = now
        }
      } else if open[connection] != nil {
        open[connection]?.statements.append(index)
      } else {
        transactions.append(Transaction(statements: [index], isCommitted: !statement.failed))
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

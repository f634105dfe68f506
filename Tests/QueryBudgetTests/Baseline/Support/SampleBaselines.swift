import Foundation
import QueryBudget

/// Baselines to write.
enum SampleBaselines {
  static let list = "SELECT * FROM article WHERE email = 'someone@example.org' ORDER BY id"
  static let author = "SELECT * FROM author WHERE id = 7"

  /// One query whatever grows.
  static let constant = growth([(list, [1, 1, 1])])

  /// One more query for each row.
  static let growing = growth([(list, [1, 1, 1]), (author, [1, 10, 100])])

  static func growth(_ runs: [(sql: String, runs: [Int])]) -> QueryGrowth {
    QueryGrowth(of: Samples.measurement(runs))
  }

  /// The contents of a file with many statements, told apart by a number.
  static func large(_ number: Int, statements: Int = 400) throws -> Data {
    let runs = (0..<statements).map { (sql: "SELECT c\($0) FROM t\(number)", runs: [1, 1, 1]) }
    return try Baseline(of: growth(runs)).json()
  }
}

import Foundation
import QueryBudget

/// Tells whether code that met a failure got to the end after all.
///
/// What differs between any two runs says nothing: the columns in which two runs without a failure
/// differ are left out, and of two times of day it only counts that they are there.
struct AtomicWhole {
  private struct Rows {
    let columns: [Int]
    let counts: [[SQLiteValue]: Int]
  }

  private let tables: [String: Rows]
  private let contents: DatabaseContents

  /// Of the rows behind two runs in which nothing failed.
  init(_ contents: DatabaseContents, _ other: DatabaseContents) {
    self.contents = contents
    tables = contents.tables.mapValues { table in
      let again = other.tables[table.name]
      let columns = table.columns.indices.filter { column in
        again.map { Self.values(column, table) == Self.values(column, $0) } ?? false
      }
      return Rows(columns: columns, counts: Self.counts(of: table, columns))
    }
  }

  /// Whether all is there that a run without a failure leaves.
  func isLeft(by outcome: DatabaseContents) -> Bool {
    // Nearly always it is, or it isn't even near.
    if outcome == contents { return true }
    return tables.allSatisfy { name, rows in
      guard let table = outcome.tables[name], table.columns == contents.tables[name]?.columns
      else { return false }
      return Self.counts(of: table, rows.columns) == rows.counts
    }
  }

  private static func values(_ column: Int, _ table: TableContents) -> [SQLiteValue: Int] {
    Dictionary(
      table.rows.compactMap { $0.indices.contains(column) ? ($0[column], 1) : nil },
      uniquingKeysWith: +)
  }

  private static func counts(of table: TableContents, _ columns: [Int]) -> [[SQLiteValue]: Int] {
    Dictionary(
      table.rows.map { row in (columns.map { timeless(row[$0]) }, 1) }, uniquingKeysWith: +)
  }

  /// A time of about now, in any of the usual forms, is as good as any other.
  private static func timeless(_ value: SQLiteValue) -> SQLiteValue {
    switch value {
    case .text(let text): isNow(text) ? .null : value
    case .integer(let number): isNow(Double(number)) ? .null : value
    case .real(let number): isNow(number) ? .null : value
    default: value
    }
  }

  private static let hour: TimeInterval = 3600

  /// A whole text such as `2026-11-26 10:53:07`.
  private static func isNow(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let time = TimeText(bytes[...]), !time.isDay, time.length == bytes.count else {
      return false
    }
    // A text without a zone may be of any.
    return abs(time.seconds - Date().timeIntervalSince1970) < 15 * hour
  }

  /// Seconds or milliseconds since 1970, seconds since 2001, or a Julian day.
  private static func isNow(_ number: Double) -> Bool {
    let now = Date()
    let epoch = now.timeIntervalSince1970
    return abs(number - epoch) < hour || abs(number / 1000 - epoch) < hour
      || abs(number - now.timeIntervalSinceReferenceDate) < hour
      || abs(number - (epoch / 86400 + 2_440_587.5)) < 1 / 24
  }
}

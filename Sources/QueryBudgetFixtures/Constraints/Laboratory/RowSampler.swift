import QueryBudget
import QueryBudgetSQLite

/// The rows that a plan would make, to be tried.
final class RowSampler {
  private let table: FixtureTable
  private let rules: TableRules
  private let links: [String: ColumnLink]
  private let columns: [FixtureColumn]
  private let affinities: [ColumnAffinity]

  /// Columns that refer to the table itself, and stay empty where a row comes first.
  private let roots: [String: SQLiteValue]
  private var decisions: [String: ValuePlan.Decision] = [:]
  private var series: [String: CompiledSeries] = [:]

  init(_ table: FixtureTable, _ rules: TableRules, _ links: [String: ColumnLink]) {
    self.table = table
    self.rules = rules
    self.links = links
    columns = table.columns.filter { !$0.isGenerated }
    affinities = columns.map(\.affinity)
    let own = table.references.map(\.key).filter { CaseFolding.areEqual($0.parentTable, $0.table) }
    roots = own.flatMap(\.columns).compactMap(table.column).reduce(into: [:]) { roots, column in
      if !column.isNotNull, links[column.name]?.isParent == true { roots[column.name] = .null }
    }
  }

  /// Takes on what was decided.
  func use(_ new: [String: ValuePlan.Decision]) {
    for (column, decision) in new where decisions[column] != decision {
      decisions[column] = decision
      series[column] = nil
    }
  }

  /// A row by its number, and, where it may be the first of its kind, the same without its parent.
  func rows(_ number: Int64, replacing others: [String: SQLiteValue] = [:]) -> [TrialRow] {
    let row = row(number, replacing: others)
    if roots.isEmpty { return [row] }
    let root = self.row(number, replacing: others.merging(roots) { _, new in new })
    return root == row ? [row] : [row, root]
  }

  /// A row by its number, from 1 on, with other values in some columns.
  func row(_ number: Int64, replacing others: [String: SQLiteValue] = [:]) -> TrialRow {
    columns.enumerated().map { index, column in
      others[column.name] ?? value(of: column, at: number, place: index)
    }
  }

  func value(of column: String, at number: Int64) -> SQLiteValue {
    guard let place = columns.firstIndex(where: { $0.name == column }) else { return .null }
    return value(of: columns[place], at: number, place: place)
  }

  private func value(of column: FixtureColumn, at number: Int64, place: Int) -> SQLiteValue {
    if case .given(let values)? = links[column.name] {
      if let value = Self.given(values, at: number) { return value }
    } else if let link = links[column.name] {
      return decisions[column.name] == .null
        ? .null : parent(link, at: number, place: place)
    }
    switch decisions[column.name] {
    case .series(let series): return compiled(series, for: column.name).value(at: number)
    case .rows(let values): return values.isEmpty ? .null : values[Int(number - 1) % values.count]
    case .null, nil: return .null
    case .omitted: return rules.defaults[column.name] ?? .integer(number)
    }
  }

  private func compiled(_ series: ValueSeries, for column: String) -> CompiledSeries {
    if let known = self.series[column] { return known }
    let made = CompiledSeries(series)
    self.series[column] = made
    return made
  }

  private static func given(_ values: [SQLiteValue?], at number: Int64) -> SQLiteValue? {
    guard values.count != 1 else { return values[0] }
    return values.isEmpty ? nil : values[Int((number - 1) % Int64(values.count))]
  }

  /// Nobody knows the parent's key yet: any value stands for it, another one for each column.
  private func parent(_ link: ColumnLink, at number: Int64, place: Int) -> SQLiteValue {
    let row: Int64 =
      switch link {
      case .repeating(let rows): (number - 1) / Int64(max(rows, 1))
      case .same: 0
      default: number
      }
    let key = 1_000_003 * Int64(place + 1) + row
    switch affinities[place] {
    case .integer, .numeric, .real: return .integer(key)
    case .blob where !columns[place].declaredType.isEmpty: return .blob(Array("\(key)".utf8))
    default: return .text("\(key)")
    }
  }
}

import QueryBudget
import QueryBudgetSQLite

/// Rows of one table that a call makes, and where each of their columns comes from.
final class RowSet {
  let table: FixtureTable
  let count: Int

  /// What the conditions of rows that refer to these ask of them.
  var conditions: [CheckConstraint] = []

  /// The columns that are filled from elsewhere, by their names as the table spells them.
  var sources: [String: ColumnSource] = [:]

  /// Where the rows that the caller leaves out of a column get its values from.
  var fallbacks: [String: RowLink] = [:]

  /// The rows that foreign keys refer to, which have to be there first.
  var parents: [(key: ForeignKey, rows: RowSet)] = []

  /// What becomes of all other columns.
  var plan = CompiledPlan(ValuePlan(decisions: [:]))

  /// Whether the rowids are chosen before the rows are written, because somebody refers to rows that
  /// aren't there yet.
  var choosesRowids = false

  /// The foreign keys whose parents need not be there first.
  var opened: Set<ForeignKey> = []

  /// The foreign key of other rows that these are made for, which refers to them in the end.
  var reserved: ForeignKey?

  /// Generated columns that others refer to: what they hold is known when the rows are written.
  var readBack: Set<String> = []

  /// The columns that are NULL at first, and set when all rows are there.
  var later: Set<String> = []

  init(table: FixtureTable, count: Int) {
    self.table = table
    self.count = count
  }

  /// The name of a column as the table spells it.
  func spelled(_ column: String) -> String { table.column(column)?.name ?? column }
}

/// Where a column gets its values from that don't come from a series of its own.
enum ColumnSource {
  /// The caller's value for each row, nil where there is none; one alone is that of every row.
  case given([SQLiteValue?])
  case link(RowLink)
}

/// The value of a column in the rows that belong to these.
struct RowLink {
  indirect enum Target {
    case column(String)
    case link(RowLink)
  }

  let rows: RowSet
  let map: RowMap
  let target: Target
}

/// Which of other rows belongs to a row: `(row / divisor + row / block + offset) % modulus`.
struct RowMap: Hashable {
  /// How many rows in a row belong to the same one.
  var divisor = 1

  /// After how many rows the next round begins one further, so that two maps of different moduli
  /// together make other pairs; 0 for none.
  var block = 0

  /// How many other rows there are; 0 where they are enough.
  var modulus = 0
  var offset = 0

  /// Whether the first row stands for those before it; else they have none.
  var clamps = false

  /// The other row of each, or -1, in place of all that; nil where it is reckoned.
  var indices: [Int]?

  /// Each its own.
  static let own = RowMap()

  /// All the first.
  static let first = RowMap(modulus: 1)

  /// Each the one before it, the first none.
  static let previous = RowMap(offset: -1)

  /// Each the one before it, the first itself.
  static let previousOrSelf = RowMap(offset: -1, clamps: true)

  /// Each the one behind it, the last the first.
  static func next(of count: Int) -> RowMap { RowMap(modulus: count, offset: 1) }

  /// Each the row of its group.
  static func group(of size: Int) -> RowMap { RowMap(divisor: size) }

  /// One after the other, and from the start again.
  static func around(_ count: Int, block: Int = 0) -> RowMap {
    RowMap(block: block, modulus: count)
  }
}

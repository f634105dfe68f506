/// How one row differs between two states of a database.
///
/// ```swift
/// let row = RowDifference(
///   table: "invoice", key: "id 7", .changed, [.init("status", old: "'open'", new: "'paid'")])
/// #expect(row.description == "invoice id 7: status 'open' -> 'paid'")
/// ```
public struct RowDifference: Sendable, Hashable {
  /// What became of the row.
  public enum Change: Sendable, Hashable {
    /// It was not there before.
    case added
    /// It is there no more.
    case removed
    /// Some of its values are others.
    case changed
  }

  /// A column with its value before and after, as SQL writes them.
  public struct Column: Sendable, Hashable {
    /// The name of the column.
    public let name: String

    /// The value before; nil where the row was not there.
    public let old: String?

    /// The value after; nil where the row is there no more.
    public let new: String?

    /// A column.
    public init(_ name: String, old: String? = nil, new: String? = nil) {
      self.name = name
      self.old = old
      self.new = new
    }
  }

  /// The table.
  public let table: String

  /// The primary key, or the rowid: `id 7`.
  public let key: String

  /// What became of the row.
  public let change: Change

  /// All columns but those of the key, or those that changed.
  public let columns: [Column]

  /// A difference.
  public init(table: String, key: String, _ change: Change, _ columns: [Column]) {
    self.table = table
    self.key = key
    self.change = change
    self.columns = columns
  }
}

extension RowDifference: CustomStringConvertible {
  /// `invoice id 7: status 'open' -> 'paid'`; long values are cut.
  public var description: String {
    let values = columns.map { column in
      switch change {
      case .added: "\(column.name) \(Self.short(column.new))"
      case .removed: "\(column.name) \(Self.short(column.old))"
      case .changed: "\(column.name) \(Self.short(column.old)) -> \(Self.short(column.new))"
      }
    }.joined(separator: ", ")
    let row = "\(table) \(key)"
    return switch change {
    case .added: values.isEmpty ? "\(row): added" : "\(row): added, with \(values)"
    case .removed: values.isEmpty ? "\(row): removed" : "\(row): removed, with \(values)"
    case .changed: "\(row): \(values)"
    }
  }

  private static func short(_ value: String?) -> String {
    guard let value else { return "NULL" }
    return value.count > 60 ? value.prefix(57) + "…'" : value
  }
}

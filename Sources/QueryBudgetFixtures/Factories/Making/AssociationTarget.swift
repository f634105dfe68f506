import QueryBudget
import QueryBudgetSQLite

/// The foreign key that an association is about.
struct AssociationTarget {
  let key: ForeignKey

  /// The columns whose values follow from the parent.
  let columns: [String]

  /// The other columns of the foreign key, which several have in common: the parent must have the
  /// values that the row has there.
  let common: [String]

  /// Finds the foreign key by a column, by a column without its `Id`, or by its parent's table.
  ///
  /// Throws a ``FixtureError`` where there is none, or more than one.
  init(_ name: String, in table: FixtureTable, of factory: FactoryName) throws {
    let references = table.references.map(\.key)
    let isMeant: (String) -> Bool = { CaseFolding.areEqual($0, name) }
    if let column = Self.column(name, of: references) {
      // Of several on this column the one with the fewest columns is its own.
      let keys = references.filter { $0.columns.contains { CaseFolding.areEqual($0, column) } }
      self.init(keys.min { $0.columns.count < $1.columns.count } ?? keys[0], [column])
      return
    }
    let keys = references.filter { isMeant($0.parentTable) }
    guard let key = keys.first else {
      throw factory.error(
        "\(table.displayName) has no foreign key \(name)"
          + NearestName.hint(for: name, among: references.flatMap(\.columns)))
    }
    guard keys.count == 1 else {
      throw factory.error(
        "\(table.displayName) refers to \(name) by \(keys.count) foreign keys: name the column, "
          + keys.map { $0.columns[0] }.joined(separator: " or ") + ".")
    }
    let others = references.filter { $0 != key }.flatMap(\.columns)
    let own = key.columns.filter { column in
      !others.contains { CaseFolding.areEqual($0, column) }
    }
    self.init(key, own.isEmpty ? key.columns : own)
  }

  private init(_ key: ForeignKey, _ columns: [String]) {
    self.key = key
    self.columns = columns
    common = key.columns.filter { column in
      !columns.contains { CaseFolding.areEqual($0, column) }
    }
  }

  private static func column(_ name: String, of references: [ForeignKey]) -> String? {
    let columns = references.flatMap(\.columns)
    if let column = columns.first(where: { CaseFolding.areEqual($0, name) }) { return column }
    let endings = ["Id", "_id"].map { name + $0 }
    return columns.first { column in endings.contains { CaseFolding.areEqual($0, column) } }
  }

  /// The column of the parent that a column refers to.
  func parentColumn(of column: String) -> String {
    let place = key.columns.firstIndex { CaseFolding.areEqual($0, column) }
    return place.map { key.parentColumns[$0] } ?? column
  }
}

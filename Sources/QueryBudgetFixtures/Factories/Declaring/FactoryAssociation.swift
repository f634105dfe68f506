public import QueryBudgetSQLite

/// Which parent a row gets by a foreign key.
///
/// ```swift
/// try fixtures.create(.article, count: 10, associations: ["author": .shared(.author)])
/// try fixtures.create(.article, associations: ["author": .given(ada), "editor": .null])
/// ```
///
/// A foreign key that nobody says anything of gets a parent of its own for each row, made from the
/// schema.
public struct FactoryAssociation: Sendable {
  enum Kind: Sendable {
    case own(ParentSource)
    case shared(ParentSource)
    case given(GivenParent)
    case null
  }

  let kind: Kind

  /// A parent of its own for each row, made from the schema.
  public static let own = FactoryAssociation(kind: .own(.schema([:])))

  /// One new parent for all rows of the call, made from the schema.
  public static let shared = FactoryAssociation(kind: .shared(.schema([:])))

  /// No parent: the foreign key is NULL.
  public static let null = FactoryAssociation(kind: .null)

  /// A parent of its own for each row, with these values.
  public static func own(_ values: [String: any SQLiteBindable]) -> FactoryAssociation {
    FactoryAssociation(kind: .own(.schema(values.mapValues(\.sqliteValue))))
  }

  /// One new parent for all rows of the call, with these values.
  public static func shared(_ values: [String: any SQLiteBindable]) -> FactoryAssociation {
    FactoryAssociation(kind: .shared(.schema(values.mapValues(\.sqliteValue))))
  }

  /// A parent of its own for each row, made by a factory; `set` changes each of them.
  ///
  /// The factory is asked for when the rows are made, so that two factories may name each other.
  public static func own<Parent>(
    _ factory: @autoclosure @escaping @Sendable () -> Factory<Parent>,
    traits: [String] = [],
    set: @escaping @Sendable (inout Parent) throws -> Void = { _ in }
  ) -> FactoryAssociation {
    FactoryAssociation(kind: .own(.factory(RowsByFactory(factory, traits: traits, set: set))))
  }

  /// One new parent for all rows of the call, made by a factory; `set` changes it.
  public static func shared<Parent>(
    _ factory: @autoclosure @escaping @Sendable () -> Factory<Parent>,
    traits: [String] = [],
    set: @escaping @Sendable (inout Parent) throws -> Void = { _ in }
  ) -> FactoryAssociation {
    FactoryAssociation(kind: .shared(.factory(RowsByFactory(factory, traits: traits, set: set))))
  }

  /// A parent that is there already: its row, or the value of the column that is referred to.
  public static func given(_ parent: any SQLiteBindable) -> FactoryAssociation {
    if let row = parent as? CreatedRow { return FactoryAssociation(kind: .given(.row(row))) }
    return FactoryAssociation(kind: .given(.value(parent.sqliteValue)))
  }

  /// A parent that is there already, as a record: its coding keys are the columns of its table.
  @_disfavoredOverload
  public static func given(_ parent: some Encodable) -> FactoryAssociation {
    let name = "\(type(of: parent))"
    do {
      return given(columns: try RowEncoder().columns(of: parent), of: name)
    } catch {
      return unreadable(name, error)
    }
  }

  /// A parent that is there already, by the columns of its record.
  package static func given(columns: [String: SQLiteValue], of record: String) -> FactoryAssociation
  {
    FactoryAssociation(kind: .given(.columns(columns, of: record)))
  }

  /// A parent whose record could not be written as columns; said when it is used.
  package static func unreadable(_ record: String, _ error: any Error) -> FactoryAssociation {
    FactoryAssociation(kind: .given(.unreadable(record, String(describing: error))))
  }
}

/// Who makes a new parent.
enum ParentSource: Sendable {
  case schema([String: SQLiteValue])
  case factory(RowsByFactory)
}

/// A parent that is there already.
enum GivenParent: Sendable {
  case row(CreatedRow)
  case value(SQLiteValue)
  case columns([String: SQLiteValue], of: String)
  case unreadable(String, String)
}

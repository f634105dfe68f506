public import GRDB
public import QueryBudgetFixtures
import QueryBudgetSQLite

extension Factory where Record: FetchableRecord & EncodableRecord & TableRecord {
  /// A factory of a record: its own `databaseTableName`, columns and strategies hold.
  ///
  /// ```swift
  /// extension Factory<Article> {
  ///   static var article: Self { Factory { Article(title: "Article \($0)") } }
  /// }
  /// ```
  ///
  /// ```swift
  /// let article = try Fixtures(recorder).create(.article)
  /// ```
  ///
  /// The name of the factory is that of the table where none is given. The record is written as its
  /// `encode(to:)` says and read by `init(row:)`; the callbacks of GRDB, such as `didInsert`, are not
  /// called.
  public init(
    _ name: String? = nil,
    table: String? = nil,
    make: @escaping @Sendable (Int) throws -> Record
  ) {
    self.init(name, table: table) { number, _ in try make(number) }
  }

  /// A factory of a record whose `make` also takes from sequences and transient values.
  public init(
    _ name: String? = nil,
    table: String? = nil,
    make: @escaping @Sendable (Int, FactoryContext) throws -> Record
  ) {
    let table = table ?? Record.databaseTableName
    self.init(name: name ?? table, table: table, coding: .grdb, make: make)
  }
}

extension Factory where Record: Encodable & EncodableRecord & TableRecord {
  /// A factory of a record that is written only; `create` answers a `CreatedRow`.
  @_disfavoredOverload
  public init(
    _ name: String? = nil,
    table: String? = nil,
    make: @escaping @Sendable (Int) throws -> Record
  ) {
    self.init(name, table: table) { number, _ in try make(number) }
  }

  /// A factory of a record that is written only, whose `make` also takes from sequences and
  /// transient values.
  @_disfavoredOverload
  public init(
    _ name: String? = nil,
    table: String? = nil,
    make: @escaping @Sendable (Int, FactoryContext) throws -> Record
  ) {
    let table = table ?? Record.databaseTableName
    self.init(name: name ?? table, table: table, coding: .written, make: make)
  }
}

extension FactoryAssociation {
  /// A parent that is there already, as a record.
  public static func given(_ parent: some EncodableRecord) -> FactoryAssociation {
    let name = "\(type(of: parent))"
    do {
      return .given(columns: try parent.databaseColumns, of: name)
    } catch {
      return .unreadable(name, error)
    }
  }
}

extension RowCoding where Record: FetchableRecord & EncodableRecord {
  static var grdb: RowCoding {
    RowCoding(
      columns: { try $0.databaseColumns },
      record: { row in
        let pairs = zip(row.columns, row.values.map(\.databaseValue))
        return try Record(row: GRDB.Row(Dictionary(pairs.map { ($0, $1) }) { $1 }))
      })
  }
}

extension RowCoding where Record: EncodableRecord {
  static var written: RowCoding { RowCoding(columns: { try $0.databaseColumns }, record: nil) }
}

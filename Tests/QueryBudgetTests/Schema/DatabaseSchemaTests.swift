import QueryBudget
import Testing

@Suite struct DatabaseSchemaTests {
  static let line = TableSchema(
    "orderLine",
    columns: [.init("orderId", isNotNull: true), .init("number", isNotNull: true), .init("sku")],
    primaryKey: ["orderId", "number"], uniqueKeys: [["sku"]])
  static let author = TableSchema(
    "Author", columns: [.init("id"), .init("name")], primaryKey: ["id"], rowidColumn: "id")
  static let toOrder = ForeignKey(
    table: "orderLine", columns: ["orderId"], parentTable: "order", parentColumns: ["id"])
  let schema = DatabaseSchema(
    tables: [
      Self.line, Self.author, TableSchema("other.book", columns: []),
      TableSchema("one.tag", columns: []), TableSchema("two.tag", columns: []),
    ],
    foreignKeys: [Self.toOrder])

  @Test("Tables are found whatever their case, and attached ones by their name alone")
  func tables() {
    #expect(schema.table("AUTHOR")?.name == "Author")
    #expect(schema.table("book")?.name == "other.book")
    #expect(schema.table("other.Book")?.name == "other.book")
    #expect(schema.table("tag") == nil)
    #expect(schema.table("nothing") == nil)
    #expect(schema.tables.map(\.name).first == "Author")
  }

  @Test("Foreign keys are found by the table that has them, whatever its case")
  func foreignKeys() {
    #expect(schema.foreignKeys(of: "ORDERLINE") == [Self.toOrder])
    #expect(schema.foreignKeys(of: "order").isEmpty)
  }

  @Test(
    "Columns are unique that hold a whole key",
    arguments: [
      (["orderId", "number"], true), (["NUMBER", "ORDERID"], true), (["orderId"], false),
      (["sku"], true), (["orderId", "sku"], true), ([], false),
    ])
  func uniqueness(columns: [String], isUnique: Bool) {
    #expect(schema.isUnique(columns, in: "OrderLine") == isUnique)
    #expect(!schema.isUnique(columns, in: "nothing"))
  }

  @Test("The rowid's other names stand for the column that it is")
  func rowid() {
    #expect(Self.author.column("ROWID")?.name == "id")
    #expect(Self.author.column("oid")?.name == "id")
    #expect(Self.author.column("Name")?.name == "name")
    #expect(Self.line.column("rowid") == nil)
    let own = TableSchema("t", columns: [.init("oid"), .init("id")], rowidColumn: "id")
    #expect(own.column("oid")?.name == "oid")
  }

  @Test("Schemas of two connections make one, in which what both have counts once")
  func merging() {
    let more = DatabaseSchema(
      tables: [Self.author, TableSchema("new", columns: [])], foreignKeys: [Self.toOrder])
    let both = schema.merging(more)
    #expect(both.tables.count == schema.tables.count + 1)
    #expect(both.foreignKeys == [Self.toOrder])
  }

  @Test(
    "Foreign keys read as SQL, in quotes where names need them",
    arguments: [
      (
        ForeignKey(
          table: "article", columns: ["authorId"], parentTable: "author", parentColumns: ["id"]),
        "article.authorId references author.id"
      ),
      (
        ForeignKey(
          table: "my line", columns: ["a", "b"], parentTable: "order", parentColumns: ["x", "1y"]),
        "(\"my line\".a, \"my line\".b) references (\"order\".x, \"order\".\"1y\")"
      ),
      (
        ForeignKey(
          table: "other.book", columns: ["key"], parentTable: "other.größe", parentColumns: ["a\"b"]
        ),
        "other.book.key references other.größe.\"a\"\"b\""
      ),
    ])
  func description(key: ForeignKey, text: String) {
    #expect(key.description == text)
  }
}

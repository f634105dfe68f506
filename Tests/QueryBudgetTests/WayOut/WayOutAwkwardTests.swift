import QueryBudget
import Testing

/// Schemas that don't make it easy.
@Suite struct WayOutAwkwardTests {
  private func lines(
    _ sql: String,
    _ earlier: String?,
    schema: DatabaseSchema = Library.awkward
  ) -> [String]? {
    WayOut(
      of: sql, kind: StatementShape(of: sql).kind,
      after: earlier.map { [EarlierStatement($0, rows: 100)] } ?? [], schema: schema
    )?.lines(for: .grdb)
  }

  @Test("A table that refers to itself, in both directions")
  func selfReference() {
    #expect(
      lines("SELECT * FROM employee WHERE id = ?", "SELECT * FROM employee") == [
        "employee.managerId references employee.id: load them with one join, or all at once with "
          + "WHERE employee.id IN (…).",
        "In GRDB: Employee.including(optional: Employee.manager), with static let manager = "
          + "belongsTo(Employee.self, key: \"manager\") on Employee.",
      ])
    #expect(
      lines("SELECT * FROM employee WHERE managerId = ?", "SELECT * FROM employee") == [
        "employee.managerId references employee.id: load the employee rows of all employee rows at "
          + "once with WHERE employee.managerId IN (…), or with one join.",
        "In GRDB: Employee.including(all: Employee.employees), with static let employees = "
          + "hasMany(Employee.self) on Employee.",
      ])
  }

  @Test("Two foreign keys to one table: both, where nothing tells one from the other")
  func twoKeys() {
    let person = "SELECT * FROM person WHERE id = ?"
    #expect(
      lines(person, "SELECT * FROM paper") == [
        "paper.authorId and paper.editorId reference person.id: load them with one join each, or all "
          + "at once with WHERE person.id IN (…).",
        "In GRDB: Paper.including(required: Paper.author), with static let author = "
          + "belongsTo(Person.self, key: \"author\", using: ForeignKey([\"authorId\"])) on Paper.",
        "In GRDB: Paper.including(optional: Paper.editor), with static let editor = "
          + "belongsTo(Person.self, key: \"editor\", using: ForeignKey([\"editorId\"])) on Paper.",
      ])
    #expect(
      lines(person, "SELECT id, editorId FROM paper")?.first
        == "paper.editorId references person.id: load them with one join, or all at once with "
        + "WHERE person.id IN (…).")
    #expect(
      lines("SELECT * FROM paper WHERE editorId = ?", "SELECT * FROM person")?.last
        == "In GRDB: Person.including(all: Person.papers), with static let papers = "
        + "hasMany(Paper.self, using: ForeignKey([\"editorId\"])) on Person.")
  }

  @Test("A join table between rows of one table")
  func friends() {
    #expect(
      lines(
        "SELECT p.* FROM person p JOIN friendship f ON f.friendId = p.id WHERE f.personId = ?",
        "SELECT * FROM person")
        == [
          "friendship.personId references person.id: load the person rows of all person rows at once "
            + "with WHERE friendship.personId IN (…).",
          "In GRDB: Person.including(all: Person.people), with static let people = "
            + "hasMany(Person.self, through: hasMany(Friendship.self, using: "
            + "ForeignKey([\"personId\"])), using: Friendship.belongsTo(Person.self, using: "
            + "ForeignKey([\"friendId\"]))) on Person.",
        ].map { $0.replacing("people", with: Axis.plural(of: "person")) })
  }

  @Test("Keys of several columns, names with blanks and keywords")
  func composite() {
    #expect(
      lines(
        "SELECT * FROM \"order\" WHERE shop = ? AND number = ?", "SELECT * FROM \"order line\"")
        == [
          "(\"order line\".shop, \"order line\".number) references (\"order\".shop, "
            + "\"order\".number): load them with one join, or all at once with WHERE "
            + "(\"order\".shop, \"order\".number) IN (VALUES (…), (…), …).",
          "In GRDB: OrderLine.including(optional: OrderLine.order), with static let order = "
            + "belongsTo(Order.self) on OrderLine.",
        ])
    #expect(
      lines(
        "SELECT * FROM [order line] WHERE (number, shop) = (?, ?)", "SELECT * FROM `order` o")?
        .first
        == "(\"order line\".shop, \"order line\".number) references (\"order\".shop, "
        + "\"order\".number): load the \"order line\" rows of all \"order\" rows at once with WHERE "
        + "(\"order line\".shop, \"order line\".number) IN (VALUES (…), (…), …), or with one join.")
    // Half a key is no key.
    #expect(
      lines("SELECT * FROM \"order\" WHERE shop = ?", "SELECT * FROM \"order line\"")?.first
        == "Load them at once with WHERE \"order\".shop IN (…).")
  }

  @Test("A primary key that is a foreign key is never NULL, whatever its column says")
  func sharedKey() {
    #expect(
      lines("SELECT * FROM person WHERE id = ?", "SELECT * FROM passport")?.last
        == "In GRDB: Passport.including(required: Passport.person), with static let person = "
        + "belongsTo(Person.self) on Passport.")
  }

  @Test("Plural tables and snake case")
  func snakeCase() {
    #expect(
      lines("SELECT * FROM product_types WHERE id = ?", "SELECT * FROM product")?.last
        == "In GRDB: Product.including(optional: Product.productType), with static let productType "
        + "= belongsTo(ProductType.self) on Product.")
    #expect(
      lines("SELECT * FROM product WHERE product_type_id = ?", "SELECT * FROM product_types")?.last
        == "In GRDB: ProductType.including(all: ProductType.products), with static let products = "
        + "hasMany(Product.self) on ProductType.")
  }

  @Test("A database that is attached, with and without its name")
  func attached() {
    let expected = [
      "other.book.author_id references other.authors.id: load them with one join, or all at once "
        + "with WHERE other.authors.id IN (…).",
      "In GRDB: Book.including(required: Book.author), with static let author = "
        + "belongsTo(Author.self) on Book.",
    ]
    #expect(lines("SELECT * FROM authors WHERE id = ?", "SELECT * FROM book") == expected)
    #expect(
      lines("SELECT * FROM other.authors a WHERE a.id = ?", "SELECT * FROM other.book") == expected)
  }

  @Test("Views, tables without foreign keys, and no schema at all")
  func unknown() {
    #expect(
      lines("SELECT * FROM book_list WHERE id = ?", "SELECT * FROM paper") == [
        "Load them at once with WHERE book_list.id IN (…).",
        "In GRDB: BookList.filter(values.contains(Column(\"id\"))).fetchAll(db).",
      ])
    #expect(
      lines("SELECT * FROM loose WHERE ownerId = ? AND kind = 'x'", "SELECT * FROM person")?.first
        == "Load them at once with WHERE loose.ownerId IN (…).")
    #expect(
      lines("SELECT * FROM setting WHERE key = ?", nil) == [
        "Load them at once with WHERE setting.key IN (…).",
        "In GRDB: Setting.fetchAll(db, keys: keys).",
      ])
    #expect(
      lines(
        "SELECT a.* FROM author AS a WHERE a.id = ?", "SELECT * FROM book", schema: Library.none)
        == [
          "Load them at once with WHERE author.id IN (…).",
          "In GRDB: Author.filter(values.contains(Column(\"id\"))).fetchAll(db).",
        ])
  }
}
